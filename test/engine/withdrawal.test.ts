import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeWords, interview, newPair, send } from './support/pair.ts'
import { newSource, TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const secret = 'Hønefoss legesenter'

/** Files under a folder in which the words stand. */
function filesWith(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes('.standpoint'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words))
}

test('S9 a withdrawn source is purged on both sides, and a returning old bundle does not bring it back', async () => {
  const pair = await newPair()
  const { folder, anna, bo, paths, codeId } = pair
  const sourceId = await newSource(anna, `Kari: ${secret} ringte meg aldri.\n`)
  await anna.do('sources.update', { sourceIds: [sourceId], title: `Fra ${secret}` })
  await send(pair, anna, bo)
  await codeWords(bo, sourceId, `${secret} ringte`, codeId)
  const passage = (await bo.get('sources.passages', { sourceId })).items[0]?.id ?? ''
  await bo.do('passages.changeRange', { passageId: passage, start: 6, end: 20 })
  await send(pair, bo, anna)
  const old = join(folder, 'old.bundle')
  await bo.do('sync.bundle', { path: old })
  const oldCopy = join(folder, 'copy.old')
  await bo.do('backups.create', { path: oldCopy })
  for (const engine of [anna, bo]) await engine.do('backups.create', {})
  expect(filesWith(folder, secret).length).toBeGreaterThan(3)

  const done = await anna.do('sources.withdraw', { sourceIds: [sourceId], reason: 'ba om det' })
  expect(done).toEqual({ codings: 1, backups: 1 })
  await send(pair, anna, bo)
  for (const engine of [anna, bo]) {
    expect((await engine.get('sources.list', {})).items.map(({ id }) => id)).not.toContain(sourceId)
    expect((await engine.get('sources.withdrawn', {})).items).toMatchObject([
      { sourceId, number: 2, reason: 'ba om det' },
    ])
    expect((await engine.get('search.text', { query: 'legesenter' })).items).toEqual([])
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  }
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))

  await anna.do('sync.merge', { path: old })
  await anna.do('sync.merge', { path: oldCopy })
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  anna.close()
  bo.close()
  expect(filesWith(folder, secret)).toEqual([])
  expect(filesWith(folder, interview.slice(0, 20)).length).toBeGreaterThan(1)
})

test('S9 whoever opens a copy that knows nothing of the withdrawal, and merges, is rid of the source as well', async () => {
  const pair = await newPair()
  const { folder, anna, sourceId, paths } = pair
  anna.close()
  const copy = join(folder, 'third.standpoint')
  copyFileSync(paths.anna, copy)
  await anna.do('project.open', { path: paths.anna })
  await anna.do('sources.withdraw', { sourceIds: [sourceId] })
  const third = new TestEngine()
  await third.do('project.open', { path: copy })
  await third.do('codes.create', { name: 'ny' })
  await send(pair, anna, third)
  third.close()
  expect(readFileSync(copy).includes('ringer legen')).toBe(false)
})

test('S9 reasons and talk about a withdrawn source are purged with it, also those that come later', async () => {
  const pair = await newPair()
  const { anna, bo, codeId, paths } = pair
  const sourceId = await newSource(anna, `Kari: ${secret} ringte meg aldri.\n`)
  await codeWords(anna, sourceId, `${secret} ringte`, codeId)
  await send(pair, anna, bo)
  await codeWords(bo, sourceId, secret, codeId)
  await send(pair, bo, anna)
  const [a, b] = (await anna.get('project.info', {})).analysts.map(({ id }) => ({ analystId: id }))
  const sides = { a: a ?? { analystId: '' }, b: b ?? { analystId: '' } }
  const said = async (engine: TestEngine) => {
    const { items } = await engine.get('compare.codings', { ...sides, sourceIds: [sourceId] })
    const itemId = items[0]?.id ?? ''
    await engine.do('discussions.add', { item: itemId, text: `Han nevner ${secret}` })
    await engine.do('compare.settle', {
      ...sides,
      itemId,
      outcome: 'defer',
      reason: `${secret} er navnet`,
    })
  }
  await said(anna)
  await send(pair, anna, bo)
  await anna.do('sources.withdraw', { sourceIds: [sourceId] })
  expect((await anna.get('discussions.list', {})).items).toEqual([])
  await said(bo)
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  for (const engine of [anna, bo]) {
    expect((await engine.get('discussions.list', {})).items).toEqual([])
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  }
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  anna.close()
  bo.close()
  for (const path of [paths.anna, paths.bo]) expect(readFileSync(path).includes(secret)).toBe(false)
})
