import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchScope } from '../../shared/contract/search.ts'
import type { QueryOutput } from '../../shared/contract/index.ts'
import '../support/seed.ts'
import { readMaterial, type Material } from './support/naive-answers.ts'
import { newProject } from './support/project.ts'
import { Chance, randomWorld } from './support/random-questions.ts'

type Hit = QueryOutput<'search.hits'>['items'][number]
type AttributeScope = NonNullable<SearchScope['attributes']>[number]

/** Whether [start, end) lies in what a scope chooses, letter by letter (search SPEC, 10). */
function isInScope(world: Material, scope: SearchScope, hit: Hit): boolean {
  const source = world.sources.find(({ id }) => id === hit.sourceId)
  if (!source) return false
  const folders: string[] = []
  for (let id = source.folderId; id !== null;) {
    folders.push(id)
    id = world.folders.find((folder) => folder.id === id)?.parentId ?? null
  }
  const isOne = <T>(wanted: readonly T[] | undefined, ...have: T[]) =>
    wanted === undefined || have.some((each) => wanted.includes(each))
  return (
    isOne(scope.kinds, source.kind) &&
    isOne(scope.folderIds, ...folders) &&
    isOne(scope.sourceIds, source.id) &&
    isDated(scope, source.date) &&
    (!scope.personIds || isSaidBy(world, scope.personIds, hit)) &&
    (!(scope.codeIds || scope.analystIds) || isCoded(world, scope, hit)) &&
    (scope.attributes ?? []).every((condition) => isHeld(world, condition, hit))
  )
}

function isDated({ from = '', to = '' }: Pick<SearchScope, 'from' | 'to'>, date: string): boolean {
  if (from === '' && to === '') return true
  if (!/^\d{4}/.test(date)) return false
  return date >= from && (to === '' || date <= to || date.startsWith(to))
}

function isSaidBy(world: Material, personIds: readonly string[], hit: Hit): boolean {
  const person = world.speakers.get(hit.sourceId)?.get(hit.speaker)
  return person !== undefined && personIds.includes(person)
}

function isCovered(ranges: readonly { start: number; end: number }[], hit: Hit): boolean {
  for (let at = hit.start; at < hit.end; at++)
    if (!ranges.some(({ start, end }) => start <= at && at < end)) return false
  return true
}

function isCoded(world: Material, scope: SearchScope, hit: Hit): boolean {
  const above = (codeId: string): string[] => {
    const parent = world.codes.find(({ id }) => id === codeId)?.parentId ?? null
    return [codeId, ...(scope.withSubcodes && parent !== null ? above(parent) : [])]
  }
  const coded = world.passages.filter(
    (passage) =>
      passage.sourceId === hit.sourceId &&
      passage.state === 'placed' &&
      passage.codings.some(
        ({ codeId, analystId }) =>
          (!scope.codeIds || above(codeId).some((id) => scope.codeIds?.includes(id))) &&
          (!scope.analystIds || scope.analystIds.includes(analystId)),
      ),
  )
  return isCovered(coded, hit)
}

function isHeld(world: Material, condition: AttributeScope, hit: Hit): boolean {
  const fits = ({ values }: { values: Record<string, unknown> }) => {
    const value = values[condition.attributeId]
    if (value === undefined) return false
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
    const number = typeof value === 'boolean' ? Number(value) : value
    if (condition.values && !condition.values.includes(text)) return false
    if (condition.min !== undefined && !(Number(number) >= condition.min)) return false
    if (condition.max !== undefined && !(Number(number) <= condition.max)) return false
    return isDated(condition, text)
  }
  const attribute = world.attributes.find(({ id }) => id === condition.attributeId)
  if (attribute?.of === 'persons')
    return isSaidBy(
      world,
      world.persons.filter(fits).map(({ id }) => id),
      hit,
    )
  if (attribute?.of === 'sources')
    return world.sources.some((one) => one.id === hit.sourceId && fits(one))
  const cases = attribute ? world.cases.filter(fits) : []
  if (cases.some(({ sourceIds }) => sourceIds.includes(hit.sourceId))) return true
  if (
    isSaidBy(
      world,
      cases.flatMap(({ personIds }) => personIds),
      hit,
    )
  )
    return true
  const linked = new Set(cases.flatMap(({ passageIds }) => passageIds))
  const passages = world.passages.filter(
    ({ id, sourceId, state }) => linked.has(id) && sourceId === hit.sourceId && state === 'placed',
  )
  return isCovered(passages, hit)
}

function randomScope(chance: Chance, world: Material): SearchScope {
  const ids = (items: readonly { id: string }[]) => chance.some([...items.map(({ id }) => id), 'x'])
  const codings = world.passages.flatMap((passage) => passage.codings)
  const ends = () => ({
    ...(chance.happens(2) ? { from: chance.one(['2024', '2024-05', '2023-01-02']) } : {}),
    ...(chance.happens(2) ? { to: chance.one(['2024', '2024-05', '2025']) } : {}),
  })
  const condition = (): AttributeScope => {
    const { id, type } = chance.one(world.attributes)
    const narrower = {
      text: { values: chance.some(['Mann', 'kvinne', 'ingen']) },
      choice: { values: [] },
      'yes-no': { values: chance.some(['yes', 'no']) },
      number: { min: chance.below(20), max: 15 + chance.below(20) },
      date: ends(),
    }[type]
    return { attributeId: id, ...(chance.happens(4) ? {} : narrower) }
  }
  return {
    ...(chance.happens(3) ? { kinds: chance.some(['interview', 'field note'] as const) } : {}),
    ...(chance.happens(4) ? { folderIds: ids(world.folders) } : {}),
    ...(chance.happens(6) ? { sourceIds: ids(world.sources) } : {}),
    ...(chance.happens(4) ? { personIds: ids(world.persons) } : {}),
    ...(chance.happens(4) ? { codeIds: ids(world.codes), withSubcodes: chance.happens(2) } : {}),
    ...(chance.happens(6)
      ? { analystIds: chance.some(codings.map((each) => each.analystId)) }
      : {}),
    ...(chance.happens(2)
      ? { attributes: [condition(), ...(chance.happens(3) ? [condition()] : [])] }
      : {}),
    ...(chance.happens(3) ? ends() : {}),
  }
}

