import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeWords, newPair, send } from './support/pair.ts'

test('the record says who coded, reviewed and settled, with both versions, reason, dissent and talk', async () => {
  const pair = await newPair()
  const { anna, bo, folder, sourceId, codeId } = pair
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(anna, sourceId, 'loggen', codeId)
  await codeWords(bo, sourceId, 'Jeg ringer legen', codeId)
  await send(pair, bo, anna)
  const { analysts } = await anna.get('project.info', {})
  const idOf = (name: string) => analysts.find((analyst) => analyst.name === name)?.id ?? ''
  const compared = {
    a: { analystId: idOf('Anna Analytiker') },
    b: { analystId: idOf('Bo Bakken') },
  }
  const { items } = await anna.get('compare.codings', compared)
  expect(items[0]?.context.text).toContain('Jeg ringer legen og venter')
  const [first, second] = items.map(({ id }) => id)
  await anna.do('compare.settle', {
    ...compared,
    itemId: first ?? '',
    outcome: 'B',
    reason: 'pronomenet hører med',
    dissent: 'kort er bedre',
  })
  await anna.do('compare.settle', {
    ...compared,
    itemId: second ?? '',
    outcome: 'defer',
    reason: '',
  })
  await anna.do('discussions.add', { item: second ?? '', text: 'Spør Kari først.' })
  expect((await anna.get('discussions.list', { item: first ?? '' })).items).toEqual([])

  const cells = async (table: 'who-did-what' | 'reconciliation' | 'discussion') => {
    const { columns, rows } = await anna.get('tables.get', { table, language: 'nb' })
    return rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row.cells[at]])))
  }
  const work = await cells('who-did-what')
  expect(work).toMatchObject([
    { analyst: expect.any(String), source: expect.any(String) },
    { analyst: expect.any(String) },
  ])
  const of = (name: string) => work.find(({ analyst }) => analyst === name)
  expect(of('Anna Analytiker')).toMatchObject({ coded: 2, reviewed: 2, settled: 1 })
  expect(of('Bo Bakken')).toMatchObject({ coded: 1, reviewed: 0, settled: 0 })
  const { counts } = await anna.get('compare.codings', compared)
  expect(counts.settled).toBe(of('Anna Analytiker')?.settled)
  expect(await cells('reconciliation')).toMatchObject([
    {
      item: 'venting',
      versionA: 'Anna Analytiker: «ringer legen»',
      versionB: 'Bo Bakken: «Jeg ringer legen»',
      outcome: 'B gjelder',
      reason: 'pronomenet hører med',
      dissent: 'kort er bedre',
      analyst: 'Anna Analytiker',
    },
    { versionA: 'Anna Analytiker: «loggen»', versionB: '', outcome: 'Utsatt' },
  ])
  const { id: paperwork } = await anna.do('codes.create', { name: 'dokumentere' })
  await anna.do('compare.settle', {
    ...{ ...compared, itemId: second ?? '', outcome: 'recode', codeId: paperwork },
    reason: 'det er papirarbeid',
  })
  expect((await cells('reconciliation'))[1]).toMatchObject({
    outcome: 'En annen kode: dokumentere',
  })
  expect(await cells('discussion')).toMatchObject([
    { remark: 'Spør Kari først.', versionA: 'Anna Analytiker: «loggen»' },
  ])
  for (const table of ['who-did-what', 'reconciliation', 'discussion', 'audit'] as const)
    for (const format of ['docx', 'xlsx', 'csv', 'md'] as const) {
      const path = join(folder, `${table}.${format}`)
      const { bytes } = await anna.do('export.table', { table, format, path })
      expect(readFileSync(path).length).toBe(bytes)
    }
  const only = { kind: 'compare', analystId: idOf('Anna Analytiker') }
  const path = join(folder, 'only.csv')
  await anna.do('export.table', { table: 'audit', format: 'csv', path, activity: only })
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(4)
})

test('the activity trail is filtered by analyst, kind, thing, time and words, page by page', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId } = pair
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(bo, sourceId, 'loggen', codeId)
  await send(pair, bo, anna)
  const list = async (filter: object) => (await anna.get('activity.list', filter)).items
  const all = await list({})
  const { analysts } = await anna.get('project.info', {})
  for (const { id } of analysts)
    expect(await list({ analystId: id })).toEqual(all.filter(({ analystId }) => analystId === id))
  expect(await list({ entity: codeId })).toEqual(
    all.filter(({ entities }) => entities.includes(codeId)),
  )
  const coded = all.filter(({ command }) => command.startsWith('passages.'))
  expect(coded).toHaveLength(2)
  expect(await list({ kind: 'passages' })).toEqual(coded)
  expect(await list({ words: 'KODING bakken' })).toEqual(coded.slice(0, 1))
  const [newest] = all
  expect(await list({ to: newest?.time ?? '' })).toEqual(
    all.filter(({ time }) => time < (newest?.time ?? '')),
  )
  expect(await list({ from: newest?.time ?? '' })).toContainEqual(newest)
  const pages = [await list({ limit: 2 })]
  pages.push(await list({ limit: 2, before: pages[0]?.at(-1)?.id }))
  expect(pages.flat()).toEqual(all.slice(0, 4))
})
