import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  const texts = { 'berit.txt': 'Jeg ringer legen.\n', 'kari.txt': 'Jeg venter.\n' }
  await openProjectFile(app, await makeProject(app.folder, texts))
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function expectNoFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  expect(found.filter((line) => !line.includes('role="separator"'))).toEqual([])
}

test('a source is withdrawn only with a reason and by its name, and leaves a marked hole; the trail tells of it', async () => {
  const { page, folder } = app
  await page.getByRole('treeitem', { name: /berit/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('cannot be undone')
  await expectNoFindings()
  const submit = dialog.getByRole('button', { name: 'Withdraw for good' })
  await dialog.getByLabel('Reason').fill('asked by letter')
  await dialog.getByLabel(/to confirm/).fill('kari')
  await expect(submit).toBeDisabled()
  const { items } = await query(page, 'sources.list', {})
  const berit = items.find(({ title }) => title.includes('berit'))
  await dialog.getByLabel(/to confirm/).fill(berit?.title ?? '')
  await submit.click()
  await expect(page.getByText(/is withdrawn/)).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /berit/ })).toHaveCount(0)
  expect((await query(page, 'sources.list', {})).items).toHaveLength(1)
  await page.getByText('1 withdrawn source').click()
  await expect(page.locator('.withdrawn')).toContainText('asked by letter')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('activity')
  await page
    .getByRole('option', { name: /Activity/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  const main = page.getByRole('main')
  await main.getByLabel('Filter by word').fill('withdrawal')
  await expect(main.locator('.activity-row')).toHaveCount(1)
  await expectNoFindings()
  const path = join(folder, 'audit.csv')
  await answerSaveDialog(app.electron, path)
  await main.getByLabel('Format').selectOption({ label: 'Table as text (.csv)' })
  await main.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(path)).toBeVisible()
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Withdrawal of source')
})
