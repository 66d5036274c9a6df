import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recogniseType } from '../../electron/engine/people/recognise-type.ts'
import { newProject, newSource, temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const table = [
  'Pseudonym;Rolle;Alder;Kontor;Ansatt;Leder',
  'Kari;veileder;41,5;Nord;1.2.2019;ja',
  'ola ;;38;Sør;2020;nei',
  ';;;Nord;;',
  'Per;lege;50;Nord;2021-05;nei',
  'Siv;lege;;Sør;;',
].join('\r\n')

async function newStudy(text: string) {
  const folder = temporaryFolder()
  const path = join(folder, 'project.standpoint')
  const file = join(folder, 'people.csv')
  writeFileSync(file, text)
  const engine = await newProject(path)
  const { id: ola } = await engine.do('persons.create', { pseudonym: 'Ola' })
  return { engine, folder, path, file, ola }
}

test('a table is shown before it is taken in, and taken in as one step, matched by name', async () => {
  const { engine, folder, path, file, ola } = await newStudy(table)
  const { items: before } = await engine.get('persons.list', {})
  const preview = await engine.get('people.previewImport', { path: file, of: 'persons' })
  expect(preview).toMatchObject({ rows: 5, known: 1, fresh: 3, nameless: 1, repeated: 0 })
  expect(preview.columns.map(({ as, type }) => [as, type])).toEqual([
    ['name', 'text'],
    ['role', 'text'],
    ['new', 'number'],
    ['new', 'choice'],
    ['new', 'date'],
    ['new', 'yes-no'],
  ])
  const columns = preview.columns.map(({ index, as, attributeId, header, type }) => ({
    ...{ index, as, attributeId, name: header, type },
  }))
  const done = await engine.do('people.import', { path: file, of: 'persons', columns })
  expect(done).toEqual({ created: 3, known: 1, passedOver: 1, cells: 13, attributes: 4 })
  const { attributes, rows } = await engine.get('people.grid', { of: 'persons' })
  const cells = (name: string) => {
    const row = rows.find((each) => each.name === name)
    return [row?.detail, ...attributes.map(({ id }) => row?.values[id])]
  }
  expect(attributes.map(({ name }) => name)).toEqual(['Alder', 'Kontor', 'Ansatt', 'Leder'])
  expect(attributes[1]?.options).toEqual(['Nord', 'Sør'])
  expect(cells('Kari')).toEqual(['veileder', 41.5, 'Nord', '2019-02-01', true])
  expect(cells('Ola')).toEqual(['', 38, 'Sør', '2020', false])
  expect(rows.find(({ name }) => name === 'Ola')?.id).toBe(ola)
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])

  for (const language of ['en', 'nb'] as const) {
    const out = join(folder, `${language}.csv`)
    const what = { table: 'informants', format: 'csv', path: out, language } as const
    expect((await engine.do('export.table', what)).rows).toBe(4)
    expect(readFileSync(out, 'utf8')).toContain(language === 'nb' ? 'Ja' : 'Yes')
  }
  await engine.do('cases.create', { name: '=1+1', kind: 'office', personIds: [ola] })
  const out = join(folder, 'cases.csv')
  await engine.do('export.table', { table: 'cases', format: 'csv', path: out })
  expect(readFileSync(out, 'utf8')).toContain(`'=1+1`)
  expect((await engine.get('tables.get', { table: 'cases' })).rows[0]?.cells).toContain('Ola')
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  expect((await engine.get('persons.list', {})).items).toEqual(before)
  expect(projectedRows(path).attribute_values).toEqual([])
  expect((await engine.get('attributes.list', {})).items).toEqual([])
})

test('a table of which one cell cannot be taken in leaves the project as it was', async () => {
  const { engine, path, file } = await newStudy('Navn,Alder\nKari,41\nOla,ukjent\n')
  const { id } = await engine.do('attributes.create', {
    ...{ name: 'alder', of: 'persons', type: 'number' },
  })
  const { columns } = await engine.get('people.previewImport', { path: file, of: 'persons' })
  expect(columns[1]).toMatchObject({ as: 'attribute', attributeId: id, unread: ['ukjent'] })
  const before = projectedRows(path)
  expect(
    await engine.refusal('people.import', { path: file, of: 'persons', columns }),
  ).toMatchObject({ code: 'value.notOfType', details: { value: 'ukjent', attribute: 'alder' } })
  const nameless = columns.map((column) => ({ ...column, as: 'skip' as const }))
  expect(
    await engine.refusal('people.import', { path: file, of: 'persons', columns: nameless }),
  ).toMatchObject({ code: 'table.noNames' })
  for (const [text, code] of [
    ['Navn\n', 'table.empty'],
    ['PK\u0003\u0004not a workbook', 'table.notReadable'],
  ]) {
    writeFileSync(file, text ?? '')
    expect(
      await engine.refusal('people.import', { path: file, of: 'persons', columns }),
    ).toMatchObject({ code })
  }
  expect(projectedRows(path)).toEqual(before)
})

test('attributes of sources are taken in by title; sources are never made from a table', async () => {
  const { engine, file } = await newStudy('Tittel\tSted\nWritten\tBodø\nUkjent\tOslo\n')
  await newSource(engine, 'Noe tekst.\n')
  const { columns } = await engine.get('people.previewImport', { path: file, of: 'sources' })
  const given = columns.map(({ index, as, header }) => ({ index, as, name: header }))
  const done = await engine.do('people.import', { path: file, of: 'sources', columns: given })
  expect(done).toMatchObject({ created: 0, known: 1, passedOver: 1, cells: 1 })
  const { rows } = await engine.get('people.grid', { of: 'sources' })
  expect(rows.map(({ name, values }) => [name, Object.values(values)])).toEqual([
    ['Written', ['Bodø']],
  ])
})

test.each([
  [['1', '0', '1'], 'number'],
  [['2019', '1 200,5'], 'number'],
  [['2019', '12.3.2020'], 'date'],
  [['2019-03-07T00:00:00.000Z'], 'date'],
  [['ja', 'Nei', ''], 'yes-no'],
  [['Nord', 'nord', 'Sør', 'Sør'], 'choice'],
  [['31.2.2020'], 'text'],
  [['', ' '], 'text'],
] as const)('a column of %j is read as %s', (values, type) => {
  expect(recogniseType(values)).toBe(type)
})
