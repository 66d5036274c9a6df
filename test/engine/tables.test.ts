import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QueryInput } from '../../shared/contract/index.ts'
import { tableFormats } from '../../shared/contract/tables.ts'
import { newProject, temporaryFolder, type TestEngine } from './support/project.ts'

type Name = QueryInput<'tables.get'>['table']

const words = 'Vi fyller ut skjemaet etterpå, for samtalen tåler det ikke.'

/** Informants who each speak in a source of their own, three texts, two clauses, and findings. */
async function analysed(engine: TestEngine, informants: number) {
  const ids = async (titles: string[]) => {
    const made: string[] = []
    for (const title of titles) made.push((await engine.do('texts.create', { title })).id)
    return made
  }
  const [law = '', guideline = '', form = ''] = await ids([
    'Lov om arbeids- og velferdsforvaltningen',
    'Veileder i arbeidsrettet oppfølging',
    'Kartleggingsmal',
  ])
  const clauses: string[] = []
  for (const locator of ['kap. 3.2', 'kap. 4.1']) {
    const made = await engine.do('clauses.create', {
      textId: guideline,
      locator,
      wording: `Det som står i ${locator}.`,
    })
    clauses.push(made.id)
  }
  const places: { sourceId: string; start: number; end: number }[] = []
  for (let index = 0; index < informants; index += 1) {
    const name = `Informant${String.fromCharCode(65 + index)}`
    const text = `Kari: Fortell.\n\n${name}: ${words}\n\nKari: Og så?\n\n${name}: Så ringer jeg.`
    await engine.do('sources.importText', { title: name, text })
    const { items } = await engine.get('sources.list', {})
    const sourceId = items.find((source) => source.title === name)?.id ?? ''
    const person = await engine.do('persons.create', { pseudonym: name })
    await engine.do('sources.linkSpeaker', { sourceId, speaker: name, personId: person.id })
    const stored = (await engine.get('sources.text', { sourceId })).text
    const start = stored.indexOf(words)
    places.push({ sourceId, start, end: start + words.length })
  }
  const linkOf = (from: string, relation: string, to: string, isSaid: boolean) =>
    engine.do('links.create', {
      from: { type: 'text', id: from },
      relation,
      to: { type: 'text', id: to },
      evidence: isSaid ? [{ basis: 'an informant says', passages: places.slice(0, 2) }] : [],
    })
  await linkOf(law, 'frames', guideline, true)
  await linkOf(guideline, 'specifies', form, false)
  for (const [index, at] of places.entries()) {
    if (index % 3 === 2) continue
    const clauseId = clauses[index % 2] ?? ''
    await engine.do('activations.create', { at, clauseId, mode: 'cites', stance: 'skips' })
    await engine.do('activations.create', { at, textId: form, mode: 'fills in' })
  }
  const process = await engine.do('processes.create', { name: 'Oppfølging' })
  const step = async (action: string, textInIds: string[]) =>
    (await engine.do('steps.create', { processId: process.id, action, textInIds })).id
  const first = await step('ringer', [form])
  const second = await step('skriver', [])
  await engine.do('flows.create', { fromId: first, toId: second })
  await engine.do('disjunctures.create', { title: 'Ensidig', sideAPassages: places.slice(0, 1) })
  await engine.do('threads.create', {
    title: 'Tråd',
    items: [{ at: places[0] ?? null }, { at: null, note: 'Hvem?' }],
  })
}

async function column(engine: TestEngine, table: Name, key: string): Promise<(string | number)[]> {
  const { columns, rows } = await engine.get('tables.get', { table })
  const index = columns.findIndex((each) => each.key === key)
  expect(index, `${table}.${key}`).toBeGreaterThanOrEqual(0)
  return rows.map((row) => row.cells[index] ?? '')
}

test('every table has as many rows as the query behind it has things, in the window and in files', async () => {
  const engine = await newProject()
  await analysed(engine, 5)
  const threads = (await engine.get('threads.list', {})).items
  const claims = (await engine.get('claims.list', {})).items
  const links = (await engine.get('links.list', {})).items
  const counts: Partial<Record<Name, number>> = {
    inventory: (await engine.get('texts.list', {})).items.length,
    links: claims.length + links.filter((link) => link.state === 'unsupported').length,
    steps: (await engine.get('steps.list', {})).items.length,
    flows: (await engine.get('flows.list', {})).items.length,
    clauses: (await engine.get('clauses.list', {})).items.length,
    activations: (await engine.get('activations.list', {})).items.length,
    disjunctures: (await engine.get('disjunctures.list', {})).items.length,
    threads: threads.reduce((sum, thread) => sum + thread.items.length, 0),
  }
  expect(counts).toEqual({
    inventory: 3,
    links: 2,
    steps: 2,
    flows: 1,
    clauses: 2,
    activations: 8,
    disjunctures: 1,
    threads: 2,
  })
  const folder = temporaryFolder()
  for (const [table, count] of Object.entries(counts) as [Name, number][]) {
    const { rows, columns } = await engine.get('tables.get', { table, language: 'nb' })
    expect(rows, table).toHaveLength(count)
    for (const row of rows) expect(row.cells, table).toHaveLength(columns.length)
    for (const format of tableFormats) {
      const path = join(folder, `${table}.${format}`)
      const written = await engine.do('export.table', { table, format, path, language: 'nb' })
      expect(written.rows, `${table} ${format}`).toBe(count)
    }
  }
})

