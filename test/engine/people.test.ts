import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { up as first } from '../../electron/engine/migrations/001-first.ts'
import { up as history } from '../../electron/engine/migrations/002-history.ts'
import { up as meeting } from '../../electron/engine/migrations/003-meeting.ts'
import { up as folder } from '../../electron/engine/migrations/004-folder.ts'
import { up as rounds } from '../../electron/engine/migrations/005-rounds.ts'
import { formatVersion, migrate } from '../../electron/engine/project/format.ts'
import { codeWords, newPair, send } from './support/pair.ts'
import { newProject, temporaryFolder, type TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const interview =
  'Intervjuer: Hva gjør du?\nKari: Jeg ringer legen.\nOla: Jeg venter på svar.\nKari: Ja.\nOla: Ja.\n'

async function newStudy() {
  const path = join(temporaryFolder(), 'study.standpoint')
  const engine = await newProject(path)
  const imported = await engine.do('sources.importText', { title: 'Gruppe', text: interview })
  const sourceId = imported.items[0]?.sourceIds[0] ?? ''
  const person = async (pseudonym: string) => (await engine.do('persons.create', { pseudonym })).id
  return { path, engine, sourceId, kari: await person('Kari'), ola: await person('Ola'), person }
}

async function rowNamed(engine: TestEngine, of: 'persons' | 'cases' | 'sources', name: string) {
  const { rows } = await engine.get('people.grid', { of })
  const row = rows.find((each) => each.name === name)
  if (!row) throw new Error(`no row ${name}`)
  return row
}

test('migration 006 gives a file of format 5 its tables, and says who takes part by the speakers there are', () => {
  const db = new Database(join(temporaryFolder(), 'old.db'))
  for (const up of [first, history, meeting, folder, rounds]) up(db)
  db.pragma('user_version = 5')
  const entity = db.prepare('INSERT INTO entities VALUES (?, ?, ?, ?)')
  entity.run('sources', 's', 0, '{}')
  entity.run('persons', 'p', 0, '{"pseudonym":"Kari"}')
  entity.run('persons', 'gone', 1, '{"deleted":true}')
  db.prepare(
    `INSERT INTO speakers VALUES ('s', 'K', 'p'), ('s', 'K2', 'p'), ('s', 'G', 'gone')`,
  ).run()
  migrate(db, 5)
  expect(db.pragma('user_version', { simple: true })).toBe(formatVersion)
  expect(db.prepare('SELECT * FROM participations').all()).toEqual([
    { source_id: 's', person_id: 'p' },
  ])
  for (const table of ['attribute_values', 'case_members', 'participants'])
    expect(db.pragma(`table_list(${table})`)).toMatchObject([{ strict: 1 }])
  expect(db.prepare('SELECT count(*) FROM entities').pluck().get()).toBe(3)
  db.close()
})

test('cells are read as their types, all of them or none, and are one step', async () => {
  const { engine, kari, ola } = await newStudy()
  const make = async (name: string, type: 'number' | 'date' | 'yes-no' | 'choice' | 'text') =>
    (await engine.do('attributes.create', { name, of: 'persons', type, options: ['Nord', 'Sør'] }))
      .id
  const age = await make('Alder', 'number')
  const since = await make('Ansatt', 'date')
  const leads = await make('Leder', 'yes-no')
  const office = await make('Kontor', 'choice')
  const cells = [
    { holderId: kari, attributeId: age, value: '41,5' },
    { holderId: kari, attributeId: since, value: '7.3.2019' },
    { holderId: ola, attributeId: leads, value: 'nei' },
    { holderId: ola, attributeId: office, value: 'sør' },
  ]
  await engine.do('people.setValues', { of: 'persons', cells })
  expect((await rowNamed(engine, 'persons', 'Kari')).values).toEqual({
    [age]: 41.5,
    [since]: '2019-03-07',
  })
  expect((await rowNamed(engine, 'persons', 'Ola')).values).toEqual({
    [leads]: false,
    [office]: 'Sør',
  })
  for (const [attributeId, value] of [
    [age, 'gammel'],
    [since, '31.2.2020'],
    [leads, 'kanskje'],
    [office, 'Vest'],
  ] as const) {
    const refused = await engine.refusal('people.setValues', {
      of: 'persons',
      cells: [
        { holderId: kari, attributeId: leads, value: true },
        { holderId: kari, attributeId, value },
      ],
    })
    expect(refused).toMatchObject({ code: 'value.notOfType', details: { value } })
  }
  expect((await rowNamed(engine, 'persons', 'Kari')).values).not.toHaveProperty(leads)
  const vest = [{ holderId: kari, attributeId: office, value: 'Vest' }]
  await engine.do('people.setValues', { of: 'persons', cells: vest, addOptions: true })
  const { items } = await engine.get('attributes.list', { of: 'persons' })
  expect(items.map(({ name, options, used }) => [name, options, used])).toEqual([
    ['Alder', [], 1],
    ['Ansatt', [], 1],
    ['Leder', [], 1],
    ['Kontor', ['Nord', 'Sør', 'Vest'], 2],
  ])
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  for (const row of (await engine.get('people.grid', { of: 'persons' })).rows)
    expect(row.values).toEqual({})
  await engine.do('history.redo', {})
  expect((await rowNamed(engine, 'persons', 'Ola')).values).toEqual({
    [leads]: false,
    [office]: 'Sør',
  })
})

test('an attribute changes its type with its values or not at all, and its options with theirs', async () => {
  const { engine, kari, ola } = await newStudy()
  const { id } = await engine.do('attributes.create', { name: 'År', of: 'persons' })
  const fill = (holderId: string, value: string) =>
    engine.do('people.setValues', { of: 'persons', cells: [{ holderId, attributeId: id, value }] })
  await fill(kari, '12')
  await fill(ola, 'mange')
  expect(
    await engine.refusal('attributes.update', { attributeId: id, type: 'number' }),
  ).toMatchObject({
    code: 'attribute.valuesDoNotFit',
    details: { name: 'År', count: 1, value: 'mange' },
  })
  await engine.do('attributes.update', { attributeId: id, type: 'choice' })
  const renamed = { mange: 'Mer enn 20' }
  await engine.do('attributes.update', { attributeId: id, renamed })
  expect((await rowNamed(engine, 'persons', 'Ola')).values).toEqual({ [id]: 'Mer enn 20' })
  expect((await engine.get('attributes.list', {})).items[0]?.options).toEqual(['12', 'Mer enn 20'])
  await fill(ola, '20')
    .then(() => 'done')
    .catch(() => 'refused')
    .then((outcome) => expect(outcome).toBe('refused'))
  await engine.do('history.undo', {})
  expect((await rowNamed(engine, 'persons', 'Ola')).values).toEqual({ [id]: 'mange' })
  expect(await engine.refusal('attributes.create', { name: ' år ', of: 'persons' })).toMatchObject({
    code: 'attribute.nameTaken',
  })
  const last = await engine.do('attributes.create', { name: 'Kontor', of: 'persons' })
  await engine.do('attributes.reorder', { attributeId: last.id, beforeId: id })
  expect((await engine.get('attributes.list', {})).items.map(({ name }) => name)).toEqual([
    'Kontor',
    'År',
  ])
})

test('a group interview has many persons, with a speaker or without; a case takes what belongs to it', async () => {
  const { engine, sourceId, kari, ola, person, path } = await newStudy()
  const silent = await person('Tolk')
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Kari', personId: kari })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Ola', personId: ola })
  await engine.do('sources.setParticipants', { sourceId, personIds: [silent, kari] })
  const names = async () =>
    (await engine.get('persons.list', { sourceId })).items.map(({ pseudonym }) => pseudonym)
  expect(await names()).toEqual(['Kari', 'Ola', 'Tolk'])
  await engine.do('sources.setParticipants', { sourceId, personIds: [] })
  expect(await names()).toEqual(['Kari', 'Ola'])
  await engine.do('history.undo', {})
  expect(await names()).toEqual(['Kari', 'Ola', 'Tolk'])

  const made = await engine.do('cases.create', { name: 'Kontor Nord', kind: 'office' })
  const caseId = made.id
  const passages = [{ sourceId, start: 5, end: 20 }]
  await engine.do('cases.link', { caseId, personIds: [kari], sourceIds: [sourceId], passages })
  await engine.do('cases.link', { caseId, personIds: [silent] })
  const [office] = (await engine.get('cases.list', { personId: silent })).items
  expect(office).toMatchObject({ name: 'Kontor Nord', personIds: [kari, silent] })
  expect((await engine.get('cases.passages', { caseId })).items).toHaveLength(1)
  expect(await rowNamed(engine, 'sources', 'Gruppe')).toMatchObject({ cases: [caseId] })
  await engine.do('persons.delete', { personId: silent })
  expect((await engine.get('cases.list', {})).items[0]?.personIds).toEqual([kari])
  expect(await names()).toEqual(['Kari', 'Ola'])
  await engine.do('history.undo', {})
  await engine.do('cases.unlink', {
    caseId,
    personIds: [kari],
    passageIds: office?.passageIds ?? [],
  })
  expect((await engine.get('cases.list', {})).items[0]).toMatchObject({
    personIds: [silent],
    passageIds: [],
  })
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  const rows = projectedRows(path)
  expect([rows.case_members?.length, rows.participants?.length]).toEqual([2, 2])
})

