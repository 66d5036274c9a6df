import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodePage } from './pages/code-page.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

const talk = 'Randi: I open the list. I call. I wait.\n'

let app: RunningApp
let folder = ''

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-code-split-'))
  app = await launchApp({ project: await makeProject(folder, { 'Talk.txt': talk }) })
})

test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a split of chosen passages says how many of them have only a sub-code', async () => {
  const { page } = app
  const workspace = new Workspace(app)
  const codePage = new CodePage(workspace)
  await expect(workspace.source('Talk')).toBeVisible()
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  const { text } = await query(page, 'sources.text', { sourceId })
  const doing = await command(page, 'codes.create', { name: 'doing' })
  const calling = await command(page, 'codes.create', { name: 'calling', parentId: doing.id })
  for (const [words, codeId] of [
    ['I open the list', doing.id],
    ['I call', calling.id],
    ['I wait', calling.id],
  ] as const) {
    const start = text.indexOf(words)
    await command(page, 'passages.code', { sourceId, start, end: start + words.length, codeId })
  }
  await codePage.open('doing')
  await codePage.filter('With sub-codes', 'yes')
  await expect.poll(() => codePage.quotes()).toHaveLength(3)
  await codePage.choose('I call')
  await codePage.passages.getByRole('button', { name: 'Choose all' }).click()
  await codePage.passages.getByRole('button', { name: 'Split…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Split “doing”' })
  await expect(dialog).toContainText('Left out: 2 passages with only a sub-code of “doing”.')
  await dialog.getByRole('combobox').fill('with a list')
  await page.keyboard.press('Shift+Enter')
  await dialog.getByRole('button', { name: 'Start dealing' }).click()
  await expect(dialog.locator('mark')).toHaveText('I open the list')
  await page.keyboard.press('1')
  await expect(dialog).toContainText('Every passage has been seen.')
})
