import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

const office = `Interviewer: What do you go by?

Randi: The list. Egentlig står alt i retningslinja, but the list is what I open.

Randi: Retningslinja says seven days. I have not read it.
`
const guideline = `Guideline for support

2.4 A referral is answered within seven days.
`

// One after the other, in one project that grows.
test.describe.configure({ mode: 'serial' })

let app: RunningApp
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-texts-'))
  const project = await makeProject(folder, { 'Office.txt': office, 'Guideline.txt': guideline })
  app = await launchApp({ project })
  await expect(app.page.getByRole('treeitem', { name: 'Office' })).toBeVisible()
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const navigator = (): Locator => app.page.getByRole('complementary', { name: 'Navigator' })
const front = (): Locator => app.page.locator('.tab-page:not([hidden])')
const row = (title: string): Locator => front().getByRole('row', { name: title })

const statusOf = (title: string): Locator => row(title).getByRole('combobox', { name: /^Status/ })

async function showTexts(): Promise<void> {
  await navigator()
    .getByRole('button', { name: /^Texts/ })
    .click()
}

async function openRegister(): Promise<void> {
  await showTexts()
  await navigator().getByRole('button', { name: 'Text register', exact: true }).click()
  await expect(front().getByRole('heading', { name: 'Text register' })).toBeVisible()
}

async function openRecord(title: string): Promise<void> {
  await showTexts()
  await navigator().getByRole('treeitem', { name: title }).click()
  await expect(front().getByRole('textbox', { name: 'Title' })).toHaveValue(title)
}

async function textNamed(title: string) {
  const { items } = await query(app.page, 'texts.list', {})
  return items.find((text) => text.title === title)
}

async function expectNoFaults(): Promise<void> {
  expect(await axeFaults(app.page)).toEqual([])
}

test('a text that is only mentioned is registered, chased and found in the sources, by keyboard', async () => {
  const { page } = app
  await showTexts()
  await expect(navigator()).toContainText('No texts yet')
  await navigator().getByRole('button', { name: 'New text' }).last().press('Enter')
  await page.keyboard.type('Guideline for support')
  await page.keyboard.press('Enter')
  await expect(front().getByRole('textbox', { name: 'Title' })).toHaveValue('Guideline for support')
  const chase = front().getByRole('radiogroup')
  await chase.getByRole('radio', { name: 'mentioned' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(chase.getByRole('radio', { name: 'requested' })).toBeFocused()
  await expect
    .poll(async () => (await textNamed('Guideline for support'))?.status)
    .toBe('requested')
  const names = front().getByRole('textbox', { name: 'Other names' })
  await names.focus()
  await page.keyboard.type('retningslinja; the guideline')
  await page.keyboard.press('Enter')
  const mentions = front().getByRole('region', { name: /Mentioned in the sources/ })
  await expect(mentions.locator('.text-mention')).toHaveCount(3)
  await expect(mentions.locator('mark').first()).toHaveText(/retningslinja|Guideline/i)
  await expectNoFaults()
})

test('a mention is taken as an activation, and its words are one click away', async () => {
  const { page } = app
  await openRecord('Guideline for support')
  const mention = front().locator('.text-mention').filter({ hasText: 'I have not read it' })
  await mention.getByRole('button', { name: 'Take as…' }).click()
  await page.getByRole('menuitem', { name: 'believed, not read' }).click()
  await expect(mention).toContainText('activation')
  const { items } = await query(page, 'activations.list', {})
  expect(items.map(({ mode, quote }) => [mode, quote])).toEqual([
    ['believed, not read', 'Retningslinja'],
  ])
  const used = front().getByRole('region', { name: /^Activations/ })
  await used.getByRole('button', { name: /believed, not read/ }).click()
  await expect(front().locator('.reading-text')).toContainText('I have not read it')
})

test('a clause is written with its number, and its card shows the same', async () => {
  const { page } = app
  await openRecord('Guideline for support')
  await front().getByRole('button', { name: 'Add a clause' }).click()
  await expect(front().getByRole('textbox', { name: /^Where in the text/ })).toBeFocused()
  await page.keyboard.type('2.4')
  await page.keyboard.press('Enter')
  await expect(front().getByRole('textbox', { name: 'Wording: 2.4' })).toBeFocused()
  await page.keyboard.type('A referral is answered within seven days.')
  await page.keyboard.press('Control+Enter')
  await front().getByRole('button', { name: 'Add a numeric target' }).click()
  await front().getByRole('combobox', { name: 'Comparison: 2.4' }).selectOption('at most')
  const number = front().getByRole('textbox', { name: 'Number: 2.4' })
  await number.fill('7,5')
  await number.press('Enter')
  const target = async () => (await query(page, 'clauses.list', {})).items[0]?.target
  const unit = front().getByRole('textbox', { name: 'Unit: 2.4' })
  await unit.fill('days')
  await unit.press('Enter')
  await expect.poll(target).toEqual({ comparison: 'at most', value: 7.5, unit: 'days' })
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByRole('textbox', { name: 'Where in the text' })).toHaveValue('2.4')
  await expect(inspector.getByRole('textbox', { name: /^Unit/ })).toHaveValue('days')
})

test('the register is filtered, sorted and changed in one go, by keyboard, and it can be undone', async () => {
  const { page } = app
  for (const [title, level, issuer] of [
    ['Act', 'state', 'Parliament'],
    ['Letter', 'state', 'Ministry'],
    ['List', 'office', 'System'],
  ] as const) {
    await command(page, 'texts.create', { title, level, issuer })
  }
  await openRegister()
  await front().getByRole('combobox', { name: 'Level' }).first().selectOption('state')
  await expect(front().locator('.register-text')).toHaveCount(2)
  await front().getByRole('columnheader', { name: 'Issuer' }).getByRole('button').click()
  await expect(front().locator('.register-open')).toHaveText(['Letter', 'Act'])
  await row('Letter').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(row('Act')).toBeFocused()
  await page.keyboard.press('Shift+Space')
  await expect(front().getByRole('toolbar')).toContainText('2 chosen')
  await expectNoFaults()
  await front().getByRole('combobox', { name: 'Set status…' }).selectOption('presumed missing')
  await expect(statusOf('Act')).toHaveValue('presumed missing')
  await expect(statusOf('Letter')).toHaveValue('presumed missing')
  expect((await textNamed('List'))?.status).toBe('mentioned')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(statusOf('Act')).toHaveValue('mentioned')
  await front().getByRole('button', { name: 'Choose none' }).click()
  await front().getByRole('button', { name: 'Clear the filters' }).click()
  await expect(front().locator('.register-text')).toHaveCount(4)
})

test('deleting a text that is used shows where, and undo brings it back with its links', async () => {
  const { page } = app
  const act = await textNamed('Act')
  const list = await textNamed('List')
  await command(page, 'links.create', {
    from: { type: 'text', id: act?.id ?? '' },
    relation: 'mandates',
    to: { type: 'text', id: list?.id ?? '' },
  })
  await openRegister()
  await row('List').focus()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Act mandates List')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(row('List')).toHaveCount(0)
  expect((await query(page, 'links.list', {})).items).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row('List')).toBeVisible()
  expect((await query(page, 'links.list', {})).items).toHaveLength(1)
})