test('a number is its list: each is in one group, the unknown as well', async () => {
  const { engine, sourceId, kari, ola, person } = await newStudy()
  const tolk = await person('Tolk')
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Kari', personId: kari })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Ola', personId: ola })
  const { id: codeId } = await engine.do('codes.create', { name: 'venting' })
  await codeWords(engine, sourceId, 'venter', codeId)
  const question = { type: 'coded' as const, codeIds: [codeId] }
  const said = (personIds: string[]) => ({ type: 'person', personIds, as: 'speaker' })
  expect(await engine.get('people.tally', { of: 'persons', question })).toEqual({
    total: 3,
    groups: [
      { value: true, ids: [ola], question: { type: 'and', parts: [question, said([ola])] } },
      { value: false, ids: [kari], question: said([kari]) },
      { value: null, ids: [tolk], question: said([tolk]) },
    ],
  })
  const options = ['Nord', 'Sør', 'Vest']
  const { id: attributeId } = await engine.do('attributes.create', {
    ...{ name: 'Kontor', of: 'persons', type: 'choice', options },
  })
  const cells = [kari, ola].map((holderId) => ({ holderId, attributeId, value: 'Sør' }))
  await engine.do('people.setValues', { of: 'persons', cells })
  expect(await engine.get('people.tally', { of: 'persons', attributeId })).toEqual({
    total: 3,
    groups: [
      { value: 'Nord', ids: [], question: null },
      { value: 'Sør', ids: [kari, ola], question: said([kari, ola]) },
      { value: 'Vest', ids: [], question: null },
      { value: null, ids: [tolk], question: said([tolk]) },
    ],
  })
  const { id: years } = await engine.do('attributes.create', {
    ...{ name: 'År', of: 'persons', type: 'number' },
  })
  await engine.do('people.setValues', {
    of: 'persons',
    cells: [
      { holderId: kari, attributeId: years, value: 9 },
      { holderId: tolk, attributeId: years, value: 10 },
    ],
  })
  const over = { type: 'attribute' as const, attributeId: years, between: { from: 9.5 } }
  const tallied = await engine.get('people.tally', { of: 'persons', question: over })
  expect(tallied.groups.map(({ value, ids }) => ({ value, ids }))).toEqual([
    { value: true, ids: [tolk] },
    { value: false, ids: [kari] },
    { value: null, ids: [ola] },
  ])
  const { id: caseId } = await engine.do('cases.create', { name: 'Nord', personIds: [ola] })
  const cases = await engine.get('people.tally', { of: 'cases', question })
  expect(cases.groups[0]).toMatchObject({ value: true, ids: [caseId] })
  await engine.do('codes.delete', { codeIds: [codeId] })
  const gone = await engine.get('people.tally', { of: 'persons', question })
  expect(gone.groups.map(({ ids }) => ids.length)).toEqual([0, 2, 1])
})

