import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Reader } from './pages/reader.ts'
import { newProject, openRecent } from './pages/start-screen.ts'
import { Workspace, titleOf } from './pages/workspace.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { allSamples, samples } from './support/samples.ts'

test.describe.configure({ mode: 'serial' })

let app: RunningApp
let workspace: Workspace
let randi: Reader

const list = 'Det er en oversikt i fagsystemet'
const note = 'Det er ikke kontakten som gjør feltet grønt, det er notatet.'
const visible = 'Få tiden til å synes'
const counted = 'tellebesøk'
const phone = 'Jeg ringer veldig mye.'

test.beforeAll(async () => {
  app = await launchApp()
  workspace = new Workspace(app)
  randi = new Reader(app.page, titleOf(samples.randi))
})

test.afterAll(async () => {
  await app.close()
})

async function codings(): Promise<string[]> {
  const { items } = await query(app.page, 'codings.list', {})
  return items.map(({ codeName, quote }) => `${codeName}: ${quote}`).toSorted()
}

test('a newcomer makes a project and imports four files', async () => {
  await newProject(app, 'Two offices')
  await workspace.importFiles(allSamples)
  await expect(app.page.getByText('4 sources were imported')).toBeVisible()
  await workspace.openSource(titleOf(samples.randi))
  await expect(randi.text).toContainText('Hva vil det si å være jobbspesialist')
  const { items } = await query(app.page, 'sources.speakers', {
    sourceId: (await query(app.page, 'sources.list', {})).items[0]?.id ?? '',
  })
  expect(items.map(({ name, turns }) => `${name} ${turns}`)).toEqual(['Intervjuer 60', 'Randi 60'])
})

test('words are coded with a new code, an old code, a recent code and their own words', async () => {
  await randi.text.click()
  await randi.select(list)
  await randi.codeAnew('oversikt')
  await expect(randi.stripe('oversikt')).toBeVisible()

  await randi.select(note)
  await randi.codeAnew('dokumentering')
  await expect(randi.stripe('dokumentering')).toBeVisible()

  await randi.select(visible)
  await randi.code('doku')
  await expect.poll(codings).toContain(`dokumentering: ${visible}`)
  await expect(randi.stripe('dokumentering').last()).toBeInViewport()

  await randi.select(phone)
  await app.page.keyboard.press('2')
  await expect(randi.stripe('oversikt').first()).toBeVisible()

  await randi.select(counted)
  await app.page.keyboard.press('v')
  await expect(randi.stripe(counted)).toBeVisible()

  await expect
    .poll(codings)
    .toEqual(
      [
        `dokumentering: ${note}`,
        `dokumentering: ${visible}`,
        `oversikt: ${list}`,
        `oversikt: ${phone}`,
        `${counted}: ${counted}`,
      ].toSorted(),
    )
  expect(await randi.paintedWords()).toContain(counted)
})

test('undo takes the last coding back and redo makes it again', async () => {
  const before = await codings()
  await workspace.undo()
  await expect(randi.stripe(counted)).toBeHidden()
  expect(await codings()).toEqual(before.filter((line) => !line.startsWith(counted)))
  await app.page.keyboard.press('Control+Shift+z')
  await expect(workspace.message('Redid:').last()).toBeVisible()
  expect(await codings()).toEqual(before)
})

test('a typing error is mended without moving the codings', async () => {
  const before = await codings()
  await randi.select('sånn helt konkret')
  await randi.startEditing()
  await app.page.keyboard.type('helt og holdent konkret')
  await randi.stopEditing()
  await expect(randi.text).toContainText('jobbspesialist, helt og holdent konkret?')
  expect(await codings()).toEqual(before)
})

test('editing inside a coded passage changes its quote; undo brings both back', async () => {
  const before = await codings()
  await randi.select('veldig mye')
  await randi.startEditing()
  await app.page.keyboard.type('altfor mye')
  await randi.stopEditing()
  await expect.poll(codings).toContain('oversikt: Jeg ringer altfor mye.')
  await randi.text.press('Control+z')
  await expect.poll(codings).toEqual(before)
  await expect(randi.text).toContainText(phone)
})

