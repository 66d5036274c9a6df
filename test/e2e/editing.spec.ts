import { expect, test } from '@playwright/test'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

test.describe.configure({ mode: 'serial' })

const spoken = `Kari: Jeg åpner lista og ringer de som venter lengst.

Ola: Og hvis ingen svarer?

Kari: Da legger jeg en lapp på pulten, så neste vakt ser det.
`

let app: RunningApp
let talk: Reader
let folder = ''
let project = ''
let sourceId = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-editing-'))
  project = await makeProject(folder, { 'Talk.txt': spoken })
  app = await launchApp({ project })
  const workspace = new Workspace(app)
  await workspace.openSource('Talk')
  talk = new Reader(app.page, 'Talk')
  const { items } = await query(app.page, 'sources.list', {})
  sourceId = items[0]?.id ?? ''
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function keptText(): Promise<string> {
  return (await query(app.page, 'sources.text', { sourceId })).text
}

/** What each view of the text shows. */
function shownTexts(): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll('.reading-text')].map((text) =>
      [...text.children].map((paragraph) => `${paragraph.textContent}\n`).join(''),
    ),
  )
}

async function insertInFront(text: string): Promise<void> {
  await command(app.page, 'sources.editText', { sourceId, start: 0, end: 0, text })
}

test('P9 what others do in the middle of typing leaves one text in window and project', async () => {
  await talk.text.focus()
  await talk.select('lapp')
  await talk.startEditing()
  await app.page.keyboard.press('ArrowRight')
  const before = await keptText()
  const numbers = ['1', '2', '3', '4', '5', '6']
  for (const number of numbers) {
    const others = insertInFront(`(${number}) `)
    await app.page.keyboard.type(` [${number}]`)
    // The caret goes away and comes back, so that a piece ends here and is sent with the next one;
    // to the end of the line, since it may come back into the middle of a piece.
    await app.page.keyboard.press('ArrowUp')
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('End')
    await others
  }
  await talk.stopEditing()
  const kept = await keptText()
  expect(kept.startsWith('(6) (5) (4) (3) (2) (1) Kari')).toBe(true)
  for (const number of numbers) expect(kept.split(` [${number}]`)).toHaveLength(2)
  expect(kept.replace(/ \[\d\]|\(\d\) /g, '')).toBe(before)
  await expect.poll(shownTexts).toEqual([kept])
})

test('P9 an undo from elsewhere in the middle of typing leaves one text in window and project', async () => {
  await insertInFront('Dette skal bort. ')
  await talk.text.focus()
  await talk.select('pulten')
  await talk.startEditing()
  await app.page.keyboard.press('ArrowRight')
  await app.page.evaluate(() => document.execCommand('insertText', false, ' der borte'))
  await command(app.page, 'history.undo', {})
  await app.page.keyboard.type(' igjen')
  await talk.stopEditing()
  const kept = await keptText()
  expect(kept).not.toContain('Dette skal bort.')
  expect(kept).toContain('pulten der borte igjen,')
  await expect.poll(shownTexts).toEqual([kept])
})

test('P9 what cannot be saved stays in the window and is saved when it can be', async () => {
  await talk.text.focus()
  await talk.select('svarer')
  await talk.startEditing()
  await app.page.keyboard.press('ArrowRight')
  const before = await keptText()
  renameSync(project, `${project}.away`)
  await app.page.keyboard.type(' da')
  const warning = app.page.getByRole('alert').filter({ hasText: 'is not saved yet' })
  await expect(warning).toBeVisible()
  await expect(app.page.locator('.status-bar')).toContainText('Not everything is saved')
  expect(await keptText()).toBe(before)
  // It cannot be left like this either.
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.type(' noen')
  await expect(warning).toBeVisible()
  renameSync(`${project}.away`, project)
  await warning.getByRole('button', { name: 'Try again' }).click()
  await expect(warning).toBeHidden()
  // Where the Escape above was still at it when the file came back, the text has been left already.
  await expect(app.page.locator('.reading-banner-state', { hasText: 'Saving' })).toHaveCount(0)
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByText('You are editing the text.')).toBeHidden()
  const kept = await keptText()
  expect(kept).toBe(before.replace('svarer', 'svarer da noen'))
  await expect.poll(shownTexts).toEqual([kept])
})

test('P9 a letter typed before the same letter stands before it, and undo takes back all that was typed', async () => {
  const before = await keptText()
  const start = before.indexOf('hvis')
  const { id: codeId } = await command(app.page, 'codes.create', { name: 'vilkår' })
  await command(app.page, 'passages.code', { sourceId, start, end: start + 4, codeId })
  await talk.stripe('vilkår').first().click()
  await talk.text.focus()
  await talk.select('hvis')
  await talk.startEditing()
  await app.page.keyboard.press('ArrowLeft')
  await app.page.keyboard.type('også hh')
  await expect.poll(keptText).toBe(before.replace('hvis', 'også hhhvis'))
  const { items } = await query(app.page, 'passages.list', { codeId })
  expect(items.map(({ quote }) => quote)).toEqual(['hvis'])
  const underlined = () =>
    app.page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, ranges]) =>
        name.startsWith('code-focus-')
          ? [...ranges].map((range) => (range as Range).toString())
          : [],
      ),
    )
  await expect.poll(underlined).toEqual(['hvis'])
  await app.page.keyboard.press('Control+z')
  await expect.poll(keptText).toBe(before)
  await app.page.keyboard.press('Escape')
})

test('P9 two views of one text show the same, whichever of them it is typed in', async () => {
  await talk.text.focus()
  await app.page.keyboard.press('Control+Alt+s')
  await expect(talk.text).toHaveCount(2)
  const left = talk.text.first()
  const right = talk.text.last()
  const before = await keptText()
  await left.click()
  await app.page.keyboard.press('Control+Home')
  await app.page.keyboard.press('Control+e')
  await expect(app.page.getByText('You are editing the text.')).toBeVisible()
  await app.page.keyboard.type('Venstre. ')
  await expect(right).toContainText('Venstre. ')
  // The other one takes over while the first still has words on their way.
  await app.page.keyboard.type('Igjen. ')
  await right.click()
  await app.page.keyboard.press('Control+Home')
  await app.page.keyboard.press('Control+e')
  await expect(right).toHaveAttribute('aria-readonly', 'false')
  await expect(left).toHaveAttribute('aria-readonly', 'true')
  await app.page.keyboard.type('Høyre. ')
  await talk.stopEditing()
  const kept = await keptText()
  expect(kept).toContain(before.slice(10))
  for (const word of ['Venstre.', 'Igjen.', 'Høyre.']) expect(kept.split(word)).toHaveLength(2)
  await expect.poll(shownTexts).toEqual([kept, kept])
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
