import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { drag } from './support/mouse.ts'
import { makeProject } from './support/projects.ts'

const office = `Interviewer: What do you do first?

Randi: I open the list. It shows who is waiting.

Randi: I call the ones who do not answer.
`

let app: RunningApp
let workspace: Workspace
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-work-'))
  app = await launchApp({ project: await makeProject(folder, { 'Office.txt': office }) })
  workspace = new Workspace(app)
  await workspace.showPanel('Work')
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The page of a process in front. */
const steps = (): Locator =>
  app.page.getByRole('region', { name: /^Steps of/ }).filter({ visible: true })
const step = (action: string): Locator =>
  steps().getByRole('button', { name: new RegExp(`^Step \\d+: ${action}`) })

/** The row of a step, with everything about it. */
const row = (action: string): Locator =>
  steps()
    .getByRole('listitem')
    .filter({ has: app.page.getByRole('button', { name: new RegExp(`^Step \\d+: ${action}`) }) })

async function processOf(name: string, actions: string[], variant = ''): Promise<string> {
  const { id } = await command(app.page, 'processes.create', { name, variant })
  for (const action of actions) await command(app.page, 'steps.create', { processId: id, action })
  return id
}

async function openProcess(name: RegExp): Promise<void> {
  await workspace.navigator.getByRole('button', { name }).first().click()
  await expect(steps()).toBeVisible()
}

async function actionsOf(processId: string): Promise<string[]> {
  return (await query(app.page, 'steps.list', { processId })).items.map(({ action }) => action)
}

test('a process is described by the keyboard alone: steps, actor, text, weeks, flow, order', async () => {
  const { page } = app
  const { keyboard } = page
  const add = workspace.navigator.getByRole('button', { name: 'New process' })
  await add.focus()
  await keyboard.press('Enter')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(name).toBeFocused()
  await keyboard.type('Follow-up')
  await keyboard.press('Enter')
  await steps()
    .getByRole('textbox', { name: /^Add a step/ })
    .focus()
  for (const action of ['opens the list', 'calls', 'writes it down']) {
    await keyboard.type(action)
    await keyboard.press('Enter')
    await expect(step(action)).toBeVisible()
  }
  await steps().getByRole('combobox', { name: 'Actors: calls' }).focus()
  await keyboard.type('Caseworker')
  await keyboard.press('Enter')
  await keyboard.type('Doctor')
  await keyboard.press('Enter')
  await steps().getByRole('combobox', { name: 'Texts out: calls' }).focus()
  await keyboard.type('Call log')
  await keyboard.press('Enter')
  await steps().getByRole('textbox', { name: 'Weeks: calls' }).focus()
  await keyboard.type('3-8')
  await keyboard.press('Enter')

  // Found by some of its letters, not made anew.
  await steps().getByRole('combobox', { name: 'Actors: writes it down' }).focus()
  await keyboard.type('casew')
  await keyboard.press('Enter')
  await steps().getByRole('button', { name: 'then 3: let it follow on step 2' }).focus()
  await keyboard.press('Enter')
  await expect(steps().getByRole('button', { name: /^then 3\W+writes it down/ })).toBeVisible()

  await step('writes it down').focus()
  await keyboard.press('Alt+ArrowUp')
  await expect(step('writes it down')).toHaveAccessibleName('Step 2: writes it down')
  await expect(step('writes it down')).toBeFocused()

  const { items: processes } = await query(page, 'processes.list', {})
  const made = processes.find((process) => process.name === 'Follow-up')
  const processId = made?.id ?? ''
  const { items } = await query(page, 'steps.list', { processId })
  const { items: actors } = await query(page, 'actors.list', {})
  const { items: texts } = await query(page, 'texts.list', {})
  expect(items.map(({ action }) => action)).toEqual(['opens the list', 'writes it down', 'calls'])
  expect(actors.map((actor) => actor.name)).toEqual(['Caseworker', 'Doctor'])
  expect(items[2]).toMatchObject({
    weekFrom: 3,
    weekTo: 8,
    actorIds: actors.map(({ id }) => id),
    textOutIds: texts.map(({ id }) => id),
  })
  expect(items[1]?.actorIds).toEqual([actors[0]?.id])
  expect((await query(page, 'flows.list', { processId })).items).toMatchObject([
    { kind: 'then', fromId: items[2]?.id, toId: items[1]?.id },
  ])
})

test('a flow becomes a branch with its condition, and is removed and brought back', async () => {
  const { page } = app
  const processId = await processOf('Branching', ['looks', 'sends', 'waits'])
  await openProcess(/^Branching/)
  await steps().getByRole('button', { name: 'Add a flow from step 1' }).click()
  await steps().getByRole('combobox', { name: 'Kind of flow' }).selectOption('branch')
  await steps().getByRole('combobox', { name: 'Leads to' }).selectOption('3 waits')
  const condition = steps().getByRole('textbox', { name: 'Condition' })
  await condition.fill('nobody answers')
  await condition.press('Enter')
  const flow = steps().getByRole('button', { name: /^branch 3\W+waits.*nobody answers/ })
  await expect(flow).toBeVisible()
  await steps().getByRole('button', { name: 'Remove the flow' }).click()
  await expect(flow).toBeHidden()
  await workspace.undo()
  await expect(flow).toBeVisible()
  expect((await query(page, 'flows.list', { processId })).items).toMatchObject([
    { kind: 'branch', condition: 'nobody answers' },
  ])
})

