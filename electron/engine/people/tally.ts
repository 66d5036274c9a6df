import type { QueryInput, QueryOutput } from '../../../shared/contract/index.ts'
import { readValue } from '../../../shared/model/attribute-values.ts'
import type { Attribute, AttributeValue } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { listCodes, withSubcodes } from '../codes/code-list.ts'
import { paragraphOf } from '../passages/passage-filter.ts'
import { visibleCodings, visiblePassages } from '../passages/visible.ts'
import { entityById, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { attributeById } from './attribute-list.ts'
import { listCases } from './case-list.ts'

type Group = QueryOutput<'people.tally'>['groups'][number]
type Condition = NonNullable<QueryInput<'people.tally'>['condition']>

/**
 * Deals all living holders of a kind to groups, each to exactly one: by the value of an attribute, or
 * by whether a condition holds, does not hold, or cannot be told. Without either nothing is known of
 * anybody.
 */
export function tally(
  project: Project,
  { of, attributeId, condition }: QueryInput<'people.tally'>,
): QueryOutput<'people.tally'> {
  const holders = listEntities(project, of)
  const groups = new Map<AttributeValue | null, string[]>()
  let answer: (id: string) => AttributeValue | null = () => null
  if (condition !== undefined) {
    answer = answerTo(project, of, condition)
    for (const value of [true, false]) groups.set(value, [])
  } else if (attributeId !== undefined) {
    const attribute = attributeOf(project, of, attributeId)
    answer = valuesOf(project, attribute)
    for (const value of expected(attribute)) groups.set(value, [])
  }
  const ordered: AttributeValue[] = []
  const unknown: string[] = []
  for (const { id } of holders) {
    const value = answer(id)
    if (value === null) {
      unknown.push(id)
      continue
    }
    if (!groups.has(value)) ordered.push(value)
    groups.set(value, [...(groups.get(value) ?? []), id])
  }
  const rank = new Map(ordered.sort(byValue).map((value, index) => [value, index]))
  const known = [...groups]
    .map(([value, ids]): Group => ({ value, ids }))
    .sort((a, b) => (rank.get(a.value ?? '') ?? -1) - (rank.get(b.value ?? '') ?? -1))
  return { total: holders.length, groups: [...known, { value: null, ids: unknown }] }
}

/** Groups that are shown also when nobody is in them. */
function expected({ type, options }: Attribute): AttributeValue[] {
  if (type === 'choice') return options
  return type === 'yes-no' ? [true, false] : []
}

function byValue(a: AttributeValue, b: AttributeValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'nb', { numeric: true })
}

function attributeOf(project: Project, of: HolderKind, id: string): Attribute {
  const attribute = attributeById(project, id)
  if (attribute.of !== of) throw new Refusal('thing.notFound', { id, type: 'attribute' })
  return attribute
}

function valuesOf(project: Project, { id, of }: Attribute): (id: string) => AttributeValue | null {
  const values = new Map(
    listEntities(project, of).map((holder) => [
      holder.id,
      ((holder.values ?? {}) as Record<string, AttributeValue>)[id] ?? null,
    ]),
  )
  return (holderId) => values.get(holderId) ?? null
}

/** Whether a condition holds for a holder; null if it cannot be told. */
function answerTo(
  project: Project,
  of: HolderKind,
  condition: Condition,
): (id: string) => boolean | null {
  if ('codeId' in condition) return coded(project, of, condition)
  const attribute = attributeOf(project, of, condition.attributeId)
  const read = readValue(attribute, condition.value)
  const wanted = read.ok && read.value !== null ? read.value : condition.value
  const value = valuesOf(project, attribute)
  return (id) => {
    const own = value(id)
    return own === null ? null : holds(own, condition.is, wanted)
  }
}

function holds(
  own: AttributeValue,
  is: 'equal' | 'over' | 'under' | 'contains',
  wanted: AttributeValue,
): boolean {
  if (is === 'equal') return own === wanted
  if (is === 'contains')
    return String(own).toLocaleLowerCase('nb').includes(String(wanted).toLocaleLowerCase('nb'))
  return is === 'over' ? byValue(own, wanted) > 0 : byValue(own, wanted) < 0
}

/**
 * Who has words coded with a code. It cannot be told of a person whom no speaker is linked to, of a
 * case that nothing belongs to, and of a source in which nothing is coded at all.
 */
function coded(
  project: Project,
  of: HolderKind,
  { codeId, withSubcodes: isWhole }: Extract<Condition, { codeId: string }>,
): (id: string) => boolean | null {
  entityById(project, 'codes', codeId, 'code.notFound')
  const codes = isWhole === true ? [...withSubcodes(listCodes(project), [codeId])] : [codeId]
  const rows = project.db
    .prepare<[string], { passage_id: string; source_id: string; person_id: string | null }>(
      `SELECT DISTINCT codings.passage_id, codings.source_id, speakers.person_id
       FROM codings JOIN passages ON passages.id = codings.passage_id
         LEFT JOIN paragraphs ON ${paragraphOf}
         LEFT JOIN speakers ON speakers.source_id = paragraphs.source_id
           AND speakers.name = paragraphs.speaker
       WHERE codings.code_id IN (SELECT value FROM json_each(?))
         AND ${visibleCodings} AND ${visiblePassages}`,
    )
    .all(JSON.stringify(codes))
  const persons = new Set(rows.map((row) => row.person_id))
  const sources = new Set(rows.map((row) => row.source_id))
  if (of === 'persons') return decide(persons, ids(project, 'SELECT person_id FROM speakers'))
  if (of === 'sources')
    return decide(
      sources,
      ids(project, `SELECT DISTINCT source_id FROM codings WHERE ${visibleCodings}`),
    )
  const passages = new Set(rows.map((row) => row.passage_id))
  const cases = new Map(listCases(project).map((each) => [each.id, each]))
  return (id) => {
    const found = cases.get(id)
    if (!found) return null
    const { personIds, sourceIds, passageIds } = found
    if (personIds.length + sourceIds.length + passageIds.length === 0) return null
    return (
      personIds.some((each) => persons.has(each)) ||
      sourceIds.some((each) => sources.has(each)) ||
      passageIds.some((each) => passages.has(each))
    )
  }
}

function decide(
  found: ReadonlySet<string | null>,
  known: ReadonlySet<string>,
): (id: string) => boolean | null {
  return (id) => (found.has(id) ? true : known.has(id) ? false : null)
}

function ids(project: Project, sql: string): Set<string> {
  return new Set(project.db.prepare<[], string>(sql).pluck().all())
}