test('two records of one text become one, and the other title a name of it', async () => {
  const { page } = app
  await command(page, 'texts.create', { title: 'Lov', aliases: ['the law'] })
  await openRecord('Lov')
  await front().getByRole('button', { name: 'More about this text' }).click()
  await page.getByRole('menuitem', { name: /^Merge/ }).click()
  await page.getByRole('combobox', { name: 'Text that stays' }).fill('act')
  await page.keyboard.press('Enter')
  await expect(front().getByRole('textbox', { name: 'Title' })).toHaveValue('Act')
  expect((await textNamed('Act'))?.aliases).toEqual(['Lov', 'the law'])
  expect(await textNamed('Lov')).toBeUndefined()
})

test('an index code stands for the text and is renamed with it', async () => {
  const { page } = app
  await openRecord('Act')
  await front().getByRole('button', { name: 'Make an index code' }).click()
  await expect(front().locator('.text-chip-pair')).toContainText('Act')
  const title = front().getByRole('textbox', { name: 'Title' })
  await title.fill('Act on support')
  await title.press('Enter')
  await expect(front().locator('.text-chip-pair')).toContainText('Act on support')
  expect((await query(page, 'codes.list', {})).items[0]?.name).toBe('Act on support')
})

test('the register goes out as a table and comes in again from one', async () => {
  const { page } = app
  await openRegister()
  const out = join(folder, 'inventory.csv')
  await answerSaveDialog(app.electron, out)
  await front().getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Table as text (.csv)' }).click()
  await expect(page.getByText('Wrote 4 texts.')).toBeVisible()
  expect(readFileSync(out, 'utf8')).toContain('Act on support')
  const table = join(folder, 'more.csv')
  writeFileSync(table, 'Title,Level,Status\nList,office,read\nScale,directorate,requested\n')
  await answerOpenDialog(app.electron, [table])
  await front().getByRole('button', { name: 'Import text register…' }).click()
  await expect(page.getByText('Added 1 text; 1 were known already.')).toBeVisible()
  await expect(statusOf('Scale')).toHaveValue('requested')
  expect(app.errors).toEqual([])
})
