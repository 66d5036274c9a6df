import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AgreementRow } from '../../shared/contract/agreement.ts'
import { newProject, newSource, temporaryFolder, type TestEngine } from './support/project.ts'
import { standpoint } from './support/command-line.ts'

interface Scene {
  engine: TestEngine
  path: string
  /** Anna and Berit. */
  analystIds: [string, string]
  sourceId: string
  waiting: string
  calling: string
}

/** 1000 characters in a hundred sentences of nine letters and a full stop. */
const text = 'Abcdefgh. '.repeat(100).trimEnd()

async function scene(): Promise<Scene> {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const { analystId: anna } = await engine.get('project.info', {})
  const { id: berit } = await engine.do('analysts.create', { name: 'Berit Bakke' })
  const sourceId = await newSource(engine, text)
  const waiting = await engine.do('codes.create', { name: 'waiting' })
  const calling = await engine.do('codes.create', { name: 'calling' })
  await engine.do('codes.create', { name: 'never used' })
  return {
    engine,
    path,
    analystIds: [anna, berit],
    sourceId,
    waiting: waiting.id,
    calling: calling.id,
  }
}

async function code(
  { engine, sourceId }: Scene,
  analystId: string,
  codeId: string,
  ...places: [number, number][]
): Promise<void> {
  await engine.do('analysts.use', { analystId })
  for (const [start, end] of places) {
    await engine.do('passages.code', { sourceId, start, end, codeId })
  }
}

function value(row: AgreementRow | undefined, name: keyof AgreementRow['measures']): unknown {
  const found = row?.measures[name]
  return found?.computable === true ? Number(found.value.toFixed(4)) : found?.reason
}

test('C2, C4 characters: the 1000 of the NVivo help, 50 coded by both, 75 by each alone', async () => {
  const here = await scene()
  const { engine, analystIds, waiting } = here
  await code(here, analystIds[0], waiting, [100, 225])
  await code(here, analystIds[1], waiting, [175, 300], [180, 220])
  const all = await engine.get('agreement.compute', {
    analystIds,
    unit: 'character',
    scope: 'all',
  })
  expect(all).toMatchObject({ layer: 'working', units: 1000, uncodedUnits: 800, characters: 1000 })
  expect(all.codes.map(({ name }) => name)).toEqual(['waiting'])
  const [row] = all.codes
  expect(row).toMatchObject({ codedBy: [125, 125], codedByAll: 50, codedByAny: 200 })
  expect(value(row, 'percent')).toBe(85)
  expect(value(row, 'kappa')).toBe(0.3143)
  expect(value(row, 'codedOnly')).toBe(0.25)
  expect(value(row, 'holsti')).toBe(0.4)
  expect(value(row, 'alphaU')).toBeTypeOf('number')
  const coded = await engine.get('agreement.compute', {
    analystIds,
    unit: 'character',
    scope: 'coded',
  })
  expect(coded).toMatchObject({ units: 200, uncodedUnits: 0 })
  expect(value(coded.codes[0], 'percent')).toBe(25)
  expect(value(coded.codes[0], 'codedOnly')).toBe(0.25)
})

test('C2 sentences count from the chosen share; passages that share enough are one', async () => {
  const here = await scene()
  const { engine, analystIds, waiting } = here
  await code(here, analystIds[0], waiting, [0, 9], [100, 109])
  await code(here, analystIds[1], waiting, [0, 4], [100, 107])
  const rowAt = async (unit: 'sentence' | 'passage', overlap: number) => {
    const { codes, units } = await engine.get('agreement.compute', {
      analystIds,
      unit,
      overlap,
      scope: 'coded',
    })
    return { units, both: codes[0]?.codedByAll, each: codes[0]?.codedBy }
  }
  expect(await rowAt('sentence', 0.5)).toEqual({ units: 2, both: 1, each: [2, 1] })
  expect(await rowAt('sentence', 0.3)).toEqual({ units: 2, both: 2, each: [2, 2] })
  expect(await rowAt('passage', 0.5)).toEqual({ units: 3, both: 1, each: [2, 2] })
  expect(await rowAt('passage', 0)).toEqual({ units: 2, both: 2, each: [2, 2] })
  expect(await rowAt('passage', 1)).toEqual({ units: 4, both: 0, each: [2, 2] })
})

