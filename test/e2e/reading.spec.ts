import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const spoken = `[00:00:05] Intervjuer: Hva gjør du om morgenen?

[00:00:12] Randi: Jeg åpner lista mi. Den viser hvem som venter.

[00:00:31] Intervjuer: Hvem venter lengst?

[00:00:40] Randi: De som ikke svarer på telefonen.
`
const noted = `# Day

- pick up the keys
- count the desks

1. unlock the door
2. switch on the light

| Room | Desks |
| --- | --- |
| North | four |
| South | seven |
`

let app: RunningApp
let workspace: Workspace
let talk: Reader
let note: Reader
let folder = ''
let talkId = ''
let noteId = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-reading-'))
  const project = await makeProject(folder, { 'Talk.txt': spoken, 'Note.md': noted })
  app = await launchApp({ project })
  workspace = new Workspace(app)
  await workspace.showPanel('Sources')
  await expect(workspace.source('Note')).toBeVisible()
  talk = new Reader(app.page, 'Talk')
  note = new Reader(app.page, 'Note')
  const { items } = await query(app.page, 'sources.list', {})
  talkId = items.find(({ title }) => title === 'Talk')?.id ?? ''
  noteId = items.find(({ title }) => title === 'Note')?.id ?? ''
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function codings(): Promise<string[]> {
  const { items } = await query(app.page, 'codings.list', {})
  return items.map(({ codeName, quote }) => `${codeName}: ${quote}`).toSorted()
}

async function keptText(sourceId: string): Promise<string> {
  return (await query(app.page, 'sources.text', { sourceId })).text
}

/** Middle of the selected words in the window. */
function selectionPoint(): Promise<{ x: number; y: number }> {
  return app.page.evaluate(() => {
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  })
}

/** Where a word of the text stands in the window. */
function wordBox(word: string): Promise<{ left: number; right: number; y: number }> {
  return talk.text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { left: box.left, right: box.right, y: box.y + box.height / 2 }
    }
    throw new Error(`no ${wanted}`)
  }, word)
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = app.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 6, from.y + 3, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 12 })
  await mouse.up()
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height / 2 }
}

test('a code is dragged onto selected words, and selected words onto a code', async () => {
  await command(app.page, 'codes.create', { name: 'waiting' })
  await workspace.openSource('Talk')
  await workspace.showPanel('Codes')
  await talk.text.click()
  await talk.select('hvem som venter')
  await drag(await middle(workspace.code('waiting')), await selectionPoint())
  await expect.poll(codings).toEqual(['waiting: hvem som venter'])
  await expect(talk.stripe('waiting')).toHaveCount(1)

  await talk.select('ikke svarer')
  await drag(await selectionPoint(), await middle(workspace.code('waiting')))
  await expect.poll(codings).toEqual(['waiting: hvem som venter', 'waiting: ikke svarer'])
  await expect(talk.stripe('waiting')).toHaveCount(2)
  expect(await keptText(talkId)).toContain('De som ikke svarer på telefonen.')
})

test('the ends of a passage are drawn by the mouse and moved by keys', async () => {
  await talk.stripe('waiting').first().click()
  const handle = app.page.getByRole('button', { name: 'Move the end of the passage' })
  await expect(handle).toBeVisible()
  const som = await wordBox('som venter')
  const start = await handle.boundingBox()
  if (start === null) throw new Error('no handle')
  await drag(
    { x: start.x + start.width / 2, y: start.y + start.height / 2 },
    { x: som.left - 1, y: som.y },
  )
  await expect.poll(codings).toContain('waiting: hvem ')
  await talk.text.focus()
  await app.page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(codings).toContain('waiting: hvem som')
  await app.page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(codings).toContain('waiting: viser hvem som')
  await app.page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(codings).toContain('waiting: viser hvem')
  await app.page.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(codings).toContain('waiting: hvem')
})

