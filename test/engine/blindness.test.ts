import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { queries, type QueryName } from '../../shared/contract/index.ts'
import { codingViews } from '../../shared/model/rounds.ts'
import { send } from './support/pair.ts'
import { TestEngine } from './support/project.ts'
import { codeInRound, newRoundPair, type RoundPair } from './support/rounds.ts'
import { projectedRows } from './support/tables.ts'

const marked = 'HEMMELIGKOMMENTAR'

/** Anna codes in her layer; gives what nobody else may find. */
async function codeSecretly(pair: RoundPair, engine: TestEngine): Promise<string[]> {
  const passageId = await codeInRound(pair, engine, 'venter på svar')
  await engine.do('rounds.enter', { roundId: pair.roundId })
  const { codings } = await engine.get('passages.get', { passageId })
  const codingId = codings[0]?.id ?? ''
  await engine.do('codings.update', { codingId, comment: marked, weight: 77 })
  await engine.do('rounds.enter', { roundId: null })
  return [marked, passageId, codingId]
}

/** Every query of the contract, with what it needs and then with each further argument it takes. */
function everyQuestion(known: Record<string, readonly unknown[]>): [QueryName, unknown][] {
  return Object.entries(queries).flatMap(([name, { input }]) => {
    const schema = z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' })
    const valuesOf = (field: string): readonly unknown[] => {
      const values = known[`${name} ${field}`] ?? known[field]
      if (!values) throw new Error(`${name}: say what ${field} is asked with`)
      return values
    }
    const needed = Object.fromEntries(
      (schema.required ?? []).map((field) => [field, valuesOf(field)[0]]),
    )
    const fields = Object.keys(schema.properties ?? {})
    const further = fields.flatMap((field) =>
      valuesOf(field).map((value) => ({ ...needed, [field]: value })),
    )
    return [needed, ...further].map((args): [QueryName, unknown] => [name as QueryName, args])
  })
}

async function answersTo(engine: TestEngine, questions: [QueryName, unknown][]) {
  const answers: Record<string, unknown> = {}
  for (const [name, args] of questions)
    answers[`${name} ${JSON.stringify(args)}`] = await engine.query(name, args)
  return answers
}

