import { expect, test } from '@playwright/test'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { CodePage } from './pages/code-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { bundleOf, joinProject, makeProject } from './support/projects.ts'

const interview = 'Jeg ringer legen og venter på svar. Så skriver jeg i loggen.\n'
const [both, hers, his] = ['venter på svar', 'ringer legen', 'skriver jeg']

let app: RunningApp
let workspace: Workspace

test.beforeEach(async () => {
  app = await launchApp()
  workspace = new Workspace(app)
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function open(path: string): Promise<void> {
  await openProjectFile(app, path)
  await expect(workspace.source('berit')).toBeVisible()
}

/** Kari and Bo have each coded two things in the same copy, one of them alike; that one is settled. */
async function codedByTwo(): Promise<void> {
  const { page } = app
  const [source] = (await query(page, 'sources.list', {})).items
  const sourceId = source?.id ?? ''
  const { id: codeId } = await command(page, 'codes.create', { name: 'venting' })
  const code = async (words: string) => {
    const start = interview.indexOf(words)
    await command(page, 'passages.code', { sourceId, start, end: start + words.length, codeId })
  }
  const { analystId: a } = await query(page, 'project.info', {})
  await code(hers)
  await code(both)
  const { id: b } = await command(page, 'analysts.create', { name: 'Bo Bakken' })
  await command(page, 'analysts.use', { analystId: b })
  await code(his)
  await code(both)
  await command(page, 'analysts.use', { analystId: a })
  const sides = { a: { analystId: a }, b: { analystId: b } }
  const { items } = await query(page, 'compare.codings', sides)
  const item = items.find(({ start }) => start === interview.indexOf(hers))
  await command(page, 'compare.settle', {
    ...sides,
    itemId: item?.id ?? '',
    outcome: 'A',
    reason: 'the whole act',
  })
}

test('alone there is no choice of whose codings are shown', async () => {
  await open(await makeProject(app.folder, { 'berit.txt': interview }))
  await workspace.openSource('berit')
  await expect(app.page.getByLabel('Codings shown')).toBeVisible()
  await expect(app.page.getByLabel('Whose codings')).toHaveCount(0)
})

test('codings are seen as mine, the others’, settled or different, in texts and on code pages', async () => {
  const path = await makeProject(app.folder, { 'berit.txt': interview })
  await open(path)
  await codedByTwo()
  const { page } = app
  await workspace.openSource('berit')
  const reader = new Reader(page, 'berit')
  const choice = page.getByRole('main').getByLabel('Whose codings')
  const painted = async () => (await reader.paintedWords()).toSorted()
  await expect.poll(painted).toEqual([hers, his, both].toSorted())
  await choice.selectOption('Mine')
  await expect.poll(painted).toEqual([hers, both].toSorted())
  await choice.selectOption('Others’')
  await expect.poll(painted).toEqual([his, both].toSorted())
  await choice.selectOption('Settled')
  await expect.poll(painted).toEqual([hers])
  await workspace.runCommand('Show only differences')
  await expect(choice).toHaveValue('differences')
  await expect.poll(painted).toEqual([hers, his].toSorted())
  const note = page.locator('.status-bar').getByRole('button', { name: 'Only differences' })
  await expect(note).toBeVisible()
  await expect(page.locator('.status-bar')).toContainText(/\d codings in all/)
  expect(await axeFaults(page)).toEqual([])

  const codePage = new CodePage(workspace)
  await codePage.open('venting')
  await expect.poll(() => codePage.quotes()).toEqual([hers, his])
  await note.click()
  await expect(note).toBeHidden()
  await expect.poll(async () => (await codePage.quotes()).length).toBe(3)
  await codePage.filter('Whose codings', 'Mine')

  await workspace.runCommand('Close project')
  await openProjectFile(app, path)
  await expect(app.page.locator('.status-bar')).toContainText('Only your codings are shown')
})

test('who sits at the device is changed by keyboard, is said, and goes back', async () => {
  await open(await makeProject(app.folder, { 'berit.txt': interview }))
  const { page } = app
  await command(page, 'analysts.create', { name: 'Bo Bakken' })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Who is working')
  await expect(page.getByRole('option', { name: /^Who is working/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Who works here?' })
  await expect(asked.getByRole('button', { name: /Kari Nordmann/ })).toContainText('KN')
  expect(await axeFaults(page)).toEqual([])
  await asked.getByRole('button', { name: 'Bo Bakken' }).focus()
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(page.getByRole('button', { name: 'Analyst BB: Bo Bakken' })).toBeVisible()
  const said = workspace.message('Bo Bakken works here now')
  await said.getByRole('button', { name: 'Back to Kari Nordmann' }).click()
  await expect(page.getByRole('button', { name: /^Analyst KN: / })).toBeVisible()
  await expect(workspace.message('Kari Nordmann works here now')).toBeVisible()
})

test('name, initials, colour and position of an analyst are changed in the settings', async () => {
  await open(await makeProject(app.folder, { 'berit.txt': interview }))
  const { page } = app
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Change Kari Nordmann' }).click()
  const dialog = page.getByRole('dialog', { name: 'Analyst: Kari Nordmann' })
  await dialog.getByLabel('Name', { exact: true }).fill('Kari Nord')
  await dialog.getByLabel('Initials').fill('K1')
  await dialog.getByRole('radio', { name: 'Green', exact: true }).check()
  await dialog.getByLabel('Position').fill('Nurse on the ward for ten years')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Analyst K1: Kari Nord' })).toBeVisible()
  const [analyst] = (await query(page, 'project.info', {})).analysts
  expect(analyst).toMatchObject({
    name: 'Kari Nord',
    initials: 'K1',
    position: 'Nurse on the ward for ten years',
  })
  expect(analyst?.hue).not.toBe(257)
})

test('a copied project asks who works here, unless there is only one analyst', async () => {
  const path = await makeProject(app.folder, { 'berit.txt': interview })
  const copy = join(app.folder, 'Copy.standpoint')
  copyFileSync(path, copy)
  await open(copy)
  await expect.poll(async () => (await query(app.page, 'project.info', {})).isNewDevice).toBe(false)
  await expect(app.page.getByRole('dialog')).toHaveCount(0)

  await joinProject(await bundleOf(path), join(app.folder, 'Bo.standpoint'), 'Bo Bakken')
  const ofTwo = join(app.folder, 'Two.standpoint')
  copyFileSync(join(app.folder, 'Bo.standpoint'), ofTwo)
  await answerOpenDialog(app.electron, [ofTwo])
  const [second] = await Promise.all([
    app.electron.waitForEvent('window'),
    app.page.keyboard.press('Control+o'),
  ])
  const asked = second.getByRole('dialog', { name: 'Who works here?' })
  // A stray Enter makes nobody of anyone.
  await expect(asked.getByRole('textbox', { name: 'Someone else' })).toBeFocused()
  await second.keyboard.press('Enter')
  await asked.getByRole('button', { name: 'Bo Bakken' }).click()
  await expect(asked).toBeHidden()
  await expect(second.getByRole('button', { name: 'Analyst BB: Bo Bakken' })).toBeVisible()
})
