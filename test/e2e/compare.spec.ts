import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { act, ask, bundleOf, inProject, joinProject, makeProject } from './support/projects.ts'

const interview = 'Jeg ringer legen og venter på svar. Så skriver jeg i loggen. Hun leser loggen.\n'

let app: RunningApp

async function begin(theme: 'light' | 'dark'): Promise<void> {
  app = await launchApp({ settings: { theme } })
  await openProjectFile(app, await mergedProject(app.folder))
  await expect(app.page.locator('.rail')).toBeVisible()
}
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** Kari's project with what Bo has coded and renamed meanwhile, brought together by a bundle. */
async function mergedProject(folder: string): Promise<string> {
  const kari = await makeProject(folder, { 'berit.txt': interview })
  const codeId = await inProject(
    kari,
    async () => (await act('codes.create', { name: 'venting' })).id,
  )
  const bo = join(folder, 'Bo.standpoint')
  await joinProject(await bundleOf(kari), bo, 'Bo Bakken')
  const code = (path: string, words: string[], name: string) =>
    inProject(path, async () => {
      const sourceId = (await ask('sources.list', {})).items[0]?.id ?? ''
      for (const quote of words) {
        const start = interview.indexOf(quote)
        await act('passages.code', { sourceId, start, end: start + quote.length, codeId })
      }
      await act('codes.update', { codeIds: [codeId], name })
    })
  await code(kari, ['venter på svar', 'ringer legen', 'loggen'], 'ventetid')
  await code(bo, ['venter på svar', 'Jeg ringer legen', 'Hun leser'], 'å vente')
  const back = await bundleOf(bo)
  await inProject(kari, () => act('sync.merge', { path: back }))
  return kari
}

const expectNoFindings = async () => expect(await axeFaults(app.page)).toEqual([])

