import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newCopy } from './support/live.ts'
import { codeWords, newPair, send } from './support/pair.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

test('S3, S5 what two people did apart is the same on both after they exchanged bundles, twice or in any order', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId, paths } = pair
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  const { id: own } = await bo.do('codes.create', { name: 'dokumentasjon' })
  await codeWords(bo, sourceId, 'skriver jeg i loggen', own)
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const { items } = await anna.get('sources.passages', { sourceId })
  const codings = items.flatMap((passage) => passage.codings)
  expect(codings).toHaveLength(3)
  expect(new Set(codings.map((coding) => coding.analystId)).size).toBe(2)
  expect((await anna.get('project.check', { rebuild: true })).problems).toEqual([])
  expect((await bo.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('S2 the activity trail of both is on both, each row once', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  await bo.do('codes.create', { name: 'dokumentasjon' })
  await send(pair, bo, anna)
  await send(pair, bo, anna)
  const { items } = await anna.get('activity.list', {})
  const made = items.filter(({ command }) => command === 'codes.create')
  expect(made.map(({ label, analyst }) => [label, analyst]).toSorted()).toEqual([
    ['dokumentasjon', 'Bo Bakken'],
    ['venting', 'Anna Analytiker'],
  ])
})

test('S6 a merge is undone as one step, takes nothing from the partner, and is redone', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId, paths } = pair
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  const { id: own } = await bo.do('codes.create', { name: 'dokumentasjon' })
  await codeWords(bo, sourceId, 'skriver jeg i loggen', own)
  const before = projectedRows(paths.anna)
  await send(pair, bo, anna)
  const merged = projectedRows(paths.anna)
  expect(merged).not.toEqual(before)
  await codeWords(anna, sourceId, 'venter', own)
  await anna.do('history.undo', {})
  expect((await anna.do('history.undo', {})).command).toBe('sync.merge')
  expect(projectedRows(paths.anna)).toEqual(before)
  expect((await anna.get('project.check', { rebuild: true })).problems).toEqual([])
  await anna.do('history.redo', {})
  expect(projectedRows(paths.anna)).toEqual(merged)
  await anna.do('history.undo', {})
  // What was done before the merge can still be undone and redone.
  await anna.do('history.undo', {})
  await anna.do('history.redo', {})
  expect(projectedRows(paths.anna)).toEqual(before)
  await send(pair, anna, bo)
  expect((await bo.get('codes.list', {})).items.map(({ name }) => name)).toContain('dokumentasjon')
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.anna)).toEqual(projectedRows(paths.bo))
})

test('S6 a merge can be undone after the program was started again', async () => {
  const pair = await newPair()
  const { anna, bo, paths } = pair
  await bo.do('codes.create', { name: 'dokumentasjon' })
  const before = projectedRows(paths.anna)
  await send(pair, bo, anna)
  await anna.do('project.close', {})
  await anna.do('project.open', { path: paths.anna })
  await anna.do('history.undo', {})
  expect(projectedRows(paths.anna)).toEqual(before)
})

test('S7 a preview says what would come, by whom, and changes nothing', async () => {
  const { folder, anna, bo, paths, sourceId, codeId } = await newPair()
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await bo.do('codes.update', { codeIds: [codeId], definition: 'når noe må bli svart på' })
  const path = join(folder, 'from-bo.bundle')
  await bo.do('sync.bundle', { path })
  const before = [projectedRows(paths.anna), await anna.get('activity.list', {})]
  const preview = await anna.get('sync.preview', { path })
  expect([projectedRows(paths.anna), await anna.get('activity.list', {})]).toEqual(before)
  expect(preview.from.analyst).toBe('Bo Bakken')
  const of = (kind: string) => preview.counts.filter((count) => count.kind === kind)
  expect(of('codings')).toMatchObject([{ added: 1, changed: 0, removed: 0 }])
  expect(of('codes')).toMatchObject([{ added: 0, changed: 1, removed: 0 }])
  const merged = await anna.do('sync.merge', { path })
  expect(merged.counts).toEqual(preview.counts)
})

