import { expect, test } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { codebookFormats } from '../../shared/contract/export.ts'
import { exporting } from '../../shared/i18n/en/export.ts'
import { newProject } from './pages/start-screen.ts'
import { Workspace } from './pages/workspace.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'

let app: RunningApp
let workspace: Workspace

test.beforeEach(async () => {
  app = await launchApp()
  workspace = new Workspace(app)
  await newProject(app, 'Codebook')
})

test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function codeNames(): Promise<string[]> {
  return (await query(app.page, 'codes.list', {})).items.map(({ name }) => name).toSorted()
}

/** All words of a file, also of one that is a zip of parts. */
function wordsOf(path: string): string {
  const bytes = readFileSync(path)
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')
}

test('the codebook is saved in every format, and shown in its folder', async () => {
  const { page, electron, folder } = app
  await command(page, 'codes.create', { name: 'bestemødre', definition: 'Foreløpig' })
  await page.keyboard.press('Control+Shift+e')
  const preview = page.getByRole('region', { name: exporting.preview })
  await expect(preview).toContainText('bestemødre')
  await electron.evaluate(({ shell }) => {
    const shown = globalThis as { shown?: string }
    shell.showItemInFolder = (path) => {
      shown.shown = path
    }
  })
  for (const format of codebookFormats) {
    const path = join(folder, `codebook.${format}`)
    await answerSaveDialog(electron, path)
    await page.getByLabel(exporting.format).selectOption(format)
    await page.getByRole('button', { name: exporting.save }).click()
    await expect(workspace.message(path)).toBeVisible()
    expect(wordsOf(path), format).toContain('bestemødre')
    await workspace.message(path).getByRole('button', { name: exporting.showInFolder }).click()
    await expect
      .poll(() => electron.evaluate(() => (globalThis as { shown?: string }).shown))
      .toBe(path)
  }
})

test('the preview follows the codes while it is seen', async () => {
  const { page } = app
  await command(page, 'codes.create', { name: 'first' })
  await page.keyboard.press('Control+Shift+e')
  const preview = page.getByRole('region', { name: exporting.preview })
  await expect(preview).toContainText('first')
  await command(page, 'codes.create', { name: 'second' })
  await expect(preview).toContainText('second')
  await page.getByText(exporting.layout_table, { exact: true }).click()
  await expect(preview.getByRole('table')).toContainText('second')
})

test('the codes of a table and of a REFI-QDA codebook are taken in, and can be undone', async () => {
  const table = join(app.folder, 'codes.csv')
  writeFileSync(table, 'Name,Definition\nventetid,Time spent waiting\nskjema,Forms\n')
  const qdc = join(app.folder, 'codes.qdc')
  writeFileSync(
    qdc,
    `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Test"><Codes>
<Code guid="11111111-1111-4111-8111-111111111111" name="telefon" isCodable="true">
<Code guid="22222222-2222-4222-8222-222222222222" name="anrop" isCodable="true"/></Code>
</Codes></CodeBook>`,
  )
  await answerOpenDialog(app.electron, [table])
  await workspace.runCommand('Import a codebook')
  await expect.poll(codeNames).toEqual(['skjema', 'ventetid'])
  await answerOpenDialog(app.electron, [qdc])
  await workspace.runCommand('Import a codebook')
  await expect.poll(codeNames).toEqual(['anrop', 'skjema', 'telefon', 'ventetid'])
  await workspace.undo()
  await expect.poll(codeNames).toEqual(['skjema', 'ventetid'])
})
