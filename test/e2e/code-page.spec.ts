import { expect, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodePage } from './pages/code-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { interviews, makeCode as makeCodeIn } from './scenes/interviews.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp
let workspace: Workspace
let codePage: CodePage
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-code-page-'))
  const project = await makeProject(folder, interviews)
  app = await launchApp({ project })
  workspace = new Workspace(app)
  codePage = new CodePage(workspace)
  await workspace.showPanel('Sources')
  await expect(workspace.source('Office')).toBeVisible()
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const makeCode = (name: string, quotes: string[], parentId?: string) =>
  makeCodeIn(app.page, name, quotes, parentId)

async function quotesOf(codeId: string): Promise<string[]> {
  return (await query(app.page, 'codings.list', { codeId })).items.map(({ quote }) => quote)
}

test('the number of passages is not told before it is known', async () => {
  await makeCode('first', ['I open'])
  await workspace.showPanel('Codes')
  await app.page.evaluate(() => {
    const seen = globalThis as { counts?: string[] }
    const counts: string[] = (seen.counts = [])
    new MutationObserver(() => {
      const count = document.querySelector('.code-passages-count')?.textContent ?? ''
      if (count !== '' && counts.at(-1) !== count) counts.push(count)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await codePage.open('first')
  await expect(codePage.passages).toContainText('1 passage')
  expect(await app.page.evaluate(() => (globalThis as { counts?: string[] }).counts)).toEqual([
    '1 passage',
  ])
})

test('passages are narrowed to a source, a person, an analyst, and widened to sub-codes', async () => {
  const { page } = app
  const [shown, wait, desk] = ['who is waiting', 'I wait for the doctor', 'lies on a desk']
  const id = await makeCode('waiting', [shown, wait])
  await makeCode('for paper', [desk], id)
  const sources = (await query(page, 'sources.list', {})).items
  const jonas = await command(page, 'persons.create', { pseudonym: 'Jonas' })
  await command(page, 'sources.linkSpeaker', {
    sourceId: sources.find(({ title }) => title === 'Home')?.id ?? '',
    speaker: 'Jonas',
    personId: jonas.id,
  })
  const me = (await query(page, 'project.info', {})).analysts[0]?.id ?? ''
  const partner = await command(page, 'analysts.create', { name: 'Ola' })
  await command(page, 'analysts.use', { analystId: partner.id })
  const days = 'Nobody counts'
  const source = sources.find(({ title }) => title === 'Home')?.id ?? ''
  const start = (await query(page, 'sources.text', { sourceId: source })).text.indexOf(days)
  const range = { sourceId: source, start, end: start + days.length }
  await command(page, 'passages.code', { ...range, codeId: id })
  await command(page, 'analysts.use', { analystId: me })

  await codePage.open('waiting')
  await expect(codePage.passages).toContainText('3 passages')
  await codePage.filter('Source', 'Office')
  await expect.poll(() => codePage.quotes()).toEqual([shown])
  await expect(codePage.passages).toContainText('1 passage')
  await codePage.filter('Source', 'All sources')
  await codePage.filter('Person', 'Jonas')
  await expect.poll(() => codePage.quotes()).toEqual([wait, days])
  await codePage.filter('Whose codings', 'Others’')
  await expect.poll(() => codePage.quotes()).toEqual([days])
  await codePage.filter('Source', 'Office')
  await expect(codePage.passages).toContainText('No passage fits what is chosen above.')
  await codePage.filter('Source', 'All sources')
  await codePage.filter('Whose codings', 'Everybody’s')
  await codePage.filter('With sub-codes', 'yes')
  await expect.poll(() => codePage.quotes()).toEqual([wait, desk, days])
})

test('a passage is given another code, and undo gives the old one back', async () => {
  const from = await makeCode('talking', ['I call', 'do not answer'])
  const to = await makeCode('telephone', [])
  await codePage.open('talking')
  await codePage.choose('I call')
  await expect(codePage.passages).toContainText('1 chosen')
  await codePage.passages.getByRole('button', { name: 'Recode' }).click()
  await codePage.chooseTarget('teleph')
  await expect(workspace.message('Recoded to “telephone” · 1 coding')).toBeVisible()
  await expect.poll(() => codePage.quotes()).toEqual(['do not answer'])
  expect(await quotesOf(to)).toEqual(['I call'])
  await workspace.undo()
  await expect.poll(() => codePage.quotes()).toEqual(['I call', 'do not answer'])
  expect(await quotesOf(from)).toEqual(['I call', 'do not answer'])
})

test('passages are gone through, chosen, recoded and uncoded with the keyboard alone', async () => {
  const { keyboard } = app.page
  const words = ['I open the list', 'It shows', 'I write it down', 'it has happened']
  const id = await makeCode('writing', words)
  await makeCode('screen', [])
  await codePage.open('writing')
  await codePage.passage('I open the list').focus()
  await keyboard.press('ArrowDown')
  await expect(codePage.passage('It shows')).toBeFocused()
  await keyboard.press('r')
  await expect(app.page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await codePage.chooseTarget('scre')
  await expect.poll(() => quotesOf(id)).toEqual([words[0], words[2], words[3]])
  await expect(codePage.passage('I write it down')).toBeFocused()

  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.press('Shift+Space')
  await expect(codePage.passages).toContainText('2 chosen')
  await keyboard.press('Delete')
  await expect(workspace.message('Removed 2 codings')).toBeVisible()
  await expect.poll(() => codePage.quotes()).toEqual([words[0]])
  await expect(codePage.passage('I open the list')).toBeFocused()
  await workspace.undo()
  await expect.poll(() => quotesOf(id)).toEqual([words[0], words[2], words[3]])
})

test('a passage is shown in its source, and Alt+Left leads back to where one was', async () => {
  await makeCode('form', ['The form', 'who is waiting'])
  await codePage.open('form')
  await codePage.passage('The form').focus()
  await app.page.keyboard.press('Enter')
  await expect(workspace.frontTab).toContainText('Home')
  await expect(workspace.inspector.getByRole('blockquote')).toHaveText('The form')
  await expect(new Reader(app.page, 'Home').stripe('form')).toBeInViewport()
  await app.page.keyboard.press('Alt+ArrowLeft')
  await codePage.expectOpen('form')
  await codePage
    .passage('who is waiting')
    .getByRole('button', { name: /^Office/ })
    .click()
  await expect(workspace.frontTab).toContainText('Office')
  await app.page.keyboard.press('Alt+ArrowLeft')
  await codePage.expectOpen('form')
})

test('a passage with a star is an example in the codebook', async () => {
  const { page } = app
  // Two are printed, those with a star first.
  await makeCode('counting', ['who is waiting', 'it has happened', 'Nobody counts the days'])
  await codePage.open('counting')
  await codePage.passage('Nobody counts the days').focus()
  await page.keyboard.press('*')
  const about = codePage.main.getByRole('region', { name: 'About the code' })
  await expect(about).toContainText('Nobody counts the days')
  await codePage
    .passage('it has happened')
    .getByRole('button', { name: 'Make it an example' })
    .click()
  await expect(about).toContainText('it has happened')
  await about.getByRole('button', { name: 'No longer an example' }).last().click()
  await expect(about).not.toContainText('it has happened')

  const path = join(app.folder, 'codebook.md')
  await answerSaveDialog(app.electron, path)
  await page.keyboard.press('Control+Shift+e')
  await expect(page.getByRole('region', { name: 'Preview of the codebook' })).toContainText(
    'Nobody counts the days',
  )
  await page.getByLabel('Format').selectOption('md')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(workspace.message(path)).toBeVisible()
  const [, written = ''] = readFileSync(path, 'utf8').split('## counting')
  expect(written).toMatch(/> Nobody counts the days[^#]*> who is waiting/)
  expect(written).not.toContain('it has happened')
})

test('a code is moved, renamed and given a sub-code from the menu of its page', async () => {
  const { page } = app
  await makeCode('work', [])
  const id = await makeCode('errands', ['lies on a desk'])
  await codePage.open('errands')
  await workspace.showPanel('Sources')
  await codePage.act('Move to…')
  await codePage.chooseTarget('work')
  await expect(codePage.main.getByRole('navigation')).toContainText('work')
  await workspace.undo()
  await expect(codePage.main.getByRole('navigation')).toBeHidden()

  await codePage.act('Rename')
  const name = workspace.navigator.getByRole('textbox', { name: 'Name of the code' })
  await expect(name).toBeFocused()
  await page.keyboard.type('errands and paper')
  await page.keyboard.press('Enter')
  await codePage.expectOpen('errands and paper')

  await workspace.showPanel('Sources')
  await codePage.act('New sub-code')
  await expect(page.getByRole('textbox', { name: 'Name of the new code' })).toBeFocused()
  await page.keyboard.type('desks')
  await page.keyboard.press('Enter')
  await expect(workspace.code('desks')).toHaveAttribute('aria-level', '2')
  const { items } = await query(page, 'codes.list', {})
  expect(items.find((code) => code.name === 'desks')?.parentId).toBe(id)
})

test('a code is split by dealing its passages out, and one undo takes it all back', async () => {
  const { page } = app
  const { keyboard } = page
  const words = ['I open the list', 'who is waiting', 'I call', 'I write it down']
  const id = await makeCode('doing', words)
  const known = await makeCode('known', [])
  await codePage.open('doing')
  await codePage.act('Split…')
  const dialog = page.getByRole('dialog', { name: 'Split “doing”' })
  const field = dialog.getByRole('combobox')
  await expect(field).toBeFocused()
  await field.fill('doing')
  await expect(dialog.getByRole('button', { name: 'New code' })).toBeHidden()
  await field.fill('known')
  await keyboard.press('Enter')
  await field.fill('with a telephone')
  await keyboard.press('Shift+Enter')
  await dialog.getByRole('button', { name: 'Start dealing' }).click()

  await expect(dialog.locator('mark')).toHaveText('I open the list')
  await keyboard.press('1')
  await expect(dialog.locator('mark')).toHaveText('who is waiting')
  await keyboard.press('2')
  await keyboard.press('Backspace')
  await expect(dialog.locator('mark')).toHaveText('who is waiting')
  await keyboard.press('Space')
  await expect(dialog.locator('mark')).toHaveText('I call')
  await keyboard.press('2')
  await keyboard.press('2')
  await expect(dialog).toContainText('Every passage has been seen.')
  await expect(dialog).toContainText('To be given another code: 3 codings')
  expect(await quotesOf(id)).toEqual(words)

  await keyboard.press('Escape')
  await expect(dialog).toContainText('What you have dealt is not kept yet.')
  await dialog.getByRole('button', { name: 'Go on dealing' }).click()
  await dialog.getByRole('button', { name: 'Finish' }).click()
  await expect(dialog).toBeHidden()
  await expect(workspace.message('Dealt out 3 codings')).toBeVisible()
  expect(await quotesOf(id)).toEqual(['who is waiting'])
  expect(await quotesOf(known)).toEqual(['I open the list'])
  await expect(workspace.code('with a telephone')).toHaveAttribute('aria-label', /2 codings/)

  await workspace.undo()
  await expect(workspace.code('with a telephone')).toBeHidden()
  expect(await quotesOf(id)).toEqual(words)
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