test('S7 what comes is told by kind and by who did it: added, changed and taken away, and not what was here', async () => {
  const pair = await newPair()
  const { folder, anna, bo, sourceId, codeId } = pair
  const annaId = (await anna.get('project.info', {})).analystId
  const boId = (await bo.get('project.info', {})).analystId
  const gone = await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(anna, sourceId, 'venter', codeId)
  await send(pair, bo, anna)
  const { id: roundId } = await anna.do('rounds.create', {
    name: 'Runde',
    sourceIds: [sourceId],
    analystIds: [annaId, boId],
    isBlind: false,
  })
  await anna.do('rounds.enter', { roundId })
  await codeWords(anna, sourceId, 'skriver', codeId)
  await send(pair, anna, bo)
  await bo.do('passages.delete', { passageIds: [gone] })
  await bo.do('rounds.delete', { roundId })
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await bo.do('codes.update', { codeIds: [codeId], definition: 'når noe må bli svart på' })
  await bo.do('memos.create', { title: 'Om venting', text: 'Alle venter.' })
  await bo.do('sources.editText', { sourceId, start: 0, end: 0, text: 'Her: ' })
  await codeWords(anna, sourceId, 'Kari', codeId)
  const path = join(folder, 'from-bo.bundle')
  await bo.do('sync.bundle', { path })
  const { counts } = await anna.get('sync.preview', { path })
  const told = counts.map(({ kind, analystId, added, changed, removed }) => [
    kind,
    analystId === annaId ? 'Anna' : analystId === boId ? 'Bo' : '',
    added,
    changed,
    removed,
  ])
  expect(told.toSorted()).toEqual([
    ['codes', 'Bo', 0, 1, 0],
    // One was taken away, and two can no longer be seen with their round.
    ['codings', 'Bo', 1, 0, 3],
    ['memoTexts', 'Bo', 1, 0, 0],
    ['memos', 'Bo', 1, 0, 0],
    ['rounds', 'Bo', 0, 0, 1],
    ['sourceTexts', 'Bo', 0, 1, 0],
  ])
  expect((await anna.do('sync.merge', { path })).counts).toEqual(counts)
  expect((await anna.do('sync.merge', { path })).counts).toEqual([])
})

test('S7 what a third one did stands under their name, whoever brings it', async () => {
  const pair = await newPair()
  const { folder, anna, bo, sourceId, codeId } = pair
  const passageId = await codeWords(anna, sourceId, 'ringer legen', codeId)
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  const { analystId } = await cato.get('project.info', {})
  await send(pair, anna, bo)
  await cato.do('codes.update', { codeIds: [codeId], name: 'å vente' })
  await cato.do('passages.delete', { passageIds: [passageId] })
  await cato.do('sources.editText', { sourceId, start: 0, end: 0, text: 'Her: ' })
  const fromCato = join(folder, 'from-cato.bundle')
  await cato.do('sync.bundle', { path: fromCato })
  await bo.do('sync.merge', { path: fromCato })
  await bo.do('codes.create', { name: 'fra Bo' })
  const path = join(folder, 'from-bo.bundle')
  await bo.do('sync.bundle', { path })
  const { counts } = await anna.get('sync.preview', { path })
  const byCato = counts.filter((count) => count.analystId === analystId)
  expect(
    byCato.map(({ kind, added, changed, removed }) => [kind, added, changed, removed]),
  ).toEqual([
    ['analysts', 1, 0, 0],
    ['codes', 0, 1, 0],
    ['codings', 0, 0, 1],
    ['sourceTexts', 0, 1, 0],
  ])
})

test('S3 a bundle since the partner’s last known state is small and enough', async () => {
  const pair = await newPair()
  const { folder, anna, bo, paths, sourceId, codeId } = pair
  await send(pair, bo, anna)
  const whole = await anna.do('sync.bundle', { path: join(folder, 'whole.bundle') })
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  const path = join(folder, 'part.bundle')
  const part = await anna.do('sync.bundle', { path, since: 'bo bakken' })
  expect(part.documents).toBeLessThan(whole.documents)
  await bo.do('sync.merge', { path })
  await send(pair, bo, anna)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  // A deletion adds nothing to a state vector, and would be forgotten by it alone.
  const { state } = await bo.get('sync.state', {})
  const { items } = await anna.get('sources.passages', { sourceId })
  await anna.do('passages.delete', { passageIds: items.map(({ id }) => id) })
  const later = join(folder, 'later.bundle')
  expect((await anna.do('sync.bundle', { path: later, since: state })).documents).toBe(1)
  await bo.do('sync.merge', { path: later })
  expect((await bo.get('sources.passages', { sourceId })).items).toEqual([])
})

test('S4 a part that rests on what is not here is refused, and nothing of it stays', async () => {
  const { folder, anna, bo, paths, sourceId, codeId } = await newPair()
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  const { state } = await anna.get('sync.state', {})
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  const path = join(folder, 'part.bundle')
  await anna.do('sync.bundle', { path, since: state })
  const before = projectedRows(paths.bo)
  expect((await bo.refusal('sync.merge', { path })).code).toBe('sync.missesEarlier')
  expect(projectedRows(paths.bo)).toEqual(before)
  expect((await bo.get('project.check', { rebuild: true })).problems).toEqual([])
  const join_ = { bundle: path, path: join(folder, 'c.standpoint'), analyst: 'C' }
  expect((await new TestEngine().refusal('project.join', join_)).code).toBe('sync.isPart')
})

