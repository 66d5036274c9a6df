import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { CodePage } from './pages/code-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { drag, pointIn } from './support/mouse.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp
let workspace: Workspace
let folder = ''

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-code-tree-'))
  const text = 'Randi: I open the list. I call. I wait. I write it down. I go home.\n'
  app = await launchApp({ project: await makeProject(folder, { 'Talk.txt': text }) })
  workspace = new Workspace(app)
  await workspace.showPanel('Sources')
  await expect(workspace.source('Talk')).toBeVisible()
  await workspace.showPanel('Codes')
})

test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Makes codes of these names, one below the other where a name is indented, and waits for them. */
async function makeCodes(...names: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  let top: string | null = null
  for (const line of names) {
    const name = line.trim()
    const parentId: string | null = line === name ? null : top
    const { id }: { id: string } = await command(app.page, 'codes.create', { name, parentId })
    ids.set(name, id)
    if (parentId === null) top = id
  }
  await expect(workspace.code(names.at(-1)?.trim() ?? '')).toBeVisible()
  return ids
}

async function codeWords(codeId: string | undefined, words: string): Promise<void> {
  const { page } = app
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  const start = (await query(page, 'sources.text', { sourceId })).text.indexOf(words)
  const range = { sourceId, start, end: start + words.length }
  await command(page, 'passages.code', { ...range, codeId: codeId ?? '' })
}

/** The codes as an outline: two blanks for each level. */
async function outline(): Promise<string[]> {
  const { items } = await query(app.page, 'codes.list', {})
  const depths = new Map<string, number>()
  return items.map(({ id, name, parentId }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1
    depths.set(id, depth)
    return `${'  '.repeat(depth)}${name}`
  })
}

test('codes are dropped between others and onto them, several at once', async () => {
  const { page } = app
  await makeCodes('a', 'b', 'c', 'd', 'e')
  await drag(page, await pointIn(workspace.code('d')), await pointIn(workspace.code('b'), 0.1))
  await expect.poll(outline).toEqual(['a', 'd', 'b', 'c', 'e'])

  await workspace.code('b').click()
  await workspace.code('e').click({ modifiers: ['Shift'] })
  await workspace.code('c').click({ modifiers: ['ControlOrMeta'] })
  await drag(page, await pointIn(workspace.code('b')), await pointIn(workspace.code('a')))
  await expect.poll(outline).toEqual(['a', '  b', '  e', 'd', 'c'])
  await expect(workspace.code('e')).toHaveAttribute('aria-level', '2')

  // Not into itself.
  await drag(page, await pointIn(workspace.code('a')), await pointIn(workspace.code('e')))
  await workspace.undo()
  await expect.poll(outline).toEqual(['a', 'd', 'b', 'c', 'e'])
})

test('codes are chosen, moved and deleted with the keyboard, and undone', async () => {
  const { keyboard } = app.page
  const ids = await makeCodes('a', '  a1', 'b', 'c')
  await codeWords(ids.get('a1'), 'I call')
  await codeWords(ids.get('c'), 'I wait')
  await workspace.code('b').click()
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Alt+ArrowUp')
  await expect.poll(outline).toEqual(['b', 'c', 'a', '  a1'])
  await keyboard.press('Alt+ArrowDown')
  await keyboard.press('Alt+ArrowRight')
  await expect.poll(outline).toEqual(['a', '  a1', '  b', '  c'])
  await expect(workspace.code('b')).toHaveAttribute('aria-level', '2')

  // All before the next frame: moved out first, then everything goes.
  await app.page.evaluate(() => {
    for (const press of [
      { key: 'ArrowLeft', altKey: true },
      { key: 'a', ctrlKey: true },
      { key: 'Delete' },
    ])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
      )
  })
  await expect(workspace.message('Deleted 4 codes · 2 codings')).toBeVisible()
  await expect.poll(outline).toEqual([])
  await workspace.undo()
  await expect.poll(outline).toEqual(['a', '  a1', 'b', 'c'])
  await expect(workspace.code('a1')).toHaveAttribute('aria-label', /1 coding$/)
})