test('a passage whose words were deleted is listed, placed anew, and comes back by undo', async () => {
  await talk.select('ikke svarer')
  await talk.startEditing()
  await app.page.keyboard.press('Delete')
  await talk.stopEditing()
  await expect(talk.stripe('waiting')).toHaveCount(1)
  await workspace.runCommand('Lost passages')
  const lost = app.page.getByRole('main').getByRole('article').filter({ hasText: 'ikke svarer' })
  await expect(lost).toBeVisible()

  await workspace.openSource('Talk')
  await talk.text.focus()
  await talk.select('telefonen')
  await workspace.runCommand('Lost passages')
  await lost.getByRole('button', { name: 'Place on the selected words' }).click()
  await expect(lost).toBeHidden()
  await expect.poll(codings).toContain('waiting: telefonen')

  await workspace.undo()
  await expect(lost).toBeVisible()
  await workspace.openSource('Talk')
  await app.page.keyboard.press('Control+z')
  await expect.poll(codings).toContain('waiting: ikke svarer')
  await expect(talk.text).toContainText('De som ikke svarer på telefonen.')
})

test('several lines are pasted, and Enter divides at the start and the end', async () => {
  await workspace.openSource('Talk')
  await talk.text.focus()
  await talk.select('venter lengst')
  await talk.startEditing()
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('en\r\nto\nog tre'))
  await app.page.keyboard.press('Control+v')
  await app.page.keyboard.press('End')
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.type('sist')
  await talk.stopEditing()
  expect(await keptText(talkId)).toContain('Hvem en\nto\nog tre?\nsist\n')
  await expect(talk.text).toContainText('og tre?')

  await talk.select('sist')
  await talk.startEditing()
  await app.page.keyboard.press('Home')
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.type('først ')
  await talk.stopEditing()
  expect(await keptText(talkId)).toContain('og tre?\n\nførst sist\n')
})

test('cells and list items are edited in their places', async () => {
  await workspace.openSource('Note')
  await note.text.focus()
  const before = await query(app.page, 'sources.text', { sourceId: noteId })
  await note.select('four')
  await note.startEditing()
  await app.page.keyboard.type('five')
  await note.stopEditing()
  await note.select('the desks')
  await note.startEditing()
  await app.page.keyboard.type('the chairs')
  await app.page.keyboard.press('Enter')
  const fresh = note.text.locator('.reading-list-item[data-marker="•"]')
  const bullets = await fresh.count()
  await app.page.keyboard.type('sweep')
  await expect(fresh.filter({ hasText: 'sweep' })).toHaveCount(1)
  await note.stopEditing()
  await expect(fresh).toHaveCount(bullets)
  await expect(fresh.filter({ hasText: 'sweep' })).toHaveCount(1)
  const after = await query(app.page, 'sources.text', { sourceId: noteId })
  expect(after.text).toBe(
    before.text.replace('four', 'five').replace('the desks', 'the chairs\nsweep'),
  )
  const row = note.text.locator('.reading-table-row').filter({ hasText: 'North' })
  await expect(row.locator('.reading-cell')).toHaveText([/North/, 'five'])
  await expect(note.text).toContainText('sweep')
})

test('what somebody else changes while text is being typed loses nothing of either', async () => {
  await workspace.openSource('Talk')
  await talk.text.focus()
  await talk.select('telefonen')
  await talk.startEditing()
  await app.page.keyboard.press('ArrowRight')
  const text = await keptText(talkId)
  const at = text.indexOf('Jeg åpner')
  // Typed without a pause, so that nothing is sent before the other change comes.
  await app.page.evaluate(() => document.execCommand('insertText', false, ' i år'))
  await command(app.page, 'sources.editText', {
    sourceId: talkId,
    start: at,
    end: at,
    text: 'Da, først, ',
  })
  await app.page.keyboard.type(' heller')
  await talk.stopEditing()
  const joined = await keptText(talkId)
  expect(joined).toContain('Da, først, Jeg åpner lista')
  expect(joined).toContain('telefonen i år heller.')
  await expect(talk.text).toContainText('Da, først, Jeg åpner lista')
  await expect(talk.text).toContainText('telefonen i år heller.')
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