test('C1, C5 deleted codes and sources do not count, and codes nobody used only when named', async () => {
  const here = await scene()
  const { engine, analystIds, waiting, calling, sourceId } = here
  await code(here, analystIds[0], waiting, [0, 9])
  await code(here, analystIds[0], calling, [20, 29])
  const ask = { analystIds, unit: 'token' as const, scope: 'all' as const }
  await engine.do('codes.delete', { codeIds: [calling] })
  const rest = await engine.get('agreement.compute', ask)
  expect(rest.codes.map(({ name }) => name)).toEqual(['waiting'])
  const { items } = await engine.get('codes.list', {})
  const named = await engine.get('agreement.compute', {
    ...ask,
    codeIds: items.map(({ id }) => id),
  })
  expect(
    value(
      named.codes.find(({ name }) => name === 'never used'),
      'kappa',
    ),
  ).toBe('noVariation')
  await engine.do('sources.delete', { sourceIds: [sourceId] })
  const none = await engine.get('agreement.compute', ask)
  expect(none).toMatchObject({ units: 0, codes: [], sources: [] })
  expect(value(none.overall, 'alphaNominal')).toBe('noData')
})

test('C3, C6 all codes together; three analysts; weights have alphas of their own', async () => {
  const here = await scene()
  const { engine, analystIds, waiting, calling } = here
  const third = await engine.do('analysts.create', { name: 'Cato' })
  const three = [...analystIds, third.id]
  for (const [at, analystId] of three.entries()) {
    await code(here, analystId, waiting, [0, 9], [20, 29])
    await code(here, analystId, calling, [50, 59 + 10 * at])
  }
  const { items } = await engine.get('codings.list', { codeId: waiting })
  for (const { id, start } of items) {
    await engine.do('codings.update', { codingId: id, weight: start === 0 ? 1 : 3 })
  }
  const { overall, codes } = await engine.get('agreement.compute', {
    analystIds: three,
    unit: 'sentence',
    scope: 'coded',
  })
  expect(overall).toMatchObject({ units: 10, codedBy: [3, 4, 5] })
  expect(value(overall, 'kappa')).toBe('twoCodersOnly')
  expect(value(overall, 'fleissKappa')).toBeTypeOf('number')
  expect(value(codes[0], 'alphaInterval')).toBe(1)
  expect(value(codes[1], 'alphaInterval')).toBe('noData')
})

test('C8 a result is kept with its parameters, whatever is coded later, and undone as one step', async () => {
  const here = await scene()
  const { engine, analystIds, waiting } = here
  for (const analystId of analystIds) await code(here, analystId, waiting, [0, 9])
  const parameters = { analystIds, unit: 'sentence', scope: 'all' } as const
  const run = await engine.do('agreement.keep', { ...parameters, note: 'first' })
  await code(here, analystIds[0], waiting, [20, 29])
  const { items, shown } = await engine.get('agreement.list', {})
  expect(items).toEqual([run])
  expect(run).toMatchObject({ parameters, note: 'first', createdBy: analystIds[1] })
  expect(value(run.result.codes[0], 'kappa')).toBe(1)
  expect(shown).toBe(false)
  await engine.do('agreement.show', { shown: true })
  await engine.do('agreement.delete', { runIds: [run.id] })
  expect(await engine.get('agreement.list', {})).toEqual({ shown: true, items: [] })
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  expect(await engine.get('agreement.list', {})).toEqual({ shown: false, items: [run] })
})

