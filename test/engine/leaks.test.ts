import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProject, temporaryFolder } from './support/project.ts'

const quote = 'Kari Nordmann ringte meg på 912 34 567 fra Trondheim.'

async function coded() {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'leaks.standpoint'))
  await engine.do('sources.importText', { title: 'Intervju 1', text: `${quote}\n\nSå gikk hun.` })
  const [source] = (await engine.get('sources.list', {})).items
  const sourceId = source?.id ?? ''
  const code = await engine.do('codes.create', { name: 'oppringning' })
  await engine.do('passages.code', { sourceId, start: 0, end: quote.length, codeId: code.id })
  return { folder, engine, sourceId }
}

const codebook = { command: 'export.codebook', input: { examples: 2 } } as const
const kindsOf = (found: { items: { kind: string; text: string }[] }) =>
  found.items.map(({ kind, text }) => [kind, text])

test('what could tell who somebody is comes with its place, names once there is a key file', async () => {
  const { folder, engine } = await coded()
  expect(kindsOf(await engine.get('leaks.check', codebook))).toEqual([
    ['phone', '912 34 567'],
    ['place', 'Trondheim'],
  ])
  const keyFile = join(folder, 'key.csv')
  writeFileSync(keyFile, 'pseudonym;navn\nInformant 1;Kari Nordmann\n')
  expect(await engine.do('leaks.useKeyFile', { path: keyFile })).toEqual({
    path: keyFile,
    names: 1,
  })
  const found = await engine.get('leaks.check', codebook)
  expect(found.items[0]).toMatchObject({
    kind: 'name',
    text: 'Kari Nordmann',
    pseudonym: 'Informant 1',
    places: [{ place: 'oppringning, 1:1', before: '', after: quote.slice(13, 53) }],
  })
  expect(found.total).toBe(3)
  await engine.do('leaks.forgetKeyFile', {})
  expect((await engine.get('leaks.check', codebook)).total).toBe(2)
  const bytes = readFileSync(join(folder, 'leaks.standpoint'))
  expect(bytes.includes('Informant 1')).toBe(false)
})

test('a key file without names is refused', async () => {
  const { folder, engine } = await coded()
  const keyFile = join(folder, 'key.csv')
  writeFileSync(keyFile, 'farge;tall\nrød;1\n')
  expect((await engine.refusal('leaks.useKeyFile', { path: keyFile })).code).toBe('leaks.noNames')
})

test('consents that forbid quoting, and days that have passed, are found by their quotes', async () => {
  const { engine, sourceId } = await coded()
  await engine.do('sources.update', {
    sourceIds: [sourceId],
    verbatim: false,
    deleteBy: '2026-01-31',
  })
  const { items } = await engine.get('leaks.check', codebook)
  expect(items.filter((item) => item.sourceId === sourceId)).toMatchObject([
    { kind: 'no-verbatim', text: 'Intervju 1', places: [{ text: quote }] },
    { kind: 'past-deletion', text: 'Intervju 1' },
  ])
  const refused = await engine.refusal('sources.update', {
    sourceIds: [sourceId],
    deleteBy: 'snart',
  })
  expect(refused.code).toBe('args.invalid')
})

test('words are replaced in the file alone, and the trail tells of what left nevertheless', async () => {
  const { folder, engine } = await coded()
  const path = join(folder, 'book.md')
  const first = await engine.do('export.codebook', {
    format: 'md',
    path,
    masks: [{ text: '912 34 567', by: '[tlf]' }],
  })
  expect(first.findings).toBe(1)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('tlf')
  expect(text).not.toContain('912')
  const [row] = (await engine.get('activity.list', {})).items
  expect(row).toMatchObject({ command: 'export.findings', label: 'Codebook (1)' })
  const { items } = await engine.get('passages.list', {})
  expect(items[0]?.quote).toBe(quote)
  const second = await engine.do('export.codebook', {
    format: 'md',
    path,
    masks: [
      { text: '912 34 567', by: '[tlf]' },
      { text: 'Trondheim', by: '[sted]' },
    ],
  })
  expect(second.findings).toBe(0)
  expect((await engine.get('activity.list', {})).items[0]?.id).toBe(row?.id)
})

test('persons whom a table of informants shows alike to fewer than five are told apart by it', async () => {
  const { engine } = await coded()
  for (const pseudonym of ['A', 'B', 'C', 'D', 'E'])
    await engine.do('persons.create', { pseudonym, role: 'veileder' })
  await engine.do('persons.create', { pseudonym: 'F', role: 'leder' })
  const { items } = await engine.get('leaks.check', {
    command: 'export.table',
    input: { table: 'informants' },
  })
  expect(items.filter(({ kind }) => kind === 'small-group')).toMatchObject([
    { text: 'leder', holders: 1, places: [{ place: 'F' }] },
  ])
})