test('B6 whoever sits at the device, no query tells anything of another’s blind layer', async () => {
  const pair = await newRoundPair()
  const { anna, bo, annaId, boId, sourceId, codeId, roundId, folder } = pair
  const bundle = join(folder, 'from-bo.bundle')
  const written = join(folder, 'notes.txt')
  writeFileSync(written, 'noen ord')
  await bo.do('sync.bundle', { path: bundle })
  const memo = await anna.do('memos.create', { title: 'Notat', text: 'noe' })
  const text = await anna.do('texts.create', { title: 'Vedtak' })
  const term = await anna.do('terms.create', { term: 'venter' })
  const map = await anna.do('maps.create', { name: 'Kart', kind: 'process' })
  const process = await anna.do('processes.create', { name: 'Prosess', perspective: 'told' })
  const attribute = await anna.do('attributes.create', { name: 'Sted', of: 'sources' })
  const study = await anna.do('cases.create', { name: 'Kontor', sourceIds: [sourceId] })
  const account = await anna.do('accounts.create', { title: 'Kapittel' })
  await anna.do('quotes.create', { passages: [{ sourceId, start: 0, end: 4 }] })
  const [secret, passageId, codingId] = await codeSecretly(pair, anna)
  const thing = { type: 'text', id: text.id }
  const known: Record<string, readonly unknown[]> = {
    sourceId: [sourceId],
    sourceIds: [[sourceId]],
    codeId: [codeId],
    codeIds: [[codeId]],
    passageId: [passageId],
    roundId: [roundId],
    analystId: [annaId, boId],
    analystIds: [[annaId, boId]],
    memoId: [memo.id],
    textId: [text.id],
    termId: [term.id],
    mapId: [map.id],
    processId: [process.id],
    attributeId: [attribute.id],
    caseId: [study.id],
    of: ['sources', 'persons', 'cases'],
    condition: [{ codeId }],
    processIds: [[process.id, process.id]],
    layer: [roundId, 'working', 'settled'],
    view: codingViews,
    'leaks.check command': ['export.codebook', 'export.table', 'export.report'],
    'reports.preview kind': ['segments', 'memos', 'methods'],
    'reports.preview by': ['codes', 'none'],
    'reports.preview context': [true],
    memoKinds: [undefined],
    memoStatus: [undefined],
    checklist: ['coreq'],
    'reports.preview codeIds': [undefined],
    'reports.preview question': [undefined, { type: 'coded', layer: roundId }],
    'leaks.check input': [{ examples: 5 }, { table: 'activations' }, { table: 'audit' }],
    state: ['placed', 'lost'],
    'links.list state': ['stands'],
    thing: [thing],
    about: [
      { type: 'passage', id: passageId },
      { type: 'code', id: codeId },
    ],
    'claims.list about': [thing],
    from: [thing],
    to: [{ ...thing, id: sourceId }],
    focus: [thing],
    standpoint: [thing],
    paths: [[written]],
    path: [bundle],
    query: ['venter'],
    pattern: ['{pseudonym} {number}'],
    accountId: [account.id],
    table: ['activations', 'inventory', 'who-did-what', 'reconciliation', 'discussion', 'audit'],
    a: [annaId, boId].map((analystId) => ({ analystId, layer: roundId })),
    b: [annaId, boId].map((analystId) => ({ analystId, layer: roundId })),
    unit: ['character', 'passage'],
    'activity.list kind': ['codings', 'passages'],
    'activity.list from': ['2020-01-01T00:00:00.000Z'],
    'activity.list to': ['2120-01-01T00:00:00.000Z'],
    entity: [sourceId, passageId, codeId],
    words: ['venter'],
    item: ['coding/-/-'],
    activity: [{ kind: 'passages' }],
    scope: ['all', 'coded'],
    ...Object.fromEntries(
      ['text', 'hits', 'counts', 'units', 'collocations', 'words'].flatMap((name) => [
        [
          `search.${name} scope`,
          [{ codeIds: [codeId] }, { analystIds: [boId] }, { analystIds: [annaId] }],
        ],
      ]),
    ),
    reach: [{ forms: true, spellings: true, compounds: true }],
    sort: ['left1'],
    'search.units unit': ['hit', 'sentence', 'turn', 'paragraph'],
    'search.collocations measure': ['frequency'],
    window: [5],
    minimum: [1],
    withStopWords: [true],
    by: ['source', 'kind', 'folder', 'person', 'form'],
    isUnfinished: [true],
    question: [
      { type: 'anything' },
      { type: 'coded', codeIds: [codeId] },
      { type: 'coded', layer: roundId },
      { type: 'not', part: { type: 'coded', analystIds: [annaId], layer: roundId } },
    ],
    'analysis.matrix scope': [{ type: 'coded', layer: roundId }],
    figure: [
      ...[{ kind: 'frequencies' }, { kind: 'network' }, { kind: 'tree' }, { kind: 'talk' }],
      { kind: 'attribute', attributeId: attribute.id },
      { kind: 'saturation', order: 'dates' },
      { kind: 'time', of: 'codings', unit: 'day' },
      { kind: 'portrait', sourceId, scope: { type: 'coded', layer: roundId } },
      { kind: 'frequencies', scope: { type: 'coded', analystIds: [annaId], layer: roundId } },
    ],
    rows: [{ by: 'codes' }, { by: 'analysts' }],
    columns: [{ by: 'sources' }, { by: 'time', of: 'codings', unit: 'day' }],
    'analysis.group by': [{ by: 'codes' }, { by: 'analysts' }],
    'analysis.matrix measure': ['passages', 'sources', 'words', 'codings'],
    'analysis.group measure': ['passages', 'sources', 'words', 'codings'],
    crossing: [{ how: 'overlapping' }],
  }
  const anything = [undefined]
  for (const field of [
    ...['rebuild', 'task', 'limit', 'before', 'options', 'withSubcodes', 'personId', 'offset'],
    ...['own', 'level', 'issuer', 'genre', 'status', 'up', 'down', 'relations', 'levels', 'bases'],
    ...['at', 'merged', 'language', 'preset', 'clauseId', 'questionId', 'passphrase', 'layout'],
    ...['examples', 'codeSetId', 'overlap', 'isOpen'],
  ])
    known[field] ??= anything
  const questions = everyQuestion(known)
  expect(questions.length).toBeGreaterThan(Object.keys(queries).length)
  // As the one who coded it can be found; this shows that the questions are good for something.
  const own = JSON.stringify(await answersTo(anna, questions))
  for (const word of [secret, passageId, codingId]) expect(own).toContain(word)
  await anna.do('analysts.use', { analystId: boId })
  const withLayer = await answersTo(anna, questions)
  const told = JSON.stringify(Object.values(withLayer))
  expect(told).not.toContain(secret)
  expect(told).not.toContain(codingId)
  // The id of the passage was asked with, so it comes back where it is said not to be there.
  expect(told.split(passageId ?? '').length - 1).toBe(notFound(withLayer, passageId ?? ''))
  // And nothing is counted: all answers are those of a project in which she did not code.
  await anna.do('analysts.use', { analystId: annaId })
  await anna.do('rounds.enter', { roundId })
  await anna.do('codings.delete', { codingIds: [codingId ?? ''] })
  await anna.do('analysts.use', { analystId: boId })
  expect(await answersTo(anna, questions)).toEqual(withLayer)
})

