import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './support/axe.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  const texts = {
    'en.txt': 'Jeg venter på svar.\nJeg ringer legen.\n',
    'to.txt': 'Vi venter på brev.\n',
  }
  await openProjectFile(app, await makeProject(app.folder, texts))
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function openPage(words: string, heading: string): Promise<void> {
  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('combobox').fill(words)
  await app.page.getByRole('option', { name: heading }).first().waitFor()
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
}

test('numbers of matrices and figures are reached by keys, open what they count, and are saved', async () => {
  const { page, folder } = app
  const main = page.getByRole('main')
  await openPage('crosstab', 'Matrix')
  await expect(main.getByText('Nothing to count yet')).toBeVisible()
  const { items } = await query(page, 'sources.list', {})
  for (const [name, place] of [
    ['venting', [0, 0, 19]],
    ['telefon', [0, 20, 37]],
    ['venting', [1, 0, 18]],
  ] as const) {
    const known = (await query(page, 'codes.list', {})).items.find((code) => code.name === name)
    const codeId = known?.id ?? (await command(page, 'codes.create', { name })).id
    const [source, start, end] = place
    await command(page, 'passages.code', { sourceId: items[source]?.id ?? '', start, end, codeId })
  }
  const grid = main.getByRole('grid')
  await expect(grid.getByRole('rowheader')).toHaveText(['Total', 'venting', 'telefon'])
  expect(await axeFaults(page)).toEqual([])
  await main.getByLabel('Cells show').selectOption('quotes')
  await expect(grid.getByText('Vi venter på brev.')).toBeVisible()
  const [first, second] = await Promise.all(
    [0, 1].map((at) =>
      grid
        .getByRole('columnheader')
        .nth(at + 2)
        .boundingBox(),
    ),
  )
  expect(first && second && second.x - first.x - first.width).toBe(0)
  await main.getByLabel('Cells show').selectOption('passages')
  await grid.locator('[data-row="0"][data-column="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  const total = grid.locator('[data-row="0"][data-column="-1"]')
  await expect(total).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByText('2 quotes taken into the register')).toBeVisible()
  await grid.locator('[data-row="-1"][data-column="-1"]').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Take as quotes' }).click()
  await expect(page.getByText('2 were there already.')).toBeVisible()
  const { items: quotes } = await query(page, 'quotes.list', {})
  expect(quotes.map(({ printed }) => printed)).toEqual([
    'Jeg venter på svar.',
    'Vi venter på brev.',
    'Jeg ringer legen.',
  ])
  await expect(grid.locator('[data-row="-1"][data-column="-1"]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(total).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(main.getByText('2 passages')).toBeVisible()

  await openPage('saturation', 'Figures')
  const mark = main.getByRole('button', { name: 'venting, 2', exact: true })
  await expect(mark).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await main.getByRole('button', { name: 'Show the table' }).click()
  await expect(main.getByRole('table')).toContainText('telefon')
  expect(await axeFaults(page)).toEqual([])
  await main.getByRole('button', { name: 'Show the figure' }).click()
  for (const kind of ['tree', 'network', 'portrait', 'time', 'saturation', 'attribute', 'talk']) {
    await main.getByLabel('Figure', { exact: true }).selectOption(kind)
    await expect(main.locator('.figure-mark, .empty-state').first()).toBeVisible()
  }
  await main.getByLabel('Figure', { exact: true }).selectOption('frequencies')
  const among = page.locator('.figures').getByLabel('Only among')
  await among.selectOption('A question of your own…')
  await main.getByLabel('Question', { exact: true }).fill('coded "telefon"')
  await page.keyboard.press('Enter')
  await expect(main.locator('figcaption')).toContainText('Counted among passages coded telefon.')
  await expect(mark).toBeHidden()
  expect(await axeFaults(page)).toEqual([])
  await among.selectOption('All passages')
  await expect(mark).toBeVisible()
  await main.getByLabel('Alt text').fill('Two bars')
  const path = join(folder, 'bars.svg')
  await answerSaveDialog(app.electron, path)
  await main.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('The figure is saved')).toBeVisible()
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain('>Two bars</desc>')
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(main.getByText('2 passages')).toBeVisible()
})