test('a step is dragged to another place', async () => {
  const { page } = app
  const processId = await processOf('Dragging', ['one', 'two', 'three'])
  await openProcess(/^Dragging/)
  await step('three').hover()
  const from = await row('three').getByTitle(/^Drag/).boundingBox()
  const to = await row('one').boundingBox()
  if (from === null || to === null) throw new Error('not on the screen')
  await drag(
    page,
    { x: from.x + from.width / 2, y: from.y + from.height / 2 },
    { x: from.x + 40, y: to.y + 4 },
  )
  await expect.poll(() => actionsOf(processId)).toEqual(['three', 'one', 'two'])
})

test('told steps are merged into one, and stay below it; undo parts them again', async () => {
  const { page } = app
  const processId = await processOf('Merging', ['phones them', 'takes the telephone', 'goes home'])
  await openProcess(/^Merging/)
  await step('phones them').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByRole('toolbar').getByRole('button', { name: 'Merge into one' }).click()
  await page.getByRole('menuitem', { name: 'phones them' }).click()
  await expect(workspace.message('1 step merged into “phones them”')).toBeVisible()
  await expect(steps().getByText('Merged into it: 1 told step')).toBeVisible()
  await expect(steps().getByRole('button', { name: /^takes the telephone/ })).toBeVisible()
  expect(await actionsOf(processId)).toEqual(['phones them', 'goes home'])
  await workspace.undo()
  await expect.poll(() => actionsOf(processId)).toHaveLength(3)
  await page.keyboard.press('Control+Shift+z')
  await steps().getByRole('button', { name: 'Part again: takes the telephone' }).click()
  await expect(workspace.message('“takes the telephone” stands by itself again')).toBeVisible()
  await expect.poll(() => actionsOf(processId)).toHaveLength(3)
})

