import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  const texts = {
    'gruppe.txt':
      'Kari: Jeg ringer legen.\nOla: Jeg venter på svar.\nKari: Ja.\nOla: Det gjør vi alle.\n',
  }
  await openProjectFile(app, await makeProject(app.folder, texts))
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function openPeople(): Promise<void> {
  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('combobox').fill('persons, cases')
  await app.page
    .getByRole('option', { name: /persons, cases/i })
    .first()
    .waitFor()
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('heading', { name: /Persons, cases/ })).toBeVisible()
}

test('a table of informants is looked at, taken in, corrected by keys, and counted with its lists', async () => {
  const { page, folder } = app
  await openPeople()
  const main = page.getByRole('main')
  await expect(main.getByText('Nobody yet')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  const path = join(folder, 'people.csv')
  writeFileSync(
    path,
    'Pseudonym;Role;Age;Office\nKari;caseworker;41;North\nOla;;38;South\nPer;doctor;;North\nSiv;doctor;50;South\n',
  )
  await answerOpenDialog(app.electron, [path])
  await main.getByRole('button', { name: 'Import table…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Becomes: Age')).toHaveValue('new:number')
  await expect(dialog.getByText('0 known, 4 new.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const grid = main.getByRole('grid')
  await expect(grid.getByRole('rowheader')).toHaveCount(4)

  const cell = (row: number, column: number) =>
    grid.locator(`[data-row="${row}"][data-column="${column}"]`)
  await cell(2, 2).click()
  await page.keyboard.type('young')
  await page.keyboard.press('Enter')
  await expect(main.getByRole('alert')).toContainText('“young” is no number')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('62,5')
  await page.keyboard.press('Tab')
  await expect(cell(2, 2)).toHaveText('62.5')
  await expect(cell(2, 3)).toBeFocused()
  // Both before the next frame: the second key is meant for the cell that the first one leads to.
  await page.evaluate(() => {
    for (const key of ['ArrowUp', 'Delete'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  })
  await expect(cell(1, 3)).toHaveText('')

  // A block of two rows and two columns, as a spreadsheet copies it.
  await cell(0, 2).click()
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('42\tNorth\n39\tWest\n'))
  await page.keyboard.press('Control+v')
  await expect(cell(1, 3)).toHaveText('West')
  await expect(cell(0, 2)).toHaveText('42')

  await main.getByLabel('Count').selectOption({ label: 'Office' })
  await main.getByRole('button', { name: '2 of 4 North' }).click()
  await expect(grid.getByRole('rowheader')).toHaveText(['Kari', 'Per'])
  await main.getByRole('button', { name: '0 not filled in' }).click()
  await expect(main.getByText('No row fits the filter.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(main.getByRole('button', { name: '1 not filled in' })).toBeVisible()
})

test('a case takes persons, a source and the words in hand; a group interview has many persons', async () => {
  const { page } = app
  const { items } = await query(page, 'sources.list', {})
  const sourceId = items[0]?.id ?? ''
  const kari = await command(page, 'persons.create', { pseudonym: 'Kari' })
  await command(page, 'persons.create', { pseudonym: 'Interpreter' })
  await command(page, 'sources.linkSpeaker', { sourceId, speaker: 'Kari', personId: kari.id })
  await command(page, 'attributes.create', { name: 'Size', of: 'cases', type: 'number' })
  await page.getByRole('treeitem', { name: /gruppe/ }).click()
  const inspector = page.locator('.inspector')
  await expect(inspector.locator('.source-people-speakers')).toContainText('Kari')
  await inspector.getByLabel(/^Persons: /).fill('Interp')
  await page.keyboard.press('Enter')
  await expect(inspector.locator('.thing-token')).toContainText('Interpreter')
  await inspector.getByLabel(/^Cases: /).fill('Office North')
  await page.keyboard.press('Enter')
  await inspector.getByRole('button', { name: 'Office North', exact: true }).click()
  await expect(inspector.getByLabel('Kind')).toHaveValue('other')
  await inspector.getByLabel('Kind').selectOption({ label: 'Office' })
  await inspector.getByLabel(/^Persons: Office North/).fill('Kari')
  await page.keyboard.press('Enter')

  const line = page.getByText('Jeg venter på svar.')
  await line.click({ clickCount: 3 })
  await page.keyboard.press('Control+Shift+l')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Jeg venter på svar')
  await dialog.getByLabel('Case').fill('office north')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const cases = await query(page, 'cases.list', {})
  expect(cases.items).toMatchObject([
    { name: 'Office North', kind: 'office', personIds: [kari.id], sourceIds: [sourceId] },
  ])
  expect(cases.items[0]?.passageIds).toHaveLength(1)

  await openPeople()
  await page.getByRole('radio', { name: 'Cases' }).click()
  await page.getByRole('rowheader', { name: 'Office North' }).click()
  await expect(inspector.locator('.people-passages')).toContainText('Jeg venter')
  expect(await axeFaults(page)).toEqual([])
})

test('a double click on the sign for deleting takes one away, not what moves up to its place', async () => {
  const { page } = app
  for (const pseudonym of ['Ada', 'Bo', 'Cato'])
    await command(page, 'persons.create', { pseudonym })
  await page.keyboard.press('Control+8')
  const one = page.getByRole('button', { name: 'Delete: Ada' })
  await one.hover()
  const box = await one.boundingBox()
  if (box === null) throw new Error('The button is not drawn.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount })
    await page.mouse.up({ clickCount })
    await expect(one).toBeHidden()
  }
  await expect(page.getByText('Deleted Ada')).toBeVisible()
  const { items } = await query(page, 'persons.list', {})
  expect(items.map(({ pseudonym }) => pseudonym)).toEqual(['Bo', 'Cato'])
})
