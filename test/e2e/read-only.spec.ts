import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { MemoPage } from './pages/memo-page.ts'
import { Workspace } from './pages/workspace.ts'
import { launchApp, repository } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const interview = 'I: Hva telles?\nKari: Fredag er skjemadag, da teller vi.\nI: Takk.\n'

let app: RunningApp
let holder: ChildProcess
let workspace: Workspace

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
  const path = makeProject(app.folder, { 'Samtale.txt': interview })
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
})