test('evidence is seen at the step, and one key leads to its passage', async () => {
  const { page } = app
  const source = (await query(page, 'sources.list', {})).items[0]
  const sourceId = source?.id ?? ''
  const quote = 'It shows who is waiting.'
  const start = office.indexOf(quote)
  const { text } = await query(page, 'sources.text', { sourceId })
  const at = text.indexOf(quote)
  expect(start).toBeGreaterThan(0)
  const { id: processId } = await command(page, 'processes.create', { name: 'Evidence' })
  const place = { sourceId, start: at, end: at + quote.length }
  await command(page, 'steps.create', {
    processId,
    action: 'sees who waits',
    evidence: [{ basis: 'an informant says', passages: [place] }],
  })
  await command(page, 'steps.create', {
    processId,
    action: 'counts',
    evidence: [{ basis: 'observed', stance: 'contradicts', passages: [place] }],
  })
  await command(page, 'steps.create', { processId, action: 'forgets' })
  await openProcess(/^Evidence/)
  const states = steps().getByRole('button', { name: /^Evidence of/ })
  await expect(states).toHaveText(['supported', 'contradicted', 'unsupported'])
  await step('sees who waits').focus()
  await page.keyboard.press('ArrowDown')
  await expect(workspace.inspector.getByText('Speaks against it')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(workspace.inspector).toContainText(quote)
  await page.keyboard.press('e')
  await expect(workspace.frontTab).toContainText('Office')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(step('sees who waits')).toBeVisible()
})

test('a variant differs from what it was made of: side by side, overlaid, its counterparts', async () => {
  const { page } = app
  const processId = await processOf('Comparing', ['asks', 'answers', 'leaves'])
  await openProcess(/^Comparing/)
  await page
    .getByRole('button', { name: 'More to do with the process' })
    .filter({ visible: true })
    .click()
  await page.getByRole('menuitem', { name: 'New variant from this' }).click()
  const variant = page.getByRole('textbox', { name: 'Variant' }).filter({ visible: true })
  await expect(variant).toBeFocused()
  await variant.fill('Oslo')
  await variant.press('Enter')
  const oslo = (await query(page, 'processes.list', {})).items.find(
    (item) => item.variant === 'Oslo',
  )
  const osloId = oslo?.id ?? ''
  const [asks] = (await query(page, 'steps.list', { processId: osloId })).items
  await command(page, 'steps.update', { stepId: asks?.id ?? '', action: 'writes', weekFrom: 2 })
  await page.getByRole('radio', { name: 'Compare' }).filter({ visible: true }).click()
  await expect(page.getByText('1 row differs')).toBeVisible()
  const cell = page.getByRole('cell').first()
  await expect(cell).toContainText('≠ what is done')
  await expect(cell).toContainText('≠ time')

  await page.getByRole('cell').nth(3).hover()
  await page
    .getByRole('combobox', { name: /^The step that “answers” corresponds to/ })
    .selectOption('Not the same step')
  await expect(page.getByText('3 rows differ')).toBeVisible()
  const isOf = async () => (await query(page, 'steps.list', { processId: osloId })).items[1]
  expect((await isOf())?.counterpartId).toBe((await isOf())?.id)
  await workspace.undo()
  await expect(page.getByText('1 row differs')).toBeVisible()
  const { items: base } = await query(page, 'steps.list', { processId })
  expect((await isOf())?.counterpartId).toBe(base[1]?.id)

  await page.getByRole('radio', { name: 'Overlaid' }).click()
  await page.getByRole('checkbox', { name: 'Only what differs' }).check()
  await expect(page.getByRole('region', { name: 'Compare' }).getByText('week 2')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Compare' }).getByText('leaves')).toBeHidden()
  expect(await axeFaults(app.page)).toEqual([])
})

test('the step table is saved, and a map is made of the process', async () => {
  const { page } = app
  const processId = await processOf('Saving', ['fills in the form'])
  await openProcess(/^Saving/)
  const path = join(app.folder, 'steps.csv')
  await answerSaveDialog(app.electron, path)
  await page
    .getByRole('button', { name: 'More to do with the process' })
    .filter({ visible: true })
    .click()
  await page.getByRole('menuitem', { name: 'Save as a table' }).click()
  await page.getByRole('menuitem', { name: 'Table as text (.csv)' }).first().click()
  await expect(workspace.message('Saved 1 row')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('fills in the form')
  await page.getByRole('button', { name: 'Make a map of this' }).filter({ visible: true }).click()
  await expect(workspace.frontTab).toContainText('Map: Saving')
  expect((await query(page, 'maps.list', {})).items).toMatchObject([{ processIds: [processId] }])
})

test('actors and sites: standpoint, setting, order; where one is used is told before it goes', async () => {
  const { page } = app
  const navigator = workspace.navigator
  const { items: before } = await query(page, 'actors.list', {})
  if (before.length > 0)
    await command(page, 'actors.delete', { actorIds: before.map(({ id }) => id) })
  const { id: processId } = await command(page, 'processes.create', { name: 'Actors' })
  const caseworker = await command(page, 'actors.create', { name: 'Caseworker' })
  await command(page, 'actors.create', { name: 'Doctor' })
  for (const action of ['writes it down', 'calls'])
    await command(page, 'steps.create', { processId, action, actorIds: [caseworker.id] })
  const list = navigator.getByRole('list', { name: 'Actors' })
  await list.getByRole('textbox', { name: 'Name: Doctor' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  const names = async () => (await query(page, 'actors.list', {})).items.map(({ name }) => name)
  await expect.poll(names).toEqual(['Doctor', 'Caseworker'])
  await list.getByRole('button', { name: /begins from.*: Caseworker/ }).click()
  await expect(list.getByText('standpoint')).toBeVisible()
  await navigator.getByRole('button', { name: 'New site' }).click()
  await expect(navigator.getByRole('textbox', { name: 'Name: New site' })).toBeFocused()
  await page.keyboard.type('Ministry')
  await page.keyboard.press('Enter')
  await navigator.getByRole('combobox', { name: /: Ministry$/ }).selectOption('extra-local')
  await expect
    .poll(async () => (await query(page, 'sites.list', {})).items)
    .toMatchObject([{ name: 'Ministry', setting: 'extra-local' }])

  await list
    .getByRole('listitem')
    .filter({ has: page.getByText('standpoint') })
    .hover()
  await list.getByRole('button', { name: 'Delete: Caseworker' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete “Caseworker”?' })
  await expect(dialog.getByRole('listitem')).toHaveText([/writes it down/, /calls/])
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(names).toEqual(['Doctor'])
  await workspace.undo()
  await expect.poll(names).toEqual(['Doctor', 'Caseworker'])
})

test('axe finds no fault on the page of a process and its cards', async () => {
  const { page } = app
  const { items: known } = await query(page, 'actors.list', {})
  if (known.length === 0) await command(page, 'actors.create', { name: 'Doctor' })
  const processId = await processOf('Faultless', ['looks', 'sends', 'waits'])
  const { items } = await query(page, 'steps.list', { processId })
  const [looks, , waits] = items.map(({ id }) => id)
  if (looks === undefined || waits === undefined) throw new Error('no steps')
  const condition = 'nobody answers'
  await command(page, 'flows.create', { fromId: looks, toId: waits, kind: 'branch', condition })
  await openProcess(/^Faultless/)
  await step('looks').click()
  await expect(workspace.inspector.getByRole('heading', { name: 'Where used' })).toBeVisible()
  expect(await axeFaults(app.page)).toEqual([])
  await steps()
    .getByRole('button', { name: /^branch 3\W+waits/ })
    .click()
  await expect(workspace.inspector.getByText('Kind of flow')).toBeVisible()
  expect(await axeFaults(app.page)).toEqual([])
  await steps().getByRole('combobox', { name: 'Actors: looks' }).click()
  await expect(page.getByRole('option', { name: 'Doctor' })).toBeVisible()
  expect(await axeFaults(app.page)).toEqual([])
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
