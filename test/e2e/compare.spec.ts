import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject, runCommands, standpoint } from './support/projects.ts'

const interview = 'Jeg ringer legen og venter på svar. Så skriver jeg i loggen. Hun leser loggen.\n'

let app: RunningApp

async function begin(theme: 'light' | 'dark'): Promise<void> {
  app = await launchApp({ settings: { theme } })
  await openProjectFile(app, mergedProject(app.folder))
  await expect(app.page.locator('.rail')).toBeVisible()
}
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** Kari's project with what Bo has coded and renamed meanwhile, brought together by a bundle. */
function mergedProject(folder: string): string {
  const kari = makeProject(folder, { 'berit.txt': interview })
  const bo = join(folder, 'Bo.standpoint')
  runCommands(kari, [{ command: 'codes.create', args: { name: 'venting' } }])
  const first = join(folder, 'first.bundle')
  standpoint('bundle', kari, '-o', first)
  standpoint('join', first, bo, '--analyst', 'Bo Bakken')
  const idOf = (name: string) =>
    (standpoint('query', kari, name) as { items: { id: string }[] }).items[0]?.id ?? ''
  const [sourceId, codeId] = [idOf('sources.list'), idOf('codes.list')]
  const work = (words: string[], name: string) => [
    ...words.map((quote) => {
      const start = interview.indexOf(quote)
      return {
        command: 'passages.code',
        args: { sourceId, start, end: start + quote.length, codeId },
      }
    }),
    { command: 'codes.update', args: { codeIds: [codeId], name } },
  ]
  runCommands(kari, work(['venter på svar', 'ringer legen', 'loggen'], 'ventetid'))
  runCommands(bo, work(['venter på svar', 'Jeg ringer legen', 'Hun leser'], 'å vente'))
  const back = join(folder, 'back.bundle')
  standpoint('bundle', bo, '-o', back)
  standpoint('merge', kari, back)
  return kari
}

async function expectNoFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  expect(found.filter((line) => !line.includes('role="separator"'))).toEqual([])
}

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
