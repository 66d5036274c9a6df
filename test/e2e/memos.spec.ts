import { expect, test } from '@playwright/test'
import { MemoPage } from './pages/memo-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const interview = [
  'I: Hva bruker dere skjemaet til?',
  'Kari: Fredag er skjemadag, da teller vi alt sammen.',
  'I: Og resten av uka?',
  'Kari: Resten av uka snakker vi med folk.',
  '',
].join('\n')
const words = 'Fredag er skjemadag'

let app: RunningApp
let workspace: Workspace
let reader: Reader
let memo: MemoPage

function look(): void {
  workspace = new Workspace(app)
  reader = new Reader(app.page, 'Samtale')
  memo = new MemoPage(app.page)
}

/** A project with an interview in which some words are coded. */
test.beforeEach(async () => {
  app = await launchApp()
  look()
  await openProjectFile(app, await makeProject(app.folder, { 'Samtale.txt': interview }))
  await expect(workspace.source('Samtale')).toBeVisible()
  const { items } = await query(app.page, 'sources.list', {})
  const code = await command(app.page, 'codes.create', { name: 'skjemaarbeid' })
  const start = interview.indexOf(words)
  await command(app.page, 'passages.code', {
    sourceId: items[0]?.id ?? '',
    start,
    end: start + words.length,
    codeId: code.id,
  })
})

test.afterEach(async () => {
  await app.close()
})

const memos = async () => (await query(app.page, 'memos.list', {})).items

test('a memo is about what is at hand, and can be made about something else', async () => {
  const { keyboard } = app.page
  await keyboard.press('Control+Shift+m')
  await memo.begin('Om alt')
  await expect(memo.about).toHaveText('About: The project')

  await workspace.openSource('Samtale')
  await keyboard.press('Control+Alt+m')
  await memo.begin('Om samtalen')
  await expect(memo.about).toHaveText('About: A sourceSamtale')

  await workspace.showPanel('Codes')
  await workspace.code('skjemaarbeid').click()
  await keyboard.press('Control+Alt+m')
  await memo.begin('Om koden')
  await expect(memo.about).toHaveText('About: A codeskjemaarbeid')

  await workspace.openSource('Samtale')
  await reader.stripe('skjemaarbeid').click()
  await keyboard.press('m')
  await memo.begin('Om ordene')
  await expect(memo.about).toContainText('About: A passage')
  await expect
    .poll(async () => (await memos()).map(({ title, about }) => [title, about.type]))
    .toEqual([
      ['Om ordene', 'passage'],
      ['Om koden', 'code'],
      ['Om samtalen', 'source'],
      ['Om alt', 'project'],
    ])

  // The one about the words becomes one about the project, and about the words again by undo.
  await memo.makeAbout('The project')
  await expect(memo.about).toHaveText('About: The project')
  await memo.title.press('Escape')
  await workspace.runCommand('Undo')
  await expect(memo.about).toContainText('About: A passage')
  await memo.about.click()
  await app.page.getByRole('menuitem', { name: 'Open what the memo is about' }).click()
  await expect.poll(() => reader.selectedWords()).toBe(words)
})