test('S4, S10 foreign, damaged, truncated and sealed bundles are refused with their reason', async () => {
  const { folder, anna, bo, paths } = await newPair()
  const before = projectedRows(paths.bo)
  const refused = async (path: string, passphrase?: string) =>
    (await bo.refusal('sync.merge', { path, passphrase })).code
  const path = join(folder, 'a.bundle')
  await anna.do('sync.merge', { path: paths.bo })
  await anna.do('codes.create', { name: 'ny' })
  await anna.do('sync.bundle', { path })
  const bytes = readFileSync(path)
  for (const length of [0, 5, 40, bytes.length >> 1, bytes.length - 1]) {
    const short = join(folder, `short-${length}.bundle`)
    copyFileSync(path, short)
    truncateSync(short, length)
    expect(['sync.damaged', 'sync.notABundle']).toContain(await refused(short))
  }
  const changed = join(folder, 'changed.bundle')
  const other = Buffer.from(bytes)
  other[bytes.length - 200] = (other[bytes.length - 200] ?? 0) ^ 1
  writeFileSync(changed, other)
  expect(await refused(changed)).toBe('sync.damaged')
  const sealed = join(folder, 'sealed.bundle')
  await anna.do('sync.bundle', { path: sealed, passphrase: 'blå elv' })
  expect(readFileSync(sealed).includes('Anna')).toBe(false)
  expect(await refused(sealed)).toBe('sync.needsPassphrase')
  expect(await refused(sealed, 'blå elva')).toBe('sync.wrongPassphrase')
  const foreign = await newProject()
  await newSource(foreign, 'noe annet')
  const theirs = join(folder, 'foreign.bundle')
  await foreign.do('sync.bundle', { path: theirs })
  expect(await refused(theirs)).toBe('sync.otherProject')
  expect(await refused(join(folder, 'nothing.bundle'))).toBe('file.notFound')
  expect(projectedRows(paths.bo)).toEqual(before)
  await bo.do('sync.merge', { path: sealed, passphrase: 'blå elv' })
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('S1 a copied file is a device of its own and asks who works there', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.standpoint')
  const first = await newProject(path)
  await first.do('codes.create', { name: 'A' })
  const { state } = await first.get('sync.state', {})
  first.close()
  const copy = join(folder, 'b.standpoint')
  copyFileSync(path, copy)
  const second = new TestEngine()
  const info = await second.do('project.open', { path: copy })
  expect(info.isNewDevice).toBe(true)
  await second.do('analysts.use', { analystId: info.analystId })
  expect((await second.get('project.info', {})).isNewDevice).toBe(false)
  await second.do('codes.create', { name: 'B' })
  await first.do('project.open', { path })
  expect((await first.get('project.info', {})).isNewDevice).toBe(false)
  await first.do('codes.create', { name: 'C' })
  const part = join(folder, 'part.bundle')
  await second.do('sync.bundle', { path: part, since: state })
  await first.do('sync.merge', { path: part })
  const trail = (await first.get('activity.list', {})).items.map(({ label }) => label)
  expect(trail).toEqual(expect.arrayContaining(['A', 'B', 'C']))
  second.close()
})

test('S6 a bundle that leaves out what was here, and was taken back since, is refused: nothing goes without what takes its place', async () => {
  const pair = await newPair()
  const { anna, bo, codeId, paths, folder } = pair
  const { id: codeSetId } = await anna.do('codeSets.create', { name: 'før', codeIds: [codeId] })
  await send(pair, anna, bo)
  await anna.do('codeSets.update', { codeSetId, name: 'nå' })
  await send(pair, anna, bo)
  const { state } = await bo.get('sync.state', {})
  await bo.do('history.undo', {})
  // As another client of Yjs, whose changes do not rest on those of the one before.
  await anna.do('project.open', { path: paths.anna })
  await anna.do('codes.create', { name: 'senere' })
  const path = join(folder, 'since.bundle')
  await anna.do('sync.bundle', { path, since: state })
  expect((await bo.refusal('sync.merge', { path })).code).toBe('sync.missesEarlier')
  expect((await bo.get('codes.list', {})).sets).toMatchObject([{ name: 'før' }])
  await send(pair, anna, bo)
  expect((await bo.get('codes.list', {})).sets).toMatchObject([{ name: 'nå' }])
  await send(pair, bo, anna)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})