function notFound(answers: Record<string, unknown>, passageId: string): number {
  return Object.values(answers)
    .filter((answer) => JSON.stringify(answer).includes('passage.notFound'))
    .reduce((sum: number, answer) => sum + JSON.stringify(answer).split(passageId).length - 1, 0)
}

test('B7 bundles, exports and copies at a chosen place hold nothing of an open blind layer', async () => {
  const pair = await newRoundPair()
  const { folder, anna, bo, paths, roundId } = pair
  const secrets = await codeSecretly(pair, anna)
  await anna.do('history.undo', {})
  await anna.do('history.redo', {})
  const holds = (path: string) => {
    const bytes = readFileSync(path)
    return secrets.filter((word) => bytes.includes(word))
  }
  const copy = join(folder, 'copy.standpoint')
  expect(await anna.do('backups.create', { path: copy })).toMatchObject({ withheld: 1 })
  expect(holds(copy)).toEqual([])
  const reader = new TestEngine()
  await reader.do('project.open', { path: copy })
  const check = await reader.get('project.check', { rebuild: true })
  expect(check.problems).toEqual([])
  expect((await reader.get('rounds.get', { roundId })).counts).toEqual([])
  reader.close()
  expect(holds(copy)).toEqual([])
  const own = await anna.do('backups.create', {})
  expect(own.withheld).toBe(0)
  expect(holds(own.path)).toEqual(secrets)
  const { withheld } = await anna.do('sync.bundle', { path: join(folder, 'b.bundle') })
  expect(withheld).toBe(1)
  await send(pair, anna, bo)
  await bo.do('project.close', {})
  expect(holds(paths.bo)).toEqual([])
  for (const format of ['md', 'csv', 'html', 'tex', 'qdc'] as const) {
    const path = join(folder, `codes.${format}`)
    await anna.do('analysts.use', { analystId: pair.boId })
    await anna.do('export.codebook', { path, format, examples: 5 })
    expect(holds(path)).toEqual([])
    expect(readFileSync(path, 'utf8')).not.toContain('venter på svar')
  }
})

test('B7 a copy of a project with a password leaves the layer out and keeps its password', async () => {
  const pair = await newRoundPair()
  const { folder, anna, roundId } = pair
  await codeSecretly(pair, anna)
  await anna.do('project.setPassword', { password: 'blå elv' })
  const copy = join(folder, 'copy.standpoint')
  expect(await anna.do('backups.create', { path: copy })).toMatchObject({ withheld: 1 })
  const reader = new TestEngine()
  expect((await reader.refusal('project.open', { path: copy })).code).toBe('project.needsPassword')
  await reader.do('project.open', { path: copy, password: 'blå elv' })
  expect((await reader.get('rounds.get', { roundId })).counts).toEqual([])
  expect((await reader.get('project.check', { rebuild: true })).problems).toEqual([])
  reader.close()
})

test('B6, S2 what was done in a layer is told when the round is closed, and to nobody before', async () => {
  const pair = await newRoundPair()
  const { anna, bo, paths, roundId } = pair
  await codeSecretly(pair, anna)
  await send(pair, anna, bo)
  const told = async (engine: TestEngine) =>
    (await engine.get('activity.list', {})).items.filter(({ command }) =>
      ['passages.code', 'codings.update'].includes(command),
    ).length
  expect([await told(anna), await told(bo)]).toEqual([2, 0])
  for (const engine of [anna, bo]) await engine.do('rounds.close', { roundId })
  for (let times = 0; times < 2; times++) {
    await send(pair, anna, bo)
    await send(pair, bo, anna)
  }
  expect([await told(anna), await told(bo)]).toEqual([2, 2])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})