test('of several codes that are merged one stays, with what the others had', async () => {
  const { page } = app
  const ids = await makeCodes('calling', 'phoning', '  mobile', 'rest')
  await codeWords(ids.get('calling'), 'I call')
  await codeWords(ids.get('phoning'), 'I open')
  await codeWords(ids.get('phoning'), 'I wait')
  await codeWords(ids.get('mobile'), 'I go')
  await workspace.code('calling').click()
  await workspace.code('phoning').click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('Control+m')
  const dialog = page.getByRole('dialog')
  const merge = dialog.getByRole('button', { name: 'Merge', exact: true })
  await expect(dialog).toContainText('To be moved: 3 codings in 1 source, and 1 sub-code')
  await expect(merge).toBeDisabled()
  // Nothing has been chosen yet: Enter does nothing.
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('combobox').fill('calling')
  await expect(dialog).toContainText('To be moved: 2 codings in 1 source, and 1 sub-code')
  await dialog.getByRole('combobox').fill('mobile')
  await expect(merge).toBeDisabled()
  await dialog.getByRole('combobox').fill('calling')
  await merge.click()
  await expect(workspace.message('Merged into “calling” · 2 codings')).toBeVisible()
  await expect.poll(outline).toEqual(['calling', '  mobile', 'rest'])
  const [kept] = (await query(page, 'codes.list', {})).items
  expect(kept).toMatchObject({ aliases: ['phoning'], codings: 3 })
  await workspace.undo()
  await expect.poll(outline).toEqual(['calling', 'phoning', '  mobile', 'rest'])
})

test('a code is renamed, coloured and retired, and its history says so', async () => {
  const { page } = app
  const codePage = new CodePage(workspace)
  await makeCodes('a', 'b')
  await workspace.code('b').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('A')
  await page.keyboard.press('Enter')
  // The name is taken: the field stays to be corrected.
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Name of the code' })
  await expect(field).toBeFocused()
  await field.fill('beta')
  await page.keyboard.press('Enter')
  await expect(workspace.code('beta')).toBeVisible()

  await workspace.code('beta').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Colour' }).hover()
  await page.getByRole('menuitem', { name: 'Moss' }).click()
  await expect(workspace.navigator.getByRole('tree')).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(outline).toEqual(['a', '  beta'])
  await workspace.code('beta').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Retire' }).click()
  await expect(workspace.message('Retired “beta”')).toBeVisible()
  await expect(workspace.code('beta')).toHaveAttribute('aria-label', /Retired$/)

  await codePage.open('beta')
  await codePage.showSection('History')
  const lines = codePage.main.getByRole('list').last().getByRole('listitem')
  await expect(lines.nth(0)).toContainText('Retired')
  await expect(lines.nth(1)).toContainText('Where it stands')
  await expect(lines.nth(2)).toContainText('Moss')
  await expect(lines.nth(3)).toContainText('beta')
  await expect(lines.nth(4)).toContainText('New code · b')
  await expect(lines.nth(4)).toContainText('Kari Nordmann')
})

test('the digits mean the codes that the picker shows beside them, also when one is gone', async () => {
  const { page } = app
  await makeCodes('first', 'second', 'third')
  await workspace.openSource('Talk')
  const reader = new Reader(page, 'Talk')
  await reader.text.click()
  for (const [words, code] of [
    ['I open', 'third'],
    ['I call', 'second'],
    ['I wait', 'first'],
  ] as const) {
    await reader.select(words)
    await reader.code(code)
    await expect(reader.stripe(code)).toHaveCount(1)
  }
  await workspace.showPanel('Codes')
  await workspace.code('first').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Retire' }).click()
  await expect(workspace.message('Retired “first”')).toBeVisible()
  await workspace.code('second').click()
  await page.keyboard.press('Delete')
  await expect(workspace.message('Deleted “second”')).toBeVisible()

  await reader.text.click()
  await reader.select('I go home')
  await page.keyboard.press('c')
  await expect(reader.picker.getByRole('option').first()).toHaveText('third1')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await expect(reader.stripe('third')).toHaveCount(2)
})

test('a codebook in Excel is taken in where its codes belong', async () => {
  const { page } = app
  await makeCodes('texts')
  const path = join(folder, 'codes.xlsx')
  const rows = [
    ['Name', 'Definition', 'Parent'],
    ['texts', null, null],
    ['plan', 'The sheet that both sign', 'texts'],
    ['people', null, null],
  ]
  writeFileSync(path, await writeXlsxFile(rows).toBuffer())
  await answerOpenDialog(app.electron, [path])
  await page.getByRole('button', { name: 'Order and counts' }).click()
  await page.getByRole('menuitem', { name: 'Import a codebook…' }).click()
  await expect(workspace.message('Added 2 codes, kept 1 that were there.')).toBeVisible()
  await expect.poll(outline).toEqual(['texts', '  plan', 'people'])
  await workspace.undo()
  await expect.poll(outline).toEqual(['texts'])
})
