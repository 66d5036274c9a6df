import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MemoPage } from './pages/memo-page.ts'
import { NativeMenu } from './pages/native-menu.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp, repository } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const interview = 'I: Hva telles?\nKari: Fredag er skjemadag, da teller vi.\nI: Takk.\n'
const words = 'Fredag er skjemadag'

let app: RunningApp
let holder: ChildProcess
let workspace: Workspace
let menu: NativeMenu

/** The command line goes on holding the project until its input ends; it answers each line. */
async function hold(path: string, ...commands: object[]): Promise<ChildProcess> {
  const script = join(repository, 'dist', 'cli', 'standpoint.mjs')
  const child = spawn(process.execPath, [script, 'run', path, '-', '--json'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  for (const line of commands) {
    const answer = new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
    )
    child.stdin.write(`${JSON.stringify(line)}\n`)
    expect(JSON.parse(await answer)).toMatchObject({ ok: true })
  }
  return child
}

async function letGo(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  if (child.exitCode === null) await ended
}

test.beforeEach(async () => {
  app = await launchApp()
  workspace = new Workspace(app)
  menu = await NativeMenu.of(app)
  const path = await makeProject(app.folder, { 'Samtale.txt': interview })
  holder = await hold(
    path,
    { command: 'codes.create', args: { name: 'skjemaarbeid' } },
    { command: 'memos.create', args: { title: 'Undring', text: 'Hva telles ikke?' } },
  )
  await openProjectFile(app, path)
})

test.afterEach(async () => {
  await letGo(holder)
  await app.close()
})

const banner = () => app.page.getByRole('status').filter({ hasText: 'Read only.' })

async function openToRead(): Promise<void> {
  const dialog = app.page.getByRole('dialog', { name: 'The project is open elsewhere' })
  await dialog.getByRole('button', { name: 'Open to read only' }).click()
  await expect(banner()).toContainText('You can read, search and export, but not change it here.')
}

const refused = () =>
  app.page
    .getByRole('region', { name: 'Messages' })
    .getByRole('alert')
    .filter({ hasText: 'The project is open to read only' })

/** What is selected is on the clipboard after Ctrl+C. */
async function expectCopied(words: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }) => clipboard.clear())
  await app.page.keyboard.press('Control+c')
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(words)
}

test('a project that is open elsewhere can be read, searched and exported', async () => {
  const { page } = app
  await openToRead()
  await workspace.openSource('Samtale')
  const reader = new Reader(page, 'Samtale')
  await expect(reader.text).toContainText(words)
  // The line at the top takes its own height, not that of the pages.
  const height = await page.evaluate(() => innerHeight)
  expect((await page.getByRole('main').boundingBox())?.height).toBeGreaterThan(height - 150)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('skjemadag')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect.poll(() => reader.selectedWords()).toBe('skjemadag')
  await expectCopied('skjemadag')

  await workspace.showPanel('Codes')
  await workspace.code('skjemaarbeid').dblclick()
  await expect(page.getByRole('textbox', { name: 'Name of the code' })).toHaveJSProperty(
    'readOnly',
    true,
  )

  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('skjemadag')
  await page.keyboard.press('Enter')
  await expect(page.locator('.search')).toContainText(words)

  const out = join(app.folder, 'kodebok.docx')
  await answerSaveDialog(app.electron, out)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(workspace.message('Saved the codebook with 1 code')).toBeVisible()
  expect(existsSync(out)).toBe(true)
  expect(app.errors).toEqual([])
})

test('acts that change are switched off, or say why they are refused', async () => {
  const { page } = app
  await openToRead()
  await workspace.openSource('Samtale')
  const reader = new Reader(page, 'Samtale')
  await expect(reader.text).toContainText(words)
  await reader.text.focus()
  for (const key of ['c', 'v', '1', 'm', 'Delete', 'Control+e', 'Control+Shift+n', 'Control+i']) {
    await page.keyboard.press(key)
    await expect(refused()).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(refused()).toBeHidden()
    await reader.text.focus()
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await reader.text.focus()
  await page.keyboard.type('xx')
  await expect(reader.text).not.toContainText('xx')

  for (const action of [
    'reading.code',
    'reading.edit',
    'codes.new',
    'memos.new',
    'sources.import',
    'history.undo',
  ]) {
    expect(await menu.item(action), action).toMatchObject({ isEnabled: false })
  }
  for (const action of ['reading.find', 'export.codebook', 'search.text', 'app.closeProject']) {
    expect(await menu.item(action), action).toMatchObject({ isEnabled: true })
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('New code')
  await expect(page.getByRole('option', { name: /^Search all sources/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^New code/ })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await workspace.showPanel('Codes')
  await expect(workspace.navigator.getByRole('button', { name: 'New code' })).toBeDisabled()
  await workspace.code('skjemaarbeid').click()
  for (const key of ['F2', 'Insert', 'Delete', 'Control+m']) {
    await page.keyboard.press(key)
    await expect(refused()).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(refused()).toBeHidden()
    await page.getByRole('tree', { name: 'Codes, as a tree' }).focus()
  }
  await workspace.code('skjemaarbeid').click({ button: 'right' })
  await expect(page.getByRole('menuitem')).toHaveText([/^Open its page/, /^Open its page beside/])
  await page.keyboard.press('Escape')
  await workspace.showPanel('Memos')
  await expect(workspace.navigator.getByRole('button', { name: 'New memo' }).first()).toBeDisabled()
  await workspace.showPanel('People')
  await expect(
    workspace.navigator.getByRole('button', { name: 'Add a person' }).first(),
  ).toBeDisabled()
  expect((await query(page, 'codes.list', {})).items.map(({ name }) => name)).toEqual([
    'skjemaarbeid',
  ])
  expect(app.errors).toEqual([])
})

test('a memo is read without being written to', async () => {
  await openToRead()
  await workspace.showPanel('Memos')
  await app.page.getByRole('button', { name: /^Undring/ }).click()
  const memo = new MemoPage(app.page)
  await expect(memo.text).toHaveText('Hva telles ikke?')
  await expect(memo.text).toHaveAttribute('contenteditable', 'false')
  await expect(memo.title).toHaveJSProperty('readOnly', true)
  await expect(memo.kind).toBeDisabled()
  await expect(memo.status).toBeDisabled()
  await expect(app.page.getByRole('toolbar', { name: 'Format' })).toHaveCount(0)
})

test('once the project is free, it is opened to work in it from the banner', async () => {
  await openToRead()
  await letGo(holder)
  await app.page.getByRole('button', { name: 'Open to work in it' }).click()
  await expect(banner()).toBeHidden()
  // Between closing and opening there is no project, and no panel to go to.
  await workspace.showPanel('Codes')
  await expect(workspace.navigator.getByRole('button', { name: 'New code' })).toBeEnabled()
  await workspace.openSource('Samtale')
  await new Reader(app.page, 'Samtale').select('skjemadag')
  await expectCopied('skjemadag')
})
