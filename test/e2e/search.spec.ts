import { expect, test } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  await openProjectFile(
    app,
    await makeProject(app.folder, {
      'berit.txt': 'Møtet ble utsatt. Legen ringte om dialogmøtet.\nEg venta på sjukmelding.\n',
      'kari.txt': 'Sykmeldingen kom før møtet med legen.\nMøtet var kort.\n',
    }),
  )
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('words are searched, widened, narrowed, counted, coded and saved, all by keyboard', async () => {
  const { page } = app
  const status = page.locator('.search').getByRole('status').first()
  await page.keyboard.press('Control+Shift+f')
  const field = page.getByRole('textbox', { name: 'Search in all sources' })
  await expect(field).toBeFocused()
  await page.keyboard.type('møtet OR')
  await expect(status).toHaveText('Something must stand after OR (character 7).')
  expect(await axeFaults(page)).toEqual([])
  await field.fill('møtet')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('3 hits in 2 sources')
  await page.getByRole('button', { name: 'Search in…' }).press('Enter')
  const kind = page.getByRole('button', { name: /^Kind of source/ })
  await kind.press('Enter')
  for (const name of ['Boss text', 'E-mail'])
    await page.getByRole('checkbox', { name, exact: true }).press('Space')
  await expect(kind).toHaveText('Boss text, E-mail')
  await expect(status).not.toHaveText('3 hits in 2 sources')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(kind).toBeFocused()
  await page.getByRole('button', { name: 'Everywhere' }).press('Enter')
  await expect(status).toHaveText('3 hits in 2 sources')
  await page.getByRole('checkbox', { name: 'Inside compounds' }).press('Space')
  await expect(status).toHaveText('4 hits in 2 sources')
  await expect(page.locator('.search-hit mark')).toHaveText([
    'Møtet',
    'dialogmøtet',
    'møtet',
    'Møtet',
  ])
  await page.getByRole('combobox', { name: 'Order of the hits' }).selectOption('right1')
  await expect(page.locator('.search-hit mark').first()).toHaveText('dialogmøtet')
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('radio', { name: 'Hits' }).press('ArrowRight')
  await expect(page.getByRole('row', { name: 'kari 2 1' })).toBeVisible()
  await page.getByRole('radio', { name: 'Counts' }).press('ArrowRight')
  await expect(page.getByRole('row', { name: /^legen 3/ })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'legen', exact: true }).press('Enter')
  await expect(field).toHaveValue('møtet NEAR/4 "legen"')
  await page.getByRole('radio', { name: 'Hits' }).click()
  await expect(page.locator('.search-hit mark')).toHaveText([
    'møtet med legen',
    'Møtet ble utsatt. Legen',
  ])

  await page.getByRole('radio', { name: 'Words' }).click()
  await expect(page.getByRole('row', { name: /^var 1/ })).toHaveCount(0)
  await page.getByText('Stop words', { exact: true }).click()
  await page.getByRole('button', { name: 'Leave out “var” as a stop word' }).press('Enter')
  await expect(page.getByRole('row', { name: /^var 1/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Hits' }).click()

  await field.fill('~sykemelding')
  await field.press('Enter')
  await expect(status).toHaveText('2 hits in 2 sources')
  await page.getByRole('button', { name: 'Code hits…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Code hits' })
  await dialog.getByRole('radio', { name: 'Hit' }).press('ArrowRight')
  await expect(dialog.locator('mark').first()).toHaveText('Eg venta på sjukmelding.')
  await dialog.getByRole('checkbox').first().press('Space')
  await dialog.getByLabel('Name of the new code').fill('sykmelding')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Code 1 place' }).press('Enter')
  await expect(dialog).toBeHidden()
  const coded = async () => (await query(page, 'passages.list', {})).items.map(({ quote }) => quote)
  expect(await coded()).toEqual(['Sykmeldingen kom før møtet med legen.'])
  await page.locator('.search').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+z')
  await expect.poll(coded).toEqual([])
  await expect.poll(async () => (await query(page, 'codes.list', {})).items).toEqual([])

  const quoted = async () =>
    (await query(page, 'quotes.list', {})).items.map(({ printed }) => printed)
  await page.locator('.search-hit').first().press('o')
  await expect(page.getByText('Taken into the register of quotes')).toBeVisible()
  expect(await quoted()).toEqual(['Eg venta på sjukmelding.'])
  await page.getByRole('button', { name: 'Take as quotes…' }).press('Enter')
  const taking = page.getByRole('dialog', { name: 'Take hits as quotes' })
  await expect(taking.locator('mark')).toHaveText([
    'Eg venta på sjukmelding.',
    'Sykmeldingen kom før møtet med legen.',
  ])
  expect(await axeFaults(page)).toEqual([])
  await taking.getByRole('button', { name: 'Take 2 quotes' }).press('Enter')
  await expect(page.getByText('1 was there already.')).toBeVisible()
  await expect.poll(quoted).toHaveLength(2)
  await page.locator('.search').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+z')
  await expect.poll(quoted).toEqual(['Eg venta på sjukmelding.'])

  await page.getByRole('button', { name: 'Save search' }).press('Enter')
  await page.keyboard.press('Control+9')
  const name = page.getByRole('textbox', { name: 'Name of the saved search ~sykemelding' })
  await name.fill('Sykmelding')
  await name.press('Enter')
  await expect(page.getByRole('button', { name: 'Open Sykmelding' })).toBeVisible()
  const panel = page.getByRole('textbox', { name: 'Search names and texts' })
  await panel.fill('leg')
  await expect(page.getByRole('list', { name: 'In the texts' }).getByRole('listitem')).toHaveCount(
    2,
  )
  await panel.fill('kar')
  await expect(page.getByRole('list', { name: 'Names' }).getByRole('button')).toHaveText(['kari'])
  expect(await axeFaults(page)).toEqual([])
})