test('counts in the inventory are those of the lists of clauses, links and activations', async () => {
  const engine = await newProject()
  await analysed(engine, 5)
  const texts = (await engine.get('texts.list', {})).items
  expect(await column(engine, 'inventory', 'id')).toEqual(texts.map(({ id }) => id))
  const clauses = (await engine.get('clauses.list', {})).items
  const links = (await engine.get('links.list', {})).items
  const expected = await Promise.all(
    texts.map(async ({ id }) => ({
      clauses: clauses.filter((clause) => clause.textId === id).length,
      links: links.filter(({ from, to }) => from.id === id || to.id === id).length,
      activations: (await engine.get('activations.list', { textId: id })).items.length,
    })),
  )
  for (const key of ['clauses', 'links', 'activations'] as const) {
    expect(await column(engine, 'inventory', key), key).toEqual(expected.map((each) => each[key]))
  }
  expect(expected.some((each) => each.activations > 0)).toBe(true)
})

test('the matrix tells every activation of a clause once, and silence where there is none', async () => {
  const engine = await newProject()
  await analysed(engine, 5)
  const { columns, rows, notes } = await engine.get('tables.get', { table: 'clauses' })
  const informants = columns.flatMap(({ key }, index) =>
    key.startsWith('informant:') ? [index] : [],
  )
  expect(informants).toHaveLength(5)
  const cells = rows.flatMap((row) => informants.map((index) => String(row.cells[index])))
  const { items } = await engine.get('activations.list', {})
  const onClauses = items.filter(({ clauseId }) => clauseId !== null)
  expect(cells.filter((cell) => cell !== 'silent')).toHaveLength(onClauses.length)
  expect(cells.filter((cell) => cell.startsWith('skips '))).toHaveLength(onClauses.length)
  expect(notes).toHaveLength(1)
})

test('what lacks evidence is named below the table, and evidence takes it away', async () => {
  const engine = await newProject()
  await analysed(engine, 2)
  const notes = async (table: Name) =>
    (await engine.get('tables.get', { table, language: 'nb' })).notes.join(' ')
  expect(await notes('links')).toBe(
    '1 kobling er uten belegg: Veileder i arbeidsrettet oppfølging → Kartleggingsmal.',
  )
  expect(await notes('disjunctures')).toContain('Ensidig')
  const [disjuncture] = (await engine.get('disjunctures.list', {})).items
  await engine.do('disjunctures.update', {
    disjunctureId: disjuncture?.id ?? '',
    sideBPassages: (disjuncture?.sideAPassageIds ?? []).map((passageId) => ({ passageId })),
  })
  expect(await notes('disjunctures')).toBe('')
})

test('in Word a matrix with many informants is several tables, each with its clauses and a repeated head', async () => {
  const engine = await newProject()
  await analysed(engine, 12)
  const path = join(temporaryFolder(), 'clauses.docx')
  await engine.do('export.table', { table: 'clauses', format: 'docx', path, language: 'nb' })
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
  const tables = xml.split('<w:tbl>').slice(1)
  expect(tables).toHaveLength(2)
  for (const table of tables) {
    expect(table).toContain('kap. 3.2')
    expect(table.match(/<w:tblHeader/g)).toHaveLength(1)
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))
    const total = widths.reduce((sum, width) => sum + width, 0)
    // The width of an A4 sheet on its side between margins of 15 mm, in twentieths of a point.
    expect(total).toBeGreaterThan(15_000)
    expect(total).toBeLessThanOrEqual(15_138)
    expect(Math.min(...widths)).toBeGreaterThan(600)
  }
  const named = (table: string | undefined) => [...(table ?? '').matchAll(/>Informant([A-L])</g)]
  expect(named(tables[0])).toHaveLength(6)
  expect(named(tables[1])).toHaveLength(6)
  expect(xml).not.toContain('Måltall')
})