test('Q10 hits in a scope are those of all that lie in any of what each field names', async () => {
  let [inside, outside] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const engine = await newProject()
      await randomWorld(engine, new Chance(seed))
      const world = await readMaterial(engine)
      const chance = new Chance(seed + 1)
      const query = '/\\p{L}+/'
      const all = (await engine.get('search.hits', { query, limit: 1000 })).items
      for (let count = 0; count < 60; count++) {
        const scope = randomScope(chance, world)
        const found = await engine.get('search.hits', { query, scope, limit: 1000 })
        const expected = all.filter((hit) => isInScope(world, scope, hit))
        expect(
          found.items.map(({ id }) => id),
          JSON.stringify(scope),
        ).toEqual(expected.map(({ id }) => id))
        inside += expected.length
        outside += all.length - expected.length
      }
      engine.close()
    }),
    { numRuns: 4 },
  )
  expect(Math.min(inside, outside)).toBeGreaterThan(500)
})

test('a search that was saved with one value a field is found as it was', async () => {
  const engine = await newProject()
  const { id: attributeId } = await engine.do('attributes.create', {
    name: 'År',
    of: 'sources',
    type: 'date',
  })
  const old = {
    kinds: ['interview' as const],
    attributes: [{ attributeId, values: ['2024-05-17'] }],
  }
  const more = {
    kinds: ['interview' as const, 'document' as const],
    attributes: [{ attributeId, from: '2024', to: '2024-06' }],
  }
  for (const [name, scope] of [
    ['a', old],
    ['b', more],
  ] as const)
    await engine.do('savedSearches.create', { name, query: 'plan', scope })
  const { items } = await engine.get('savedSearches.list', {})
  expect(items.map(({ scope }) => scope)).toEqual([old, more])
})

test('Q10 a scope in many sources is what it is in each of them', async () => {
  const engine = await newProject()
  const code = await engine.do('codes.create', { name: 'kode' })
  const person = await engine.do('persons.create', { pseudonym: 'Kari' })
  const turns = Array.from({ length: 32 }, (_, turn) => {
    const rare = turn % 8 === 0 ? ' sjelden' : ''
    return `${turn % 2 === 0 ? 'I' : 'K'}: Arbeid${rare} på en dag, og på ${turn}.`
  })
  const text = turns.join('\n')
  const begins = turns.map((_, turn) => turns.slice(0, turn).join('\n').length + Math.min(turn, 1))
  const coded: { sourceId: string; start: number; end: number }[] = []
  const spoken = new Set<string>()
  for (let number = 0; number < 30; number += 1) {
    const { items } = await engine.do('sources.importText', { title: `Intervju ${number}`, text })
    const sourceId = items[0]?.sourceIds[0] ?? ''
    if (number % 3 === 0) {
      spoken.add(sourceId)
      await engine.do('sources.linkSpeaker', { sourceId, speaker: 'K', personId: person.id })
    }
    if (number % 2 === 1) continue
    // Two that meet, and two that lie apart in one turn.
    const [from, middle, to] = [number % 20, (number % 20) + 2, (number % 20) + 5].map(
      (at) => begins[at] ?? 0,
    )
    for (const [start = 0, end = 0] of [
      [from, middle],
      [middle, (to ?? 0) + 10],
      [(to ?? 0) + 12, (to ?? 0) + 24],
    ]) {
      await engine.do('passages.code', { sourceId, start, end, codeIds: [code.id] })
      coded.push({ sourceId, start, end })
    }
  }
  const stored = await engine.get('search.hits', { query: 'arbeid', limit: 1000 })
  // With so many paragraphs the index is not asked; for the other word it is.
  expect(stored.total).toBe(30 * 32)
  for (const query of ['arbeid', 'sjelden', 'arbeid NOT sjelden']) {
    const all = (await engine.get('search.hits', { query, limit: 1000 })).items
    const isSaid = (hit: Hit) => hit.speaker === 'K' && spoken.has(hit.sourceId)
    const isIn = (hit: Hit) =>
      isCovered(
        coded.filter((one) => one.sourceId === hit.sourceId),
        hit,
      )
    const isBoth = (hit: Hit) => isSaid(hit) && isIn(hit)
    const [codeIds, personIds] = [[code.id], [person.id]]
    const scopes: [SearchScope, (hit: Hit) => boolean][] = [
      [{ codeIds }, isIn],
      [{ personIds }, isSaid],
      [{ codeIds, personIds }, isBoth],
    ]
    for (const [scope, isWanted] of scopes) {
      const found = (await engine.get('search.hits', { query, scope, limit: 1000 })).items
      const wanted = all.filter(isWanted)
      expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
      const { total } = await engine.get('search.counts', { query, scope })
      expect(total).toBe(wanted.length)
      if (query === 'arbeid') expect(wanted.length).toBeGreaterThan(10)
    }
  }
})
