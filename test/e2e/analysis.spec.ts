import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './support/axe.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const told = 'Jeg tar samtalen først og avklaringen etterpå.'
const counted = 'Avklaring skal være gjort innen fire uker.'
const transcript = `Intervjuer: Fortell.\n\nBerit: ${told}\n\nBerit: ${counted}\n`

let app: RunningApp
let sourceId: string

test.beforeEach(async () => {
  app = await launchApp()
  await openProjectFile(app, await makeProject(app.folder, { 'berit.txt': transcript }))
  const { page } = app
  await expect(page.locator('.rail')).toBeVisible()
  sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  await page
    .locator('.rail')
    .getByRole('button', { name: /^Analysis/ })
    .click()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function place(words: string): Promise<{ sourceId: string; start: number; end: number }> {
  const { text } = await query(app.page, 'sources.text', { sourceId })
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { sourceId, start, end: start + words.length }
}

async function openPage(name: string): Promise<void> {
  await app.page.locator('.analysis-panel').getByRole('button', { name }).click()
}

async function expectNoFindings(): Promise<void> {
  expect(await axeFaults(app.page)).toEqual([])
}

test('a disjuncture takes the passage in hand on each side, and lacks evidence until both have one', async () => {
  const { page } = app
  const first = await command(page, 'codes.create', { name: 'x' })
  const { id: passageId } = await command(page, 'passages.code', {
    ...(await place(told)),
    codeId: first.id,
  }).then(async () => (await query(page, 'sources.passages', { sourceId })).items[0] ?? { id: '' })
  await command(page, 'disjunctures.create', {
    title: 'Samtalen og tellingen',
    sideAPassages: [{ passageId }],
  })
  await openPage('Disjunctures 1')
  const entry = page.getByRole('main').getByRole('article', { name: 'Samtalen og tellingen' })
  await expect(entry).toContainText('lacks evidence')
  await expect(entry).toContainText(told)
  await expectNoFindings()
  // The quote leads to its words; the words chosen there are then in hand.
  await entry.locator('.claim-quote').click()
  await expect(page.locator('.reading-text')).toContainText(counted)
  await page.locator('.reading-stripe').first().click()
  await openPage('Disjunctures 1')
  const other = entry.getByRole('region', { name: /^Other side/ })
  await other.getByRole('button', { name: 'Add the passage in hand: Other side' }).click()
  await expect(entry).not.toContainText('lacks evidence')
  const { items } = await query(page, 'disjunctures.list', {})
  expect(items[0]).toMatchObject({ isEvidenced: true, sideBPassageIds: [passageId] })
})

test('a thread is put in order by keys, and keeps its gap', async () => {
  const { page } = app
  await command(page, 'threads.create', {
    title: 'Fire uker',
    items: [
      { at: await place(told), note: 'told' },
      { at: null, note: 'who asks?' },
      { at: await place(counted), note: 'counted' },
    ],
  })
  const notes = async () =>
    (await query(page, 'threads.list', {})).items[0]?.items.map(({ note }) => note).join(', ')
  await openPage('Threads 1')
  const gap = page.getByRole('listitem', { name: 'Place 2 of 3: Gap' })
  await gap.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(notes).toBe('told, counted, who asks?')
  await expect(page.getByRole('listitem', { name: 'Place 3 of 3: Gap' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(notes).toBe('who asks?, told, counted')
  await expectNoFindings()
  await page.getByRole('button', { name: 'Add a gap' }).click()
  await expect(page.getByRole('listitem', { name: 'Place 4 of 4: Gap' })).toBeVisible()
})

test('a circuit is found in the links and gets a name', async () => {
  const { page } = app
  const list = await command(page, 'texts.create', { title: 'Lista' })
  const form = await command(page, 'texts.create', { title: 'Skjemaet' })
  const link = async (from: string, relation: string, to: string) =>
    await command(page, 'links.create', {
      from: { type: 'text', id: from },
      relation,
      to: { type: 'text', id: to },
    })
  await link(list.id, 'triggers', form.id)
  await link(form.id, 'input to', list.id)
  await openPage('Circuits')
  await expect(page.getByText('Lista triggers Skjemaet')).toBeVisible()
  await page.getByRole('button', { name: /^Name it/ }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await page.keyboard.type('Lista lager seg selv')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Lista lager seg selv' })).toBeVisible()
  const { items } = await query(page, 'circuits.list', {})
  expect(items[0]).toMatchObject({ title: 'Lista lager seg selv' })
  expect(items[0]?.members).toHaveLength(2)
  await expectNoFindings()
})

test('a term is watched, and each use says what it consists of, by keyboard', async () => {
  const { page } = app
  await openPage('Watch list')
  await page.getByRole('textbox', { name: 'Term to watch' }).focus()
  await page.keyboard.type('avklaring')
  await page.keyboard.press('Enter')
  const term = page.getByRole('main').getByRole('article', { name: 'avklaring' })
  await expect(term).toContainText('1 use')
  await term.getByRole('textbox', { name: 'Other forms' }).focus()
  await page.keyboard.type('avklaringen')
  await page.keyboard.press('Enter')
  await expect(term).toContainText('2 uses')
  await page.getByRole('radio', { name: 'In time' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(term.getByRole('heading', { name: /Berit/ })).toBeVisible()
  await term
    .getByRole('textbox', { name: /^What does it consist of/ })
    .first()
    .focus()
  await page.keyboard.type('å vente')
  await page.keyboard.press('Control+Enter')
  await expect(term).toContainText('1 with a meaning')
  await expectNoFindings()
  const { items } = await query(page, 'terms.list', {})
  expect(items[0]).toMatchObject({ term: 'avklaring', variants: ['avklaringen'], uses: 1 })
})

test('the answers to standing questions are counted for each source and open', async () => {
  const { page } = app
  await command(page, 'answers.create', { at: await place(told), questionId: 'work' })
  await command(page, 'answers.create', { at: await place(counted), questionId: 'work' })
  await openPage('Standing questions 4')
  await page.getByRole('textbox', { name: 'A question of your own' }).fill('Hva telles ikke?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Question 5' })).toHaveValue('Hva telles ikke?')
  await page.getByRole('button', { name: 'berit, question 1: 2' }).click()
  await expect(page.getByRole('region', { name: '2 answers' })).toContainText(counted)
  await expectNoFindings()
})

test('a table is sorted, opens its rows by keyboard, shows its passages and is saved', async () => {
  const { page, electron, folder } = app
  for (const title of ['Lista', 'Veilederen', 'Skjemaet']) {
    await command(page, 'texts.create', { title, genre: 'skjema' })
  }
  await command(page, 'threads.create', { title: 'Tråd', items: [{ at: await place(counted) }] })
  await openPage('Text inventory')
  const grid = page.getByRole('grid', { name: 'Text inventory' })
  const titles = grid.locator('tbody td:first-child')
  await expect(titles).toHaveText(['Lista', 'Skjemaet', 'Veilederen'])
  await grid.getByRole('button', { name: 'Title' }).click()
  await grid.getByRole('button', { name: 'Title' }).click()
  await expect(titles).toHaveText(['Veilederen', 'Skjemaet', 'Lista'])
  await expect(grid.getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expectNoFindings()
  const path = join(folder, 'inventory.csv')
  await answerSaveDialog(electron, path)
  await page.getByRole('combobox', { name: 'File format' }).selectOption('csv')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain('Veilederen')
  await grid.getByRole('row', { name: /^Veilederen/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Skjemaet', level: 1 })).toBeVisible()
  await page.locator('.analysis-panel').getByRole('button', { name: 'Threads' }).last().click()
  await page.getByRole('button', { name: 'Show passage 1:3 in the text' }).click()
  await expect(page.locator('.reading-text')).toContainText(counted)
})