test('the list is filtered by kind, status, subject and words', async () => {
  const { page } = app
  for (const title of ['Undring om fredag', 'Valg av metode', 'Notis']) {
    await page.keyboard.press('Control+Shift+m')
    await memo.begin(title)
    if (title === 'Undring om fredag') await memo.kind.selectOption('Puzzle')
    if (title === 'Valg av metode') {
      await memo.kind.selectOption('Method')
      await memo.status.selectOption('Settled')
    }
  }
  await expect
    .poll(async () => (await memos()).map(({ kind, status }) => `${kind} ${status}`))
    .toEqual(['note open', 'method settled', 'puzzle open'])
  await workspace.showPanel('Memos')
  const titles = page.getByRole('list', { name: 'Memos' }).locator('.memo-row-title')
  await expect(titles).toHaveCount(3)
  const choose = async (menu: string, choice: string) => {
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('menuitem', { name: menu }).hover()
    await page.getByRole('menuitemcheckbox', { name: choice, exact: true }).click()
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  await choose('Kind', 'Puzzle')
  await expect(titles).toHaveText(['Undring om fredag'])
  await choose('Status', 'Settled')
  await expect(page.getByText('No memo fits what is chosen.')).toBeVisible()
  await choose('Kind', 'All kinds')
  await expect(titles).toHaveText(['Valg av metode'])
  await choose('Status', 'Open and settled')
  await choose('About', 'A source')
  await expect(titles).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all memos' }).click()
  await expect(titles).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Filter memos' }).fill('fredag')
  await expect(titles).toHaveText(['Undring om fredag'])
})

test('text is formatted by keys and toolbar, undone, and all of it is there after a restart', async () => {
  const { keyboard } = app.page
  await keyboard.press('Control+Shift+m')
  await memo.begin('Om skjemaet')
  await memo.kind.selectOption('Puzzle')
  await memo.status.selectOption('Settled')
  await memo.text.click()
  await memo.button('Heading').first().click()
  await keyboard.type('Hva telles')
  await keyboard.press('Enter')
  await keyboard.type('De teller ')
  await keyboard.press('Control+b')
  await expect(memo.button('Bold')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.type('alt')
  await keyboard.press('Control+b')
  await keyboard.type(' på ')
  await keyboard.press('Control+i')
  await keyboard.type('fredag')
  await keyboard.press('Control+i')
  await keyboard.press('Enter')
  await memo.button('List').first().click()
  await keyboard.type('ett')
  await keyboard.press('Enter')
  await keyboard.type('to')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await memo.button('Quotation').click()
  await keyboard.type('som hun sa')
  const isFormatted = async () => {
    await expect(memo.text.locator('h1')).toHaveText('Hva telles')
    await expect(memo.text.locator('strong')).toHaveText('alt')
    await expect(memo.text.locator('em')).toHaveText('fredag')
    await expect(memo.text.locator('ul > li')).toHaveText(['ett', 'to'])
    await expect(memo.text.locator('blockquote')).toHaveText('som hun sa')
  }
  await isFormatted()

  // What is typed after a pause is undone by itself; everything before stays.
  await expect.poll(async () => (await memos())[0]?.text).toContain('som hun sa')
  await app.page.waitForFunction(
    (since) => performance.now() - since > 600,
    await app.page.evaluate(() => performance.now()),
  )
  await keyboard.type(' — eller')
  await expect(memo.text.locator('blockquote')).toHaveText('som hun sa — eller')
  await keyboard.press('Control+z')
  await isFormatted()
  await keyboard.press('Control+y')
  await expect(memo.text.locator('blockquote')).toHaveText('som hun sa — eller')
  await keyboard.press('Control+z')
  await isFormatted()

  // At once, without waiting for anything to be saved.
  await keyboard.type('!')
  app = await app.restart()
  look()
  await app.page.getByRole('button', { name: /^Test/ }).click()
  await expect(memo.title).toHaveValue('Om skjemaet')
  await expect(memo.kind).toHaveValue('puzzle')
  await expect(memo.status).toHaveValue('settled')
  await expect(memo.text.locator('blockquote')).toHaveText('som hun sa!')
  await expect(memo.text.locator('strong')).toHaveText('alt')
  await expect(memo.text.locator('em')).toHaveText('fredag')
  await expect(memo.text.locator('ul > li')).toHaveText(['ett', 'to'])
  expect(app.errors).toEqual([])
})

test('links to passages are put in, opened by click and by key, and there is a way back', async () => {
  const { keyboard } = app.page
  await keyboard.press('Control+Shift+m')
  await memo.begin('Lenker')
  await memo.button('Link to the selected passage').click()
  await expect(workspace.message('Select a passage in a source first')).toBeVisible()

  await workspace.openSource('Samtale')
  await reader.stripe('skjemaarbeid').click()
  await expect(workspace.inspector.getByRole('blockquote')).toHaveText(words)
  await keyboard.press('Alt+ArrowLeft')
  await memo.text.click()
  await keyboard.type('Se ')
  await memo.button('Link to the selected passage').click()
  await expect(memo.links).toContainText(`“${words}”`)
  await keyboard.type('igjen')
  await expect(memo.text).toHaveText(/^Se “Fredag er skjemadag” \(.+\) igjen$/)

  await memo.links.click()
  await expect(workspace.frontTab).toContainText('Samtale')
  await expect.poll(() => reader.selectedWords()).toBe(words)
  await keyboard.press('Alt+ArrowLeft')
  await expect(workspace.frontTab).toContainText('Lenker')

  await memo.text.focus()
  await keyboard.press('Control+Home')
  // The keys come before the editor has heard of the caret they move.
  await memo.text.evaluate((element) => {
    for (let step = 0; step < 6; step++)
      document.getSelection()?.modify('move', 'forward', 'character')
    const key = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
    element.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(workspace.frontTab).toContainText('Samtale')
  await expect.poll(() => reader.selectedWords()).toBe(words)
  await keyboard.press('Alt+ArrowLeft')
  await expect(workspace.frontTab).toContainText('Lenker')

  // A passage that has been deleted is said to be gone.
  const [passage] = (await query(app.page, 'passages.list', {})).items
  await command(app.page, 'passages.delete', { passageIds: [passage?.id ?? ''] })
  await memo.links.click()
  await expect(workspace.message(/passage/)).toBeVisible()
  await expect(workspace.frontTab).toContainText('Lenker')
})

test('a deleted memo comes back by undo, with its text', async () => {
  const { page } = app
  await page.keyboard.press('Control+Shift+m')
  await memo.begin('Bort')
  await page.keyboard.type('Noen ord.')
  await expect.poll(async () => (await memos())[0]?.text).toBe('Noen ord.')
  await workspace.showPanel('Memos')
  const row = page.getByRole('list', { name: 'Memos' }).getByRole('button', { name: /^Bort/ })
  await row.focus()
  await page.keyboard.press('Delete')
  await expect(workspace.message('Deleted “Bort”')).toBeVisible()
  await expect(row).toBeHidden()
  await page.keyboard.press('Control+z')
  await row.click()
  await expect(memo.text).toHaveText('Noen ord.')
})

test('emojis that begin alike stay whole, whichever is put beside or in place of the other', async () => {
  const { keyboard } = app.page
  await keyboard.press('Control+Shift+m')
  await memo.begin('Meldinger')
  await keyboard.insertText('😀')
  await expect.poll(async () => (await memos())[0]?.text).toBe('😀')
  await keyboard.press('Home')
  await keyboard.insertText('😃')
  await expect.poll(async () => (await memos())[0]?.text).toBe('😃😀')
  await keyboard.press('End')
  await keyboard.press('Shift+ArrowLeft')
  await keyboard.insertText('😄')
  await expect.poll(async () => (await memos())[0]?.text).toBe('😃😄')
  await expect(memo.text).toHaveText('😃😄')
})

test('what is typed before the title is there becomes part of it', async () => {
  const { keyboard } = app.page
  // In the text of a source every letter would be a shortcut.
  await workspace.openSource('Samtale')
  // The engine has something else to do first.
  const check = () => query(app.page, 'project.check', { rebuild: true })
  const checked = Promise.all(Array.from({ length: 40 }, check))
  await keyboard.press('Control+Shift+m')
  await keyboard.type('Om oss')
  await checked
  await expect(memo.title).toHaveValue('Om oss')
  await keyboard.type(' alle')
  await keyboard.press('Enter')
  await expect.poll(async () => (await memos())[0]?.title).toBe('Om oss alle')
  expect((await query(app.page, 'quotes.list', {})).items).toEqual([])
})

test('Enter before the title is there leads on to the text, with what is typed after it', async () => {
  const { keyboard } = app.page
  const check = () => query(app.page, 'project.check', { rebuild: true })
  const checked = Promise.all(Array.from({ length: 40 }, check))
  await keyboard.press('Control+Shift+m')
  await keyboard.type('Om oss')
  await keyboard.press('Enter')
  await keyboard.type('Vi alle')
  await checked
  await expect(memo.text).toBeFocused()
  await expect(memo.text).toHaveText('Vi alle')
  await expect.poll(memos).toEqual([expect.objectContaining({ title: 'Om oss', text: 'Vi alle' })])
})
