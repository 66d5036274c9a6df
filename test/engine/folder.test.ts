import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { codeWords } from './support/pair.ts'
import { exchangeAll, newFolderPair, partsIn, passphrase } from './support/folder.ts'
import { newProject, TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

async function codeNames(engine: TestEngine): Promise<string[]> {
  return (await engine.get('codes.list', {})).items.map(({ name }) => name).toSorted()
}

test('F3 F4 what two people do apart is the same on both after they exchanged, and then nothing is written any more', async () => {
  const { anna, bo, paths, sourceId, codeId, parts } = await newFolderPair()
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  const { id: own } = await bo.do('codes.create', { name: 'dokumentasjon' })
  await codeWords(bo, sourceId, 'skriver jeg i loggen', own)
  await exchangeAll(anna, bo, anna, bo, anna)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const before = partsIn(parts)
  await exchangeAll(anna, bo, anna, bo)
  expect(partsIn(parts)).toEqual(before)
  const status = await anna.get('folder.status', {})
  expect(status).toMatchObject({ on: true, waitsFor: [], problems: [] })
  expect(status.devices).toMatchObject([{ analyst: 'Bo Bakken' }])
  // What came from a partner is no news of one's own.
  await anna.do('codes.create', { name: 'ny' })
  await exchangeAll(anna)
  const withNews = partsIn(parts)
  await exchangeAll(bo)
  expect(await codeNames(bo)).toContain('ny')
  expect(partsIn(parts)).toEqual(withNews)
})

test('F1 it is off until it is turned on, for this device alone, and what was kept is forgotten with leaving', async () => {
  const { folder, anna, bo, shared, paths, parts } = await newFolderPair()
  const other = await newProject()
  expect(await other.get('folder.status', {})).toMatchObject({ on: false, path: null, devices: [] })
  expect((await other.refusal('folder.exchange', {})).code).toBe('folder.isOff')
  anna.close()
  const copy = join(folder, 'copy.standpoint')
  copyFileSync(paths.anna, copy)
  const third = new TestEngine()
  onTestFinished(() => third.close())
  await third.do('project.open', { path: copy })
  expect(await third.get('folder.status', {})).toMatchObject({ on: false, path: shared })
  await third.do('codes.create', { name: 'fra kopien' })
  await third.do('folder.use', { path: shared, passphrase })
  await exchangeAll(bo)
  expect(await codeNames(bo)).toContain('fra kopien')
  await bo.do('folder.leave', {})
  expect((await bo.refusal('folder.exchange', {})).code).toBe('folder.isOff')
  bo.close()
  expect(readFileSync(paths.bo).includes(passphrase)).toBe(false)
  for (const name of readdirSync(parts)) {
    const bytes = readFileSync(join(parts, name))
    for (const word of [passphrase, 'Anna', 'venting', 'ringer legen'])
      expect(bytes.includes(word), `${name} says ${word}`).toBe(false)
  }
})

test('F2 a folder in which the project itself lies is refused, and so is one that is not there', async () => {
  const { folder, anna } = await newFolderPair()
  expect((await anna.refusal('folder.use', { path: folder, passphrase })).code).toBe(
    'folder.holdsProject',
  )
  const nowhere = join(folder, 'nowhere')
  expect((await anna.refusal('folder.use', { path: nowhere, passphrase })).code).toBe(
    'file.notFound',
  )
})

test('F5 conflict copies, renamed files, files twice and clocks that are wrong do no harm', async () => {
  const { anna, bo, paths, parts } = await newFolderPair()
  for (const name of ['en', 'to', 'tre']) {
    await anna.do('codes.create', { name })
    await exchangeAll(anna)
  }
  const names = partsIn(parts).filter((name) => !name.includes(' '))
  for (const [place, name] of names.entries()) {
    const path = join(parts, name)
    copyFileSync(path, join(parts, name.replace('.part', ' (conflicted copy 2026-01-01).part')))
    copyFileSync(path, join(parts, name.replace('.part', '-1.part')))
    const moved = join(parts, `moved ${9 - place}`)
    renameSync(path, moved)
    utimesSync(moved, new Date('1990-01-01'), new Date('2090-01-01'))
  }
  await exchangeAll(bo, anna, bo, anna)
  expect(await codeNames(bo)).toEqual(['en', 'to', 'tre', 'venting'])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  expect((await bo.get('folder.status', {})).problems).toEqual([])
})

test('F4 F5 a part that is missing or not whole is waited for, by name and number, and received when it comes', async () => {
  const { folder, anna, bo, paths, parts } = await newFolderPair()
  await exchangeAll(anna, bo)
  await anna.do('codes.create', { name: 'en' })
  const before = partsIn(parts)
  await exchangeAll(anna)
  const [second = ''] = partsIn(parts).filter((name) => !before.includes(name))
  await anna.do('codes.create', { name: 'to' })
  await exchangeAll(anna)
  // She would write it again (F6).
  anna.close()
  const path = join(parts, second)
  const aside = join(folder, 'aside')
  renameSync(path, aside)
  await exchangeAll(bo)
  expect(await codeNames(bo)).toEqual(['venting'])
  const waits = (await bo.get('folder.status', {})).waitsFor
  expect(waits).toMatchObject([{ analyst: 'Anna Analytiker', number: 2 }])
  expect(waits[0]?.since).toMatch(/^\d{4}-/)
  // It comes in pieces.
  const bytes = readFileSync(aside)
  for (const length of [0, 10, 60, 300, bytes.length - 1]) {
    writeFileSync(path, bytes.subarray(0, length))
    const status = await bo.do('folder.exchange', {})
    expect(status.waitsFor).toEqual(waits)
    if (length > 0)
      expect(status.problems).toEqual([{ code: 'folder.incompleteFiles', details: { count: 1 } }])
  }
  appendFileSync(path, bytes.subarray(bytes.length - 1))
  expect(await bo.do('folder.exchange', {})).toMatchObject({ waitsFor: [], problems: [] })
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F6 what a device wrote and is no longer there as it was written, it writes again', async () => {
  const { anna, bo, paths, parts } = await newFolderPair()
  await exchangeAll(anna)
  await anna.do('codes.create', { name: 'en' })
  await exchangeAll(anna)
  for (const name of partsIn(parts)) rmSync(join(parts, name))
  await exchangeAll(anna, bo)
  expect(await codeNames(bo)).toEqual(['en', 'venting'])
  await anna.do('codes.create', { name: 'to' })
  await exchangeAll(anna)
  for (const name of partsIn(parts)) {
    const path = join(parts, name)
    truncateSync(path, statSync(path).size - 5)
  }
  await exchangeAll(anna, bo, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F6 many small parts become one, and whoever was in the middle of them goes on', async () => {
  const { anna, bo, paths, parts } = await newFolderPair()
  await exchangeAll(anna, bo)
  for (let number = 0; number < 60; number++) {
    await anna.do('codes.create', { name: `kode ${number}` })
    await exchangeAll(anna)
    if (number === 7) await exchangeAll(bo)
  }
  expect(partsIn(parts).length).toBeLessThan(30)
  await exchangeAll(bo)
  expect((await bo.get('folder.status', {})).waitsFor).toEqual([])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F5 what is not sealed with the passphrase, foreign files and parts of other projects are left alone', async () => {
  const { folder, anna, bo, paths, parts, shared } = await newFolderPair()
  for (let number = 0; number < 3000; number++)
    writeFileSync(join(parts, `photo ${number}.part`), `not ours ${number}`)
  mkdirSync(join(parts, 'folder.part'))
  // Unsealed, or sealed otherwise, by somebody who has the project and not the passphrase.
  const bundle = join(folder, 'for-carl.bundle')
  await anna.do('sync.bundle', { path: bundle })
  const carl = new TestEngine()
  const place = join(folder, 'carl.standpoint')
  await carl.do('project.join', { bundle, path: place, analyst: 'Carl' })
  await carl.do('codes.create', { name: 'ikke sendt' })
  await carl.do('sync.bundle', { path: join(parts, 'plain.part') })
  await carl.do('sync.bundle', { path: join(parts, 'other.part'), passphrase: 'noe annet' })
  carl.close()
  const foreign = await newProject()
  await foreign.do('folder.use', { path: shared, passphrase })
  const theirs = join(shared, readdirSync(shared).find((name) => name !== basename(parts)) ?? '')
  for (const name of partsIn(theirs)) copyFileSync(join(theirs, name), join(parts, `x${name}`))
  const before = projectedRows(paths.bo)
  const status = await bo.do('folder.exchange', {})
  expect(projectedRows(paths.bo)).toEqual(before)
  expect(status.problems).toEqual([
    { code: 'folder.closedFiles', details: { count: 2 } },
    { code: 'folder.foreignFiles', details: { count: 1 } },
  ])
  await exchangeAll(anna, bo)
  expect(await codeNames(bo)).not.toContain('ikke sendt')
  // It would have been taken in by hand, so it is the folder that left it alone.
  await bo.do('sync.merge', { path: join(parts, 'plain.part') })
  expect(await codeNames(bo)).toContain('ikke sendt')
})

test('F5 a wrong passphrase is refused where others wrote before', async () => {
  const { shared, bo } = await newFolderPair()
  await bo.do('folder.leave', {})
  expect((await bo.refusal('folder.use', { path: shared, passphrase: 'feil' })).code).toBe(
    'sync.wrongPassphrase',
  )
  expect((await bo.get('folder.status', {})).on).toBe(false)
})

test('F8 a folder that vanishes is said, work goes on, and what was done meanwhile goes when it is back', async () => {
  const { anna, bo, paths, shared } = await newFolderPair()
  const gone = `${shared} gone`
  renameSync(shared, gone)
  expect((await anna.refusal('folder.exchange', {})).code).toBe('folder.gone')
  expect((await anna.get('folder.status', {})).problems).toMatchObject([{ code: 'folder.gone' }])
  await anna.do('codes.create', { name: 'imens' })
  // The empty place where a drive was mounted is not the folder.
  mkdirSync(shared)
  expect((await anna.refusal('folder.exchange', {})).code).toBe('folder.emptied')
  expect(readdirSync(shared)).toEqual([])
  rmSync(shared, { recursive: true })
  renameSync(gone, shared)
  await exchangeAll(anna, bo)
  expect((await anna.get('folder.status', {})).problems).toEqual([])
  expect(await codeNames(bo)).toContain('imens')
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F8 a folder that was made anew empty is told apart from one that is gone, and chosen again it gets everything anew', async () => {
  const { anna, bo, paths, shared, parts } = await newFolderPair()
  await anna.do('codes.create', { name: 'før' })
  await exchangeAll(anna, bo, anna)
  rmSync(shared, { recursive: true })
  await anna.do('codes.create', { name: 'imens' })
  mkdirSync(shared)
  for (const engine of [anna, bo]) {
    expect((await engine.refusal('folder.exchange', {})).code).toBe('folder.emptied')
    expect((await engine.get('folder.status', {})).problems).toEqual([
      { code: 'folder.emptied', details: { path: shared } },
    ])
  }
  expect(readdirSync(shared)).toEqual([])
  await anna.do('folder.leave', {})
  await anna.do('folder.use', { path: shared, passphrase })
  expect(partsIn(parts)).not.toEqual([])
  await exchangeAll(bo, anna, bo)
  expect((await anna.get('folder.status', {})).problems).toEqual([])
  expect((await bo.get('folder.status', {})).problems).toEqual([])
  expect(await codeNames(bo)).toEqual(expect.arrayContaining(['før', 'imens']))
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F7 after a merge was undone, what was written before stands for nothing, and both still end equal', async () => {
  const { folder, anna, bo, paths } = await newFolderPair()
  await exchangeAll(anna, bo, anna, bo)
  const bundle = join(folder, 'from-carl.bundle')
  const start = join(folder, 'start.bundle')
  await anna.do('sync.bundle', { path: start })
  const carl = new TestEngine()
  onTestFinished(() => carl.close())
  await carl.do('project.join', { bundle: start, path: join(folder, 'c.standpoint'), analyst: 'C' })
  await carl.do('codes.create', { name: 'fra Carl' })
  await carl.do('sync.bundle', { path: bundle })
  await anna.do('sync.merge', { path: bundle })
  await exchangeAll(anna)
  expect((await anna.do('history.undo', {})).command).toBe('sync.merge')
  expect(await codeNames(anna)).toEqual(['venting'])
  await anna.do('codes.create', { name: 'etterpå' })
  await exchangeAll(anna, bo)
  expect(await codeNames(bo)).toContain('etterpå')
  await exchangeAll(anna, bo, anna)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F7 a file that was put back to an earlier moment goes on under another name, and gets its own work back', async () => {
  const { folder, anna, bo, paths } = await newFolderPair()
  await anna.do('codes.create', { name: 'tidlig' })
  await exchangeAll(anna)
  await anna.do('project.close', {})
  const earlier = join(folder, 'earlier')
  copyFileSync(paths.anna, earlier)
  await anna.do('project.open', { path: paths.anna })
  await anna.do('codes.create', { name: 'sent' })
  await exchangeAll(anna)
  await anna.do('project.close', {})
  // Over the same file, as a backup program does.
  writeFileSync(paths.anna, readFileSync(earlier))
  await anna.do('project.open', { path: paths.anna })
  expect(await codeNames(anna)).toEqual(['tidlig', 'venting'])
  await anna.do('codes.create', { name: 'etter' })
  await exchangeAll(anna, bo, anna, bo)
  expect(await codeNames(anna)).toEqual(['etter', 'sent', 'tidlig', 'venting'])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const trail = (await bo.get('activity.list', {})).items.map(({ label }) => label)
  expect(trail).toEqual(expect.arrayContaining(['tidlig', 'sent', 'etter']))
})

test('F7 a source that is withdrawn goes from the parts of the folder too', async () => {
  const { anna, bo, paths, sourceId, parts } = await newFolderPair()
  await exchangeAll(anna, bo, anna, bo)
  const before = partsIn(parts)
  await anna.do('sources.withdraw', { sourceIds: [sourceId], reason: 'ba om det' })
  await exchangeAll(anna, bo, anna, bo)
  expect(partsIn(parts).filter((name) => before.includes(name))).toEqual([])
  expect((await bo.get('sources.list', {})).items).toEqual([])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('F9 it exchanges on its own when the folder moves and when something is done here', async () => {
  const { anna, bo } = await newFolderPair()
  await anna.do('codes.create', { name: 'av seg selv' })
  await expect.poll(() => codeNames(bo)).toContain('av seg selv')
})

test('F9 what was done last goes to the folder before the project is closed', async () => {
  const { anna, bo } = await newFolderPair()
  await anna.do('codes.create', { name: 'til slutt' })
  await anna.do('project.close', {})
  await exchangeAll(bo)
  expect(await codeNames(bo)).toContain('til slutt')
})
