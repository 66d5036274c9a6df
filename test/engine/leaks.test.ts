import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { standpoint } from './support/command-line.ts'
import { newProject, temporaryFolder, TestEngine } from './support/project.ts'

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

/** Six guides and a leader who speak in turn; all are coded, one guide with a code of her own. */
async function study() {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'study.standpoint'))
  const names = ['Anne', 'Bo', 'Cato', 'Dina', 'Eva', 'Frode']
  const turns = [...names, ...names].map((name) => `${name}: Leder og leder sa det.`)
  await engine.do('sources.importText', { title: 'Gruppe', text: `${turns.join('\n')}\n` })
  const sourceId = (await engine.get('sources.list', {})).items[0]?.id ?? ''
  const { text } = await engine.get('sources.text', { sourceId })
  const codeIds = []
  for (const name of ['venting', 'telefon'])
    codeIds.push((await engine.do('codes.create', { name })).id)
  const passageIds = []
  for (const [index, pseudonym] of names.entries()) {
    const role = pseudonym === 'Frode' ? 'leder' : 'veileder'
    const { id: personId } = await engine.do('persons.create', { pseudonym, role })
    await engine.do('sources.linkSpeaker', { sourceId, speaker: pseudonym, personId })
    const start = text.indexOf('Leder', text.split('\n').slice(0, index).join('\n').length)
    const at = { sourceId, start, end: start + 14 }
    const { passageId } = await engine.do('passages.code', { ...at, codeId: codeIds[0] ?? '' })
    passageIds.push(passageId)
    if (pseudonym === 'Anne') await engine.do('passages.code', { ...at, codeId: codeIds[1] ?? '' })
  }
  return { folder, engine, sourceId, passageIds }
}

const codebook = { command: 'export.codebook', input: { examples: 2 } } as const
async function reopen(path: string): Promise<TestEngine> {
  const engine = new TestEngine()
  onTestFinished(() => engine.close())
  await engine.do('project.open', { path })
  return engine
}

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

test('a matrix by role tells of lines and cells of fewer than five persons, once for each role', async () => {
  const { engine } = await study()
  const small = async (columns: object, more: object = {}) => {
    const input = { rows: { by: 'roles' }, columns, ...more }
    const { items } = await engine.get('leaks.check', { command: 'export.matrix', input })
    return items
      .filter(({ kind }) => kind === 'small-group')
      .map(({ text, holders, places }) => [text, holders, places.map(({ place }) => place)])
  }
  expect(await small({ by: 'codes' })).toEqual([
    ['leder', 1, ['leder', 'leder × venting']],
    ['veileder', 1, ['veileder × telefon']],
  ])
  expect(await small({ by: 'codes' }, { crossing: { how: 'within' } })).toEqual(
    await small({ by: 'codes' }),
  )
  const byCodes = { rows: { by: 'codes' }, columns: { by: 'sources' } }
  const { items } = await engine.get('leaks.check', { command: 'export.matrix', input: byCodes })
  expect(items.filter(({ kind }) => kind === 'small-group')).toEqual([])
})

test('figures by attribute or role, and reports of a question by one, tell of fewer than five', async () => {
  const { engine } = await study()
  const { id: attributeId } = await engine.do('attributes.create', {
    name: 'Fartstid',
    of: 'persons',
    type: 'choice',
    options: ['kort', 'lang'],
  })
  const persons = (await engine.get('persons.list', {})).items
  const cells = persons.map(({ id: holderId, pseudonym }) => ({
    ...{ attributeId, holderId },
    value: pseudonym === 'Anne' ? 'lang' : 'kort',
  }))
  await engine.do('people.setValues', { of: 'persons', cells })
  const small = async (
    command: 'export.figure' | 'export.report',
    input: Record<string, unknown>,
  ) => {
    const { items } = await engine.get('leaks.check', { command, input })
    return items
      .filter(({ kind }) => kind === 'small-group')
      .map(({ text, holders, places }) => [text, holders, places.map(({ place }) => place)])
  }
  const figure = { kind: 'attribute', attributeId }
  expect(await small('export.figure', { figure })).toEqual([
    ['lang', 1, ['venting × lang', 'telefon × lang']],
  ])
  expect(await small('export.figure', { figure: { kind: 'frequencies' } })).toEqual([])
  expect(await small('export.figure', { figure: { kind: 'talk' } })).toEqual([
    ['leder', 1, ['leder']],
  ])
  const question = { type: 'attribute', attributeId, values: ['lang'] }
  const [told] = await small('export.figure', { figure: { kind: 'frequencies', scope: question } })
  expect(told?.slice(1, 2)).toEqual([1])
  const [reported] = await small('export.report', { kind: 'segments', question })
  expect(reported?.slice(1, 2)).toEqual([1])
  const many = { type: 'attribute', attributeId, values: ['kort'] }
  expect(await small('export.report', { kind: 'segments', question: many })).toEqual([])
})

test('labels of quotes tell of role, place and date that fit fewer than five persons', async () => {
  const { engine, sourceId, passageIds } = await study()
  const passages = passageIds.map((passageId) => ({ passageId }))
  await engine.do('quotes.create', { passages })
  const small = async (pattern: string) => {
    await engine.do('quotes.setLabel', { pattern })
    const input = { table: 'quotes' }
    const { items } = await engine.get('leaks.check', { command: 'export.table', input })
    return items
      .filter(({ kind }) => kind === 'small-group')
      .map(({ text, holders, places }) => [text, holders, places.length])
  }
  expect(await small('{pseudonym}, {role}')).toEqual([])
  await engine.do('sources.update', { sourceIds: [sourceId], place: 'Vik', date: '2026-03-01' })
  expect(await small('{role}, {place}')).toEqual([['leder · Vik', 1, 1]])
  await engine.do('persons.create', { pseudonym: 'G', role: 'leder' })
  expect(await small('{role}')).toEqual([['leder', 2, 1]])
  expect(await small('{place}, {date}')).toEqual([])
})

test('a role that is spelled in several ways is one finding with all its places', async () => {
  const { engine } = await study()
  const { items } = await engine.get('leaks.check', {
    command: 'export.report',
    input: { kind: 'segments', language: 'nb' },
  })
  const roles = items.filter(({ kind }) => kind === 'sole-role')
  expect(roles.map(({ text }) => text)).toEqual(['Leder'])
  expect(new Set(roles[0]?.places.map(({ text }) => text))).toEqual(new Set(['Leder', 'leder']))
})

test('an export on the command line notes what was found, unless the project cannot be written', async () => {
  const { engine, folder } = await coded()
  await engine.do('project.close', {})
  const file = join(folder, 'leaks.standpoint')
  const save = () =>
    standpoint(['export', file, 'segments', '--format', 'md', '-o', join(folder, 's.md')])
  const written = await save()
  expect([written.status, written.err]).toEqual([
    0,
    'It holds 2 things that could tell who somebody is; export with --check lists them and writes nothing.\n',
  ])
  const held = await reopen(file)
  expect((await held.get('activity.list', {})).items[0]).toMatchObject({
    command: 'export.findings',
    label: 's.md (2)',
  })
  const again = await save()
  expect(again.status).toBe(0)
  expect(again.err).toContain('The activity trail of the project does not tell of it: ')
})