test('differences are settled by keyboard, with reasons, and taken back', async () => {
  await begin('light')
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('compare and')
  await page
    .getByRole('option', { name: /Compare/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  const main = page.getByRole('main')
  const items = main.getByRole('listbox', { name: 'Items' }).getByRole('option')
  await expect(items).toHaveCount(3)
  await expect(main.getByRole('status').first()).toHaveText('0 of 3 settled')
  await expect(items.first()).toContainText('overlapping')
  await expect(items.last()).toContainText('only BB')
  await expect(main.getByRole('region', { name: 'In the text' })).toContainText('skriver jeg')
  await expectNoFindings()

  await page.keyboard.press('b')
  await page.keyboard.type('the pronoun belongs to it')
  await page.keyboard.press('Tab')
  await page.getByLabel('Dissent').fill('AA would keep it short')
  await page.keyboard.press('Enter')
  await expect(items).toHaveCount(2)
  await expect(main.getByRole('status').first()).toHaveText('1 of 3 settled')
  await page.keyboard.press('a')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('textbox', { name: /Reason/ })).toHaveValue(
    'the pronoun belongs to it',
  )
  await page.keyboard.press('Enter')
  await expect(items).toHaveCount(1)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(main).toContainText('Nothing here fits the filter')
  await expect(main).toContainText('It is put off')
  await main.getByRole('button', { name: 'Undo' }).click()
  await expect(items).toHaveCount(1)
  await main.getByLabel('State').selectOption('Settled')
  await expect(items).toHaveCount(2)
  await expect(main).toContainText('Dissent: AA would keep it short')
  const { items: passages } = await query(page, 'passages.list', {})
  const settled = passages.flatMap(({ quote, codings }) =>
    codings.some(({ layer }) => layer === 'settled') ? [quote] : [],
  )
  expect(settled.toSorted()).toEqual(['Jeg ringer legen', 'loggen'])

  // Decided again: both stand, and what they coded gets another code.
  await command(page, 'codes.create', { name: 'føring' })
  await items.first().click()
  await main.getByRole('listbox', { name: 'Items' }).focus()
  await page.keyboard.press('+')
  await page.keyboard.type('two ways to hear it')
  await page.keyboard.press('Enter')
  await expect(main.getByText('Settled: both stand')).toBeVisible()
  await items.last().click()
  await main.getByRole('listbox', { name: 'Items' }).focus()
  await page.keyboard.press('r')
  await page.keyboard.type('før')
  await expect(page.getByRole('option', { name: /føring/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Reason/ }).fill('it is written there')
  await page.keyboard.press('Enter')
  // Which of its two names the code has now was decided by chance when they met.
  const settledWith = async () => {
    const { items: codings } = await query(page, 'codings.list', { view: 'settled' })
    const nameOf = (name: string) => (name === 'føring' ? name : 'the code')
    return codings.map(({ quote, codeName }) => `${quote}: ${nameOf(codeName)}`).toSorted()
  }
  await expect
    .poll(settledWith)
    .toEqual(['Jeg ringer legen: the code', 'loggen: føring', 'ringer legen: the code'])
  await main.getByLabel('Add to the discussion').fill('We read it aloud.')
  await page.keyboard.press('Enter')
  await expect(
    main.getByRole('region', { name: 'Discussion' }).getByRole('listitem'),
  ).toContainText('We read it aloud.')
  await page.keyboard.press('Escape')
  await main.getByRole('listbox').focus()
  await page.keyboard.press('o')
  await expect(page.locator('.tab-front')).toContainText('berit')
})

test('what merging could not decide stands with both versions and is settled', async () => {
  await begin('dark')
  const { page } = app
  await page.locator('.status-bar').getByRole('button', { name: '1 to settle' }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('listbox', { name: 'Items' }).getByRole('option')).toContainText(
    'ventetid',
  )
  await expect(main.getByRole('listbox', { name: 'Items' }).getByRole('option')).toContainText(
    'å vente',
  )
  await expectNoFindings()
  await main.getByRole('radio', { name: 'Codings' }).click()
  await expect(main.locator('mark').first()).toBeVisible()
  await expectNoFindings()
  await main.getByRole('radio', { name: /merging could/ }).click()
  await main.getByRole('listbox').focus()
  await page.keyboard.press('a')
  await page.keyboard.type('shorter')
  await page.keyboard.press('Enter')
  await expect(main).toContainText('All settled')
  await expect(page.locator('.status-bar').getByRole('button', { name: /to settle/ })).toHaveCount(
    0,
  )
  const [conflict] = (await query(page, 'conflicts.list', {})).items
  const chosen = conflict?.labels[0]
  expect((await query(page, 'codes.list', {})).items[0]?.name).toBe(chosen)

  // Decided again: both names stay, one as an alias; then what was coded with it gets another code.
  const { id: other } = await command(page, 'codes.create', { name: 'føring' })
  await main.getByLabel('State').selectOption('Settled')
  await main.getByRole('listbox', { name: 'Items' }).focus()
  await page.keyboard.press('+')
  await page.keyboard.type('both words are used')
  await page.keyboard.press('Enter')
  await expect(main.getByText('Settled: both stand')).toBeVisible()
  const code = (await query(page, 'codes.list', {})).items.find(({ id }) => id !== other)
  expect([code?.name, ...(code?.aliases ?? [])].toSorted()).toEqual(conflict?.labels.toSorted())
  await main.getByRole('listbox', { name: 'Items' }).focus()
  await page.keyboard.press('r')
  await page.keyboard.type('før')
  await expect(page.getByRole('option', { name: /føring/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Reason/ }).fill('it is writing')
  await page.keyboard.press('Enter')
  await expect(main.getByText('Settled: another code')).toBeVisible()
  const { items: codings } = await query(page, 'codings.list', {})
  expect(new Set(codings.map(({ codeName }) => codeName))).toEqual(new Set(['føring']))
})

test('a message comes up above what settles, also where the form for the reason is open', async () => {
  await begin('light')
  const { page } = app
  await page.locator('.status-bar').getByRole('button', { name: '1 to settle' }).click()
  const bar = page.getByRole('main').locator('.pair-settle')
  await page.getByRole('main').getByRole('listbox').focus()
  await command(page, 'codes.create', { name: 'føring' })
  await page.keyboard.press('Control+z')
  const said = page.getByRole('region', { name: 'Messages' }).getByRole('status')
  await expect(said).toBeVisible()
  const gap = async () => {
    const [above, below] = [await said.boundingBox(), await bar.boundingBox()]
    return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0))
  }
  await expect.poll(gap).toBeGreaterThan(0)
  await said.hover()
  const before = (await bar.boundingBox())?.height ?? 0
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: /Reason/ })).toBeFocused()
  expect((await bar.boundingBox())?.height ?? 0).toBeGreaterThan(before)
  await expect.poll(gap).toBeGreaterThan(0)
})

test('a message comes up above the field of the discussion', async () => {
  await begin('light')
  const { page } = app
  await page.locator('.status-bar').getByRole('button', { name: '1 to settle' }).click()
  const main = page.getByRole('main')
  const field = main.getByLabel('Add to the discussion')
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 640)
  })
  await field.scrollIntoViewIfNeeded()
  await command(page, 'codes.create', { name: 'føring' })
  await main.getByRole('listbox').focus()
  await page.keyboard.press('Control+z')
  const said = page.getByRole('region', { name: 'Messages' }).getByRole('status')
  await expect(said).toBeVisible()
  await said.hover()
  const isOver = async () => {
    const [above, below] = [await said.boundingBox(), await field.boundingBox()]
    if (above === null || below === null) return 'not seen'
    return above.y < below.y + below.height && below.y < above.y + above.height
  }
  await expect.poll(isOver).toBe(false)
  await field.click()
  await expect(field).toBeFocused()
})
