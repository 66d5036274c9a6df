import { expect, test } from '@playwright/test'
import { InputMethod } from './pages/input-method.ts'
import { MemoPage } from './pages/memo-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const interview = 'I: Hva telles?\nKari: Fredag er skjemadag, da teller vi.\n'
const words = 'da teller vi'

let app: RunningApp
let workspace: Workspace
let reader: Reader
let input: InputMethod
let sourceId: string

test.beforeEach(async () => {
  app = await launchApp()
  workspace = new Workspace(app)
  reader = new Reader(app.page, 'Samtale')
  input = await InputMethod.of(app.page)
  await openProjectFile(app, await makeProject(app.folder, { 'Samtale.txt': interview }))
  await workspace.openSource('Samtale')
  const { items } = await query(app.page, 'sources.list', {})
  sourceId = items[0]?.id ?? ''
  const start = interview.indexOf(words)
  const code = await command(app.page, 'codes.create', { name: 'telling' })
  await command(app.page, 'passages.code', {
    sourceId,
    start,
    end: start + words.length,
    codeId: code.id,
  })
  await expect(reader.stripe('telling')).toBeVisible()
})

test.afterEach(async () => {
  await app.close()
})

const keptText = async () => (await query(app.page, 'sources.text', { sourceId })).text

test('in edit mode, composed letters land once, and codings move with them', async () => {
  const { keyboard } = app.page
  await reader.text.focus()
  await reader.startEditing()
  await reader.text.getByText('Fredag er').click()
  await keyboard.press('Home')
  await input.compose('´')
  await input.accept('é')
  await input.deadKey('è')
  await keyboard.type('n ')
  await input.compose('に', 'にほ', 'にほん', '日本')
  await input.accept('日本')
  await keyboard.type(' ')
  await input.deadKey('ü')
  await reader.stopEditing()
  await expect.poll(keptText).toBe(interview.replace('Kari', 'éèn 日本 üKari'))
  await expect(reader.text).toContainText('éèn 日本 üKari: Fredag er skjemadag')
  const { items } = await query(app.page, 'passages.list', {})
  expect(items.map(({ quote }) => quote)).toEqual([words])
  expect(app.errors).toEqual([])
})

test('composed letters replace what is selected, and may be given up', async () => {
  await reader.select('skjemadag')
  await reader.startEditing()
  await input.compose('せ', 'せつ')
  await input.accept('節')
  await expect.poll(keptText).toBe(interview.replace('skjemadag', '節'))
  await input.compose('x', 'xy')
  await input.compose('')
  await reader.stopEditing()
  expect(await keptText()).toBe(interview.replace('skjemadag', '節'))
  await app.page.keyboard.press('Control+z')
  await expect.poll(keptText).toBe(interview)
  await expect(reader.text).toContainText('Fredag er skjemadag, da teller vi.')
})

test('while reading, composing changes nothing', async () => {
  await reader.text.getByText('Fredag er').click()
  await input.compose('´', 'é')
  await input.accept('é')
  await input.deadKey('è')
  await app.page.keyboard.press('w')
  await expect(reader.text).toContainText('Fredag er skjemadag, da teller vi.')
  await expect(reader.text).not.toContainText(/[éè´]/)
  expect(await keptText()).toBe(interview)
  // The marks are where they were.
  expect(await reader.paintedWords()).toEqual([words])
})

test('in a memo, composed letters land once in title and text', async () => {
  const { page } = app
  const memo = new MemoPage(page)
  await page.keyboard.press('Control+Shift+m')
  await expect(memo.title).toBeFocused()
  await input.compose('´')
  await input.accept('é')
  await input.compose('に', '日本')
  // Enter that accepts what is composed does not leave the title.
  await page.keyboard.press('Enter')
  await expect(memo.title).toBeFocused()
  await input.accept('日本')
  await expect(memo.title).toHaveValue('é日本')
  await page.keyboard.press('Enter')
  await expect(memo.text).toBeFocused()
  await page.keyboard.type('Kaf')
  await input.compose('´')
  await input.accept('é')
  await page.keyboard.type(' og ')
  await input.compose('に', 'にほ', '日本')
  await input.accept('日本')
  await page.keyboard.type('.')
  await input.deadKey('ê')
  await expect(memo.text).toHaveText('Kafé og 日本.ê')
  await expect
    .poll(async () =>
      (await query(page, 'memos.list', {})).items.map(({ title, text }) => [title, text]),
    )
    .toEqual([['é日本', 'Kafé og 日本.ê']])
})

test('in the code picker, composed letters are searched for, and Enter waits for them', async () => {
  const { page } = app
  await command(page, 'codes.create', { name: 'énighet' })
  await reader.select('Fredag')
  await page.keyboard.press('c')
  const field = reader.picker.getByRole('combobox')
  await expect(field).toBeFocused()
  await input.compose('´')
  await page.keyboard.press('Enter')
  await expect(reader.picker).toBeVisible()
  await input.accept('é')
  await page.keyboard.type('nig')
  await expect(field).toHaveValue('énig')
  await page.keyboard.press('Enter')
  await expect(reader.picker).toBeHidden()
  await expect(reader.stripe('énighet')).toBeVisible()
  const { items } = await query(page, 'codes.list', {})
  expect(items.map(({ name }) => name).toSorted()).toEqual(['telling', 'énighet'].toSorted())
})