test('codes are renamed, moved, merged and deleted, each with a way back', async () => {
  await workspace.showPanel('Codes')
  await workspace.code('oversikt').click()
  await app.page.keyboard.press('F2')
  await app.page.getByRole('textbox', { name: 'Name of the code' }).fill('lister og oversikter')
  await app.page.keyboard.press('Enter')
  await expect(workspace.code('lister og oversikter')).toBeVisible()

  await workspace.code(counted).click()
  await app.page.keyboard.press('Alt+ArrowRight')
  await expect(workspace.code(counted)).toHaveAttribute('aria-level', '2')

  await workspace.code('lister og oversikter').click()
  await app.page.keyboard.press('Control+m')
  const dialog = app.page.getByRole('dialog')
  await expect(dialog).toContainText('2 codings')
  await dialog.getByRole('combobox').fill('doku')
  await dialog.getByRole('combobox').press('Enter')
  // Its own, those that came, and one of the code below it.
  await expect(workspace.code('dokumentering')).toHaveAttribute('aria-label', /5 codings/)
  await workspace.undo()
  await expect(workspace.code('lister og oversikter')).toHaveAttribute('aria-label', /2 codings/)

  await workspace.code('lister og oversikter').click()
  await app.page.keyboard.press('Delete')
  const said = workspace.message('Deleted “lister og oversikter” · 2 codings')
  await expect(said).toBeVisible()
  await expect(workspace.code('lister og oversikter')).toBeHidden()
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(workspace.code('lister og oversikter')).toBeVisible()
  expect(await codings()).toContain(`lister og oversikter: ${list}`)
})

test('a code has a page with its passages, and the way there and back', async () => {
  await workspace.code('dokumentering').click()
  await app.page.keyboard.press('Enter')
  await expect(workspace.frontTab).toContainText('dokumentering')
  const main = app.page.getByRole('main')
  await main.getByRole('textbox', { name: 'Definition' }).fill('Å gjøre arbeid synlig på papir.')
  await app.page.keyboard.press('Tab')
  // Pages behind the front one stay in the document, so the words are looked for on this one.
  await expect(app.page.locator('.code-page')).toContainText(note)
  await main.getByRole('button', { name: 'Go to the passage in its source' }).first().click()
  await expect(workspace.frontTab).toContainText(titleOf(samples.randi))
  await app.page.keyboard.press('Alt+ArrowLeft')
  await expect(workspace.frontTab).toContainText('dokumentering')
  await app.page.keyboard.press('Alt+ArrowRight')
  await expect(workspace.frontTab).toContainText(titleOf(samples.randi))
})

test('a memo is written about a passage', async () => {
  await randi.text.click()
  await randi.select(note)
  await randi.stripe('dokumentering').first().click()
  await randi.text.press('m')
  const memo = app.page.getByRole('textbox', { name: 'Text of the memo' })
  await memo.click()
  await app.page.keyboard.type('Hvem leser notatet, og hva gjør det grønne feltet med uka hennes?')
  await expect
    .poll(async () =>
      (await query(app.page, 'memos.list', {})).items.map(({ text }) => text.trim()),
    )
    .toEqual(['Hvem leser notatet, og hva gjør det grønne feltet med uka hennes?'])
})

test('words are found in all sources', async () => {
  await workspace.runCommand('Search in all sources')
  const field = app.page.getByRole('textbox', { name: 'Search in all sources' }).first()
  await field.fill('karriereplan')
  await field.press('Enter')
  await expect(app.page.getByRole('main')).toContainText(titleOf(samples.guideline))
  await expect(app.page.getByRole('main')).toContainText(titleOf(samples.randi))
})

test('the codebook is looked at and saved as a Word file', async () => {
  await app.page.keyboard.press('Control+Shift+e')
  const paper = app.page.getByRole('region', { name: 'Preview of the codebook' })
  await expect(paper).toContainText('dokumentering')
  await expect(paper).toContainText('Å gjøre arbeid synlig på papir.')
  const path = join(app.folder, 'codebook.docx')
  await answerSaveDialog(app.electron, path)
  await app.page.getByRole('button', { name: 'Save…' }).click()
  await expect(workspace.message('Saved the codebook with 3 codes.')).toBeVisible()
  expect(existsSync(path)).toBe(true)
  const document = unzipSync(readFileSync(path))['word/document.xml']
  const words = strFromU8(document ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  expect(words).toContain('lister og oversikter')
  expect(words).toContain('Å gjøre arbeid synlig på papir.')
  expect(words).toContain(counted)
})

test('after closing and starting again everything is there', async () => {
  const before = await codings()
  app = await app.restart()
  workspace = new Workspace(app)
  await openRecent(app, 'Two offices')
  expect(await codings()).toEqual(before)
  await workspace.openSource(titleOf(samples.randi))
  randi = new Reader(app.page, titleOf(samples.randi))
  await expect(randi.text).toContainText('jobbspesialist, helt og holdent konkret?')
  await randi.text.click()
  await randi.select(note)
  await expect(randi.stripe('dokumentering').first()).toBeInViewport()
  await workspace.showPanel('Memos')
  await expect(workspace.navigator).toContainText('Hvem leser notatet')
  expect((await query(app.page, 'project.check', { rebuild: true })).problems).toEqual([])
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