test('the table is written in every format, with unit, scope, layer and what is not computable', async () => {
  const here = await scene()
  const { engine, analystIds, waiting, path } = here
  for (const analystId of analystIds) await code(here, analystId, waiting, [0, 9])
  const parameters = { analystIds, unit: 'sentence', scope: 'coded' } as const
  const { id: runId } = await engine.do('agreement.keep', parameters)
  for (const format of ['docx', 'xlsx', 'csv', 'md'] as const) {
    const out = `${path}.${format}`
    const now = await engine.do('export.agreement', {
      ...parameters,
      format,
      path: out,
      language: 'nb',
    })
    expect(now.bytes).toBeGreaterThan(100)
    expect(
      await engine.do('export.agreement', { runId, format, path: out, language: 'nb' }),
    ).toMatchObject({ rows: 2 })
  }
  expect(readFileSync(`${path}.csv`, 'utf8')).toContain('setning,utelates,arbeidslag')
  const written = readFileSync(`${path}.md`, 'utf8')
  expect(written).toContain('Enhet: setning')
  expect(written).toContain('Lag: arbeidslag')
  expect(written).toContain('i.b. (1): alle vurderingene er like')
})

test('refusals name what is missing', async () => {
  const { engine, analystIds } = await scene()
  const [anna] = analystIds
  const ask = { unit: 'character', scope: 'all' } as const
  const refused = async (more: object): Promise<string> => {
    const answer = await engine.query('agreement.compute', { analystIds, ...ask, ...more })
    return answer.ok ? 'carried out' : answer.error.code
  }
  expect(await refused({ analystIds: [anna] })).toBe('args.invalid')
  expect(await refused({ analystIds: [anna, anna] })).toBe('args.invalid')
  expect(await refused({ analystIds: [anna, engine] })).toBe('args.invalid')
  expect(await refused({ overlap: 2 })).toBe('args.invalid')
  const unknown = '00000000-0000-7000-8000-000000000000'
  expect(await refused({ analystIds: [anna, unknown] })).toBe('analyst.notFound')
  expect(await refused({ codeIds: [unknown] })).toBe('code.notFound')
  expect(await refused({ sourceIds: [unknown] })).toBe('source.notFound')
})

test('the command line finds analysts by name or initials, and says unit, scope and layer', async () => {
  const here = await scene()
  const { engine, analystIds, waiting, path } = here
  await code(here, analystIds[0], waiting, [100, 225])
  await code(here, analystIds[1], waiting, [175, 300])
  engine.close()
  const words = ['agreement', path, '--a', 'anna analytiker', '--b', 'BB', '--unit', 'character']
  const machine = await standpoint([...words, '--json'])
  expect(machine).toMatchObject({ status: 0, err: '' })
  const answer = JSON.parse(machine.out)
  expect(answer).toMatchObject({
    unit: 'character',
    scope: 'all',
    layer: 'working',
    uncodedUnits: 800,
  })
  expect(answer.codes[0].kappa).toBeCloseTo(0.3143, 4)
  expect(answer.overall.percent).toBe(85)
  expect(answer.warnings).toMatchObject([{ code: 'uncodedText', share: 0.8 }])
  const person = await standpoint(words)
  expect(person.out).toMatch(/Unit: character\..*Layer: working\./)
  expect(person.out).toContain('80 % of the units compared were coded by nobody')
  expect(person.out).toMatch(/waiting +125 +125 +50 +85\.0/)
  const usage = [
    [path, '--a', 'Anna Analytiker', '--unit', 'character'],
    [path, '--a', 'Anna Analytiker', '--b', 'BB', '--unit', 'line'],
    [path, '--a', 'Anna Analytiker', '--b', 'BB', '--unit', 'turn', '--overlap', '7'],
  ]
  for (const each of usage) expect((await standpoint(['agreement', ...each])).status).toBe(2)
  const nobody = await standpoint([
    'agreement',
    path,
    '--a',
    'Nobody',
    '--b',
    'BB',
    '--unit',
    'turn',
  ])
  expect(nobody.status).toBe(1)
  expect(nobody.err).toContain('Nobody')
})
