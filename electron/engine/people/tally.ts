import { lineQuestion } from '../../../shared/analysis/question/axis.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import type { QueryInput, QueryOutput } from '../../../shared/contract/index.ts'
import type { Attribute, AttributeValue } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { group } from '../analysis/matrix.ts'
import { holdersWith } from '../analysis/people-conditions.ts'
import { visibleCodings } from '../passages/visible.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { attributeById } from './attribute-list.ts'
import { listCases } from './case-list.ts'

type Group = QueryOutput<'people.tally'>['groups'][number]

/**
 * Deals all living holders of a kind to groups, each to exactly one: by the value of an attribute, or
 * by whether they have answers to a question, have none, or it cannot be told. Without either nothing
 * is known of anybody.
 */
export async function tally(
  project: Project,
  task: Task,
  { of, attributeId, question }: QueryInput<'people.tally'>,
): Promise<QueryOutput<'people.tally'>> {
  const holders = listEntities(project, of)
  const groups = new Map<AttributeValue | null, string[]>()
  let answer: (id: string) => AttributeValue | null = () => null
  if (question !== undefined) {
    answer = await answerTo(project, task, of, question)
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
    .map(([value, ids]): Omit<Group, 'question'> => ({ value, ids }))
    .sort((a, b) => (rank.get(a.value ?? '') ?? -1) - (rank.get(b.value ?? '') ?? -1))
  return {
    total: holders.length,
    groups: [...known, { value: null, ids: unknown }].map(({ value, ids }) => {
      const theirs = ids.length === 0 ? null : passagesOf(of, ids)
      const fulfils = value === true && question !== undefined
      return {
        ...{ value, ids },
        question: theirs && fulfils ? lineQuestion(theirs, question) : theirs,
      }
    }),
  }
}

/** What belongs to these holders (SPEC A10, A11 of questions to the coding). */
function passagesOf(of: HolderKind, ids: string[]): Question {
  if (of === 'sources') return { type: 'source', sourceIds: ids }
  return of === 'cases'
    ? { type: 'case', caseIds: ids }
    : { type: 'person', personIds: ids, as: 'speaker' }
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

/**
 * Whether a holder has answers to a question; null if it cannot be told. Of an attribute that the
 * holders themselves have it is asked whether their own value fits, whatever is coded.
 */
async function answerTo(
  project: Project,
  task: Task,
  of: HolderKind,
  question: Question,
): Promise<(id: string) => boolean | null> {
  const own = question.type === 'attribute' ? attributeById(project, question.attributeId) : null
  if (question.type === 'attribute' && own?.of === of && question.isSet !== false) {
    const values = valuesOf(project, own)
    const fitting = holdersWith(project, question)
    return (id) => (values(id) === null ? null : fitting.has(id))
  }
  const { items } = await group(project, task, question, { by: of })
  const found = new Set(items.filter(({ total }) => total > 0).map(({ id }) => id))
  const known = tellable(project, of)
  return (id) => (found.has(id) ? true : known(id) ? false : null)
}

/**
 * Of whom it can be told: persons whom a speaker is linked to, cases that something belongs to, sources
 * in which something is coded.
 */
function tellable(project: Project, of: HolderKind): (id: string) => boolean {
  if (of === 'cases') {
    const filled = new Set(
      listCases(project)
        .filter((one) => one.personIds.length + one.sourceIds.length + one.passageIds.length > 0)
        .map(({ id }) => id),
    )
    return (id) => filled.has(id)
  }
  const known = ids(
    project,
    of === 'persons'
      ? 'SELECT person_id FROM speakers'
      : `SELECT DISTINCT source_id FROM codings WHERE ${visibleCodings}`,
  )
  return (id) => known.has(id)
}

function ids(project: Project, sql: string): Set<string> {
  return new Set(project.db.prepare<[], string>(sql).pluck().all())
}
