import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standpoint, writeCommands, standpointJson as json } from './support/command-line.ts'
import { temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

async function refusal(words: readonly string[], input = ''): Promise<unknown> {
  const ran = await standpoint([...words, '--json'], input)
  expect(ran.status).toBe(1)
  return JSON.parse(ran.out).error.code
}

async function addCode(folder: string, file: string, name: string): Promise<void> {
  const path = writeCommands(join(folder, `${name}.jsonl`), [
    { command: 'codes.create', args: { name } },
  ])
  expect((await standpoint(['run', file, path])).status).toBe(0)
}

test('C1 two people meet by bundles on the command line: join, bundle since, merge, undo', async () => {
  const folder = temporaryFolder()
  const anna = join(folder, 'anna.standpoint')
  const bo = join(folder, 'bo.standpoint')
  const text = join(folder, 'intervju.txt')
  writeFileSync(text, 'I: Hva skjer?\nBerit: Brevet kom og så ringte jeg kontoret.\n')
  await json(['new', anna, '--title', 'Prosjekt', '--analyst', 'Anna'])
  await json(['import', anna, text])

  const first = join(folder, 'first.bundle')
  const sealed = ['--passphrase-stdin']
  expect(await json(['bundle', anna, '-o', first, ...sealed], 'blå elv\n')).toMatchObject({
    path: first,
    withheld: 0,
  })
  expect(await refusal(['bundle', anna, '-o', first])).toBe('file.exists')
  expect(await refusal(['join', first, bo, '--analyst', 'Bo'])).toBe('sync.needsPassphrase')
  expect(await refusal(['join', first, bo, '--analyst', 'Bo', ...sealed], 'rød elv\n')).toBe(
    'sync.wrongPassphrase',
  )
  // The password of the project and the passphrase of the bundle are two lines.
  const secrets = ['--password-stdin', ...sealed]
  expect(
    await json(['join', first, bo, '--analyst', 'Bo', ...secrets], 'hemmelig\nblå elv\n'),
  ).toMatchObject({ title: 'Prosjekt', encrypted: true, path: bo })
  const merged = ['merge', bo, first, ...secrets]
  expect(await json(merged, 'hemmelig\nblå elv\n')).toMatchObject({ documents: 0, counts: [] })
  const own = join(folder, 'own.standpoint')
  const { analysts } = await json(['join', first, own, ...sealed], 'blå elv\n')
  expect(analysts).toHaveLength(2)

  await addCode(folder, anna, 'venting')
  const part = join(folder, 'part.bundle')
  const since = await json(['bundle', anna, '-o', part, '--since', own])
  expect(since).toMatchObject({ documents: 1 })
  const plain = await standpoint(['merge', own, part])
  expect(plain.err).toBe('')
  expect(plain.out).toMatch(/^Merged what Anna had on \d{4}-.*\n {2}codes: 1 added\n$/s)
  expect((await standpoint(['merge', own, part])).out).toContain('Nothing that was not here')
  // A copy serves as well as a bundle.
  expect(await json(['merge', anna, own])).toMatchObject({ documents: 1 })
  expect(projectedRows(anna)).toEqual(projectedRows(own))
})

test('C4 merging what is neither a bundle nor a project says so', async () => {
  const folder = temporaryFolder()
  const anna = join(folder, 'anna.standpoint')
  const note = join(folder, 'notat.txt')
  writeFileSync(note, 'Brevet kom.\n')
  await json(['new', anna, '--title', 'Prosjekt', '--analyst', 'Anna'])
  for (const other of [note, folder]) {
    expect(await refusal(['merge', anna, other])).toBe('sync.notABundle')
    const ran = await standpoint(['merge', anna, other])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain(`${other} is neither a bundle nor a project of Standpoint`)
  }
  // What is merged into is a project, and nothing else.
  expect(await refusal(['merge', note, anna])).toBe('project.notAProject')
})

test('C4 wrong usage of bundle, merge and join is told', async () => {
  const usage = async (words: readonly string[], input: string, reason: string) => {
    const ran = await standpoint(words, input)
    expect([ran.status, ran.err.split('\n')[0]]).toEqual([2, expect.stringContaining(reason)])
  }
  await usage(['bundle', 'a'], '', '-o OUT')
  await usage(['merge', 'a'], '', 'needs OTHER')
  await usage(['join', 'a'], '', 'needs FILE')
  await usage(['merge', 'a', 'b', '--since', 'x'], '', 'no option --since')
  await usage(['check', 'a', '--passphrase-stdin'], '', 'no option --passphrase-stdin')
  await usage(['merge', 'a', 'b', '--passphrase-stdin'], '\n', 'is empty; it is the passphrase')
})

test('F3 C1 two people meet through a shared folder on the command line', async () => {
  const folder = temporaryFolder()
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  const anna = join(folder, 'anna.standpoint')
  const bo = join(folder, 'bo.standpoint')
  await json(['new', anna, '--analyst', 'Anna'])
  const begin = join(folder, 'begin.bundle')
  await json(['bundle', anna, '-o', begin])
  await json(['join', begin, bo, '--analyst', 'Bo'])
  expect(await json(['folder', anna, 'status'])).toMatchObject({ on: false, path: null })
  expect(await refusal(['folder', anna, 'exchange'])).toBe('folder.isOff')
  const use = (file: string) => ['folder', file, 'use', shared, '--passphrase-stdin']
  expect(await json(use(anna), 'grønn stein\n')).toMatchObject({ on: true, path: shared })
  expect(await refusal(use(bo), 'grå stein\n')).toBe('sync.wrongPassphrase')
  expect(await json(use(bo), 'grønn stein\n')).toMatchObject({
    devices: [{ analyst: 'Anna', number: 1 }],
    waitsFor: [],
    problems: [],
  })
  await addCode(folder, bo, 'dokumentasjon')
  await json(['folder', bo, 'exchange'])
  await json(['folder', anna, 'exchange'])
  expect(projectedRows(anna)).toEqual(projectedRows(bo))
  const plain = await standpoint(['folder', anna, 'status'])
  expect(plain.out).toMatch(/^On: .*shared\n {2}Bo: part \d, written \d{4}-/)
  expect(await json(['folder', anna, 'leave'])).toMatchObject({ on: false })
  expect(await refusal(['folder', anna, 'exchange'])).toBe('folder.isOff')
})

test('F8 a folder that cannot be written to, or is full, is said; the project has everything', async () => {
  const folder = temporaryFolder()
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  const anna = join(folder, 'anna.standpoint')
  await json(['new', anna, '--analyst', 'Anna'])
  const use = ['folder', anna, 'use', shared, '--passphrase-stdin']
  await json(use, 'grønn stein\n')
  const parts = join(shared, readdirSync(shared)[0] ?? '')
  await addCode(folder, anna, 'venting')
  // A name that is taken by a folder stands for every reason why nothing can be written there.
  const { written } = await json(['folder', anna, 'status'])
  const names = readdirSync(parts)
  const [first = ''] = names
  mkdirSync(join(parts, `.${first.replace('000001.part', '000002')}.writing`))
  writeFileSync(join(parts, `.${first.replace('000001.part', '000002')}.writing`, 'x'), '')
  expect(await refusal(['folder', anna, 'exchange'])).toBe('file.notWritable')
  const status = await json(['folder', anna, 'status'])
  expect(status).toMatchObject({ written, problems: [{ code: 'file.notWritable' }] })
  expect(readdirSync(parts).filter((name) => name.endsWith('.part'))).toEqual(names)
  expect(await json(['folder', anna, 'exchange'])).toMatchObject({ problems: [] })
  // The number that was taken is stood for by the next part.
  const later = readdirSync(parts).filter((name) => name.endsWith('000003.part'))
  expect(later).toHaveLength(1)
})