test('two copies that fill different cells both keep theirs; the same cell is for them to settle', async () => {
  const pair = await newPair()
  const { anna, bo, paths, sourceId } = pair
  const { id: kari } = await anna.do('persons.create', { pseudonym: 'Kari' })
  const { id: ola } = await anna.do('persons.create', { pseudonym: 'Ola' })
  const column = async (name: string, of: 'persons' | 'sources') =>
    (await anna.do('attributes.create', { name, of })).id
  const [age, office, place] = [
    await column('Alder', 'persons'),
    await column('Kontor', 'persons'),
    await column('Sted', 'sources'),
  ]
  await send(pair, anna, bo)
  const fill = (
    engine: TestEngine,
    of: 'persons' | 'sources',
    holderId: string,
    attributeId: string,
    value: string,
  ) => engine.do('people.setValues', { of, cells: [{ holderId, attributeId, value }] })
  await fill(anna, 'persons', kari, age, '41')
  await fill(bo, 'persons', kari, office, 'Nord')
  await fill(bo, 'sources', sourceId, place, 'Bodø')
  await anna.do('sources.setParticipants', { sourceId, personIds: [kari] })
  await bo.do('sources.setParticipants', { sourceId, personIds: [ola] })
  await fill(anna, 'persons', ola, age, '50')
  await fill(bo, 'persons', ola, age, '51')
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  for (const engine of [anna, bo]) {
    expect((await rowNamed(engine, 'persons', 'Kari')).values).toEqual({
      [age]: '41',
      [office]: 'Nord',
    })
    expect(await rowNamed(engine, 'sources', 'Written')).toMatchObject({
      values: { [place]: 'Bodø' },
      persons: [kari, ola].sort(),
    })
    expect((await engine.get('conflicts.list', {})).items).toMatchObject([
      { title: 'Ola: Alder', labels: expect.arrayContaining(['50', '51']) },
    ])
  }
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const [conflict] = (await anna.get('conflicts.list', {})).items
  const side = conflict?.labels.indexOf('50') === 0 ? 'A' : 'B'
  await anna.do('conflicts.settle', {
    ...{ conflictId: conflict?.id ?? '', outcome: side, reason: 'hun sa det selv' },
  })
  expect((await rowNamed(anna, 'persons', 'Ola')).values).toEqual({ [age]: '50' })
})

test('S9 a source that is withdrawn leaves its cases, and its values and participants go', async () => {
  const pair = await newPair()
  const { anna, bo, paths, sourceId } = pair
  const { id: personId } = await anna.do('persons.create', { pseudonym: 'Kari' })
  const { id: attributeId } = await anna.do('attributes.create', { name: 'Sted', of: 'sources' })
  await anna.do('people.setValues', {
    of: 'sources',
    cells: [{ holderId: sourceId, attributeId, value: 'Hemmeligvik' }],
  })
  await anna.do('sources.setParticipants', { sourceId, personIds: [personId] })
  const passages = [{ sourceId, start: 0, end: 9 }]
  await anna.do('cases.create', {
    ...{ name: 'Nord', personIds: [personId], sourceIds: [sourceId], passages },
  })
  await send(pair, anna, bo)
  await bo.do('sources.withdraw', { sourceIds: [sourceId] })
  await send(pair, bo, anna)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const rows = projectedRows(paths.anna)
  expect(rows.attribute_values).toEqual([])
  expect(rows.participants).toEqual([])
  expect(rows.case_members).toHaveLength(1)
  expect(rows.entities?.join()).not.toContain('Hemmeligvik')
})
