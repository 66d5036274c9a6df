import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const sentences = [
  'Jeg venter på svar.',
  'Så ringer jeg.',
  'Hun svarer ikke.',
  'Jeg skriver til henne.',
]

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  await openProjectFile(
    app,
    await makeProject(app.folder, { 'berit.txt': `${sentences.join(' ')}\n` }),
  )
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** Two analysts who agree on one of three sentences about waiting, and on the only one about calling. */
async function codedByTwo(): Promise<void> {
  const { page } = app
  const { analystId: kari } = await query(page, 'project.info', {})
  const { id: berit } = await command(page, 'analysts.create', { name: 'Berit Bakke' })
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  const { text } = await query(page, 'sources.text', { sourceId })
  const waiting = await command(page, 'codes.create', { name: 'venting' })
  const calling = await command(page, 'codes.create', { name: 'ringing' })
  const work = [
    [berit, waiting.id, [0, 3]],
    [berit, calling.id, [1]],
    [kari, waiting.id, [0, 2]],
    [kari, calling.id, [1]],
  ] as const
  for (const [analystId, codeId, coded] of work) {
    await command(page, 'analysts.use', { analystId })
    for (const at of coded) {
      const words = sentences[at] ?? ''
      const start = text.indexOf(words)
      await command(page, 'passages.code', { sourceId, start, end: start + words.length, codeId })
    }
  }
}

async function expectNoFindings(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  expect(found.filter((line) => !line.includes('role="separator"'))).toEqual([])
}

async function openByPalette(words: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(words)
  await expect(page.getByRole('option', { name: /Agreement/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test('agreement is off until it is asked for, in the project and not in the program', async () => {
  const { page } = app
  await openByPalette('samsvar')
  const main = page.getByRole('main')
  await expect(main).toContainText('switched off in this project')
  await expectNoFindings()
  await main.getByRole('button', { name: 'Show agreement measures' }).click()
  await expect(main).toContainText('needs the codings of two analysts')
  expect((await query(page, 'agreement.list', {})).shown).toBe(true)
  await main.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Hidden' }).click()
  await expect.poll(async () => (await query(page, 'agreement.list', {})).shown).toBe(false)
})

test('measures follow unit and scope, say what cannot be computed and are kept and exported', async () => {
  const { page, folder } = app
  await codedByTwo()
  await command(page, 'agreement.show', { shown: true })
  await page
    .locator('.rail')
    .getByRole('button', { name: /^Analysis/ })
    .click()
  await page.locator('.analysis-panel').getByRole('button', { name: 'Agreement' }).click()
  const main = page.getByRole('main')
  await main.getByLabel('Unit', { exact: true }).selectOption('Sentence')
  await main.getByRole('radio', { name: 'Left out' }).click()
  const units = main.getByRole('region', { name: 'Coded or not' })
  const row = (name: string) => units.getByRole('row').filter({ hasText: name })
  // Four sentences, all coded by somebody: both 1, Kari alone 1, Berit alone 1, and one of neither.
  await expect(row('venting')).toContainText('50.0')
  await expect(row('venting')).toContainText('0.333')
  await expect(row('ringing')).toContainText('1.000')
  await expect(main.getByRole('status').filter({ hasText: 'Unit: sentence' })).toContainText(
    'Layer: working',
  )
  await expectNoFindings()

  await units.getByRole('button', { name: 'Coded only' }).click()
  await expect(units.getByRole('row').nth(2)).toContainText('ringing')
  await main.getByLabel('Unit', { exact: true }).selectOption('Passage')
  await main.getByText('All codes in use').click()
  await main.getByRole('checkbox', { name: 'ringing' }).check()
  await expect(row('ringing')).toContainText('n.c. (1)')
  await expect(main).toContainText('n.c. (1): all judgements are the same')

  await main.getByRole('button', { name: 'Keep this result' }).click()
  await expect(main).toContainText(/Kept on .* by Kari Nordmann/)
  await main.getByRole('button', { name: 'Back to the present coding' }).click()
  const path = join(folder, 'agreement.md')
  await answerSaveDialog(app.electron, path)
  await main.getByLabel('Format').selectOption({ label: 'Markdown (.md)' })
  await main.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(path)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('Unit: passage')

  await main.getByText('About the coefficients').click()
  await expect(main).toContainText('Cohen 1960, p. 40')
  await expectNoFindings()
})
