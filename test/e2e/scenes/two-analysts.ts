import { expect } from '@playwright/test'
import type { RunningApp } from '../support/launch.ts'
import { command, query } from '../support/engine.ts'
import { goByName } from './results-pictures.ts'

/** Gives the sample a second analyst, who has coded much like the first, and persons with attributes. */
export async function addPartner({ page }: RunningApp): Promise<void> {
  const { analystId: own } = await query(page, 'project.info', {})
  const { items: sources } = await query(page, 'sources.list', {})
  const sourceIds = sources.slice(0, 2).map(({ id }) => id)
  const { items: passages } = await query(page, 'passages.list', {})
  const partner = await command(page, 'analysts.create', { name: 'Bo Bakken' })
  await command(page, 'analysts.use', { analystId: partner.id })
  const shared = passages.filter(({ sourceId }) => sourceId === sourceIds[0]).slice(0, 12)
  for (const [index, { sourceId, start, end, codings }] of shared.entries()) {
    const codeId = codings[0]?.codeId
    // Every other passage a little shorter, so that there is something to settle.
    const last = end - start > 16 && index % 2 === 0 ? end - 8 : end
    if (codeId !== undefined)
      await command(page, 'passages.code', { sourceId, start, end: last, codeId })
  }
  await command(page, 'analysts.use', { analystId: own })
  await command(page, 'rounds.create', {
    name: 'Prøverunde',
    sourceIds,
    analystIds: [own, partner.id],
    isBlind: true,
  })
}

/** Attributes of the informants, as a table of them would give. */
export async function addAttributes({ page }: RunningApp): Promise<void> {
  const age = await command(page, 'attributes.create', {
    name: 'Alder',
    of: 'persons',
    type: 'number',
  })
  const office = await command(page, 'attributes.create', {
    name: 'Kontor',
    of: 'persons',
    type: 'choice',
    options: ['Fjellvik', 'Strandby'],
  })
  const { items: persons } = await query(page, 'persons.list', {})
  const cells = persons.flatMap(({ id: holderId, role }, index) => [
    { holderId, attributeId: age.id, value: 31 + index * 4 },
    {
      holderId,
      attributeId: office.id,
      value: role.includes('Fjellvik') ? 'Fjellvik' : 'Strandby',
    },
  ])
  await command(page, 'people.setValues', { of: 'persons', cells })
}

/** Goes through what two analysts see of each other, the people of a study, and searching it. */
export async function walkThroughPages(
  app: RunningApp,
  show: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = app
  const main = page.getByRole('main')
  const go = (words: string, option: RegExp) => goByName(page, words, option)
  await addPartner(app)
  await addAttributes(app)
  await go('meeting', /^Meeting/)
  await expect(page.getByRole('heading', { name: 'Meeting', level: 1 })).toBeVisible()
  await show('meeting')
  await go('settle', /^Compare/)
  await expect(
    main.getByRole('listbox', { name: 'Items' }).getByRole('option').first(),
  ).toBeVisible()
  await main.getByLabel('Kind').selectOption('Overlapping')
  await expect(main.locator('.pair-item-head, mark').first()).toBeVisible()
  await show('compare')
  await go('grid', /persons, cases/i)
  await expect(main.getByRole('grid')).toBeVisible()
  await main.getByLabel('Count').selectOption({ label: 'Kontor' })
  await expect(main.getByRole('button', { name: /^\d+ of \d+ Fjellvik$/ })).toBeVisible()
  await show('people')
  await page.keyboard.press('Control+Shift+f')
  await page.getByRole('textbox', { name: 'Search in all sources' }).fill('møte*')
  await page.keyboard.press('Enter')
  await expect(main.locator('.search-hit mark').first()).toBeVisible()
  await show('search')
  await go('co-occurrence', /^Ask a question/)
  await main.getByRole('radio', { name: 'Text', exact: true }).click()
  await main
    .getByLabel('Question', { exact: true })
    .fill('coded "usynlig arbeid" or coded "skjema K-12"')
  await main.getByRole('radio', { name: 'Sentence', exact: true }).click()
  await expect(main.getByRole('region', { name: 'Passages that answer' })).toContainText('Intervju')
  await show('ask')
  await go('coreq', /^Reports/)
  await expect(main.getByRole('region', { name: 'Preview of the report' })).toContainText(
    'passages',
  )
  await show('reports')
}
