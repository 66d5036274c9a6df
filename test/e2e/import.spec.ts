import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importing } from '../../shared/i18n/en/importing.ts'
import { newProject } from './pages/start-screen.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  await newProject(app, 'Import')
})

test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('a long import shows how far it is, and Stop leaves whole files only', async () => {
  const { page } = app
  const line = 'Tiden gikk, og ingen ringte tilbake.\n\n'
  const lines = Math.ceil(300_000 / line.length)
  const body = line.repeat(lines)
  const paths = Array.from({ length: 60 }, (_, index) => join(app.folder, `Long ${index}.txt`))
  for (const [index, path] of paths.entries()) writeFileSync(path, `Text ${index}\n\n${body}`)
  await answerOpenDialog(app.electron, paths)
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: 'Import 60 files', exact: true })
    .click({ timeout: 60_000 })
  await expect(dialog.getByRole('status')).toContainText(/^[1-9]\d* of 60/)
  await dialog.getByRole('button', { name: importing.stop, exact: true }).click()
  await expect(dialog.getByRole('heading', { name: importing.doneTitle })).toBeVisible()
  const { items } = await query(page, 'sources.list', {})
  expect(items.length).toBeGreaterThan(0)
  expect(items.length).toBeLessThan(60)
  for (const { id } of items) {
    const { text } = await query(page, 'sources.text', { sourceId: id })
    expect(text.split('Tiden gikk')).toHaveLength(lines + 1)
  }
})

test('the window shows where files can be dropped, and says when it got none', async () => {
  const { page } = app
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['words'], 'words.txt'))
    return transfer
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped })
  await expect(page.getByText(importing.drop, { exact: true })).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page.getByText(importing.drop, { exact: true })).toBeHidden()
  await expect(page.getByRole('alert')).toContainText(importing.dropNoFiles)
})
