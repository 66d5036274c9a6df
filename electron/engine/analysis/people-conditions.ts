import type { LeafOf } from '../../../shared/analysis/question/question.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { paragraphOf } from '../passages/passage-filter.ts'
import { allHold, Bindings, oneHolds } from './bindings.ts'
import { folded } from './folded.ts'

/** SPEC A10. */
export function personCondition(part: LeafOf<'person'>, bindings: Bindings): string {
  const conditions: string[] = []
  if (part.personIds) conditions.push(bindings.oneOf('persons.id', part.personIds))
  if (part.roles) conditions.push(bindings.oneOf(`persons.data ->> '$.role'`, part.roles))
  return presenceCondition(part.as, allHold(conditions))
}

/** Who says the passage, or takes part in its source, is a living person that fulfils this. */
function presenceCondition(as: 'speaker' | 'participant', which: string): string {
  const persons = `SELECT persons.id FROM entities persons
    WHERE persons.kind = 'persons' AND persons.deleted = 0 AND ${which}`
  if (as === 'participant')
    return `passages.source_id IN (SELECT source_id FROM participations
      WHERE person_id IN (${persons}))`
  return `(passages.state = 'placed'
    AND passages.source_id IN (SELECT source_id FROM speakers WHERE person_id IN (${persons}))
    AND EXISTS (SELECT 1 FROM paragraphs JOIN speakers
      ON speakers.source_id = paragraphs.source_id AND speakers.name = paragraphs.speaker
      WHERE ${paragraphOf} AND speakers.person_id IN (${persons})))`
}

/** SPEC A11, of living cases that fulfil `which`. */
export function caseCondition(which: string): string {
  const members = (kind: string) => `SELECT member_id FROM case_members
    WHERE kind = '${kind}' AND case_id IN (SELECT cases.id FROM entities cases
      WHERE cases.kind = 'cases' AND cases.deleted = 0 AND ${which})`
  return oneHolds([
    `passages.id IN (${members('passage')})`,
    `passages.source_id IN (${members('source')})`,
    presenceCondition('speaker', `persons.id IN (${members('person')})`),
  ])
}

/** SPEC A12. */
export function attributeCondition(
  project: Project,
  part: LeafOf<'attribute'>,
  bindings: Bindings,
): string {
  const attribute = listEntities(project, 'attributes').find(({ id }) => id === part.attributeId)
  if (!attribute) return '0'
  const holders = (conditions: readonly string[]) => `SELECT holder_id FROM attribute_values
    WHERE ${[`attribute_id = ${bindings.add(part.attributeId)}`, ...conditions].join(' AND ')}`
  const belongs = (conditions: readonly string[]) => {
    const which = holders(conditions)
    if (attribute.of === 'sources') return `passages.source_id IN (${which})`
    if (attribute.of === 'cases') return caseCondition(`cases.id IN (${which})`)
    return presenceCondition(part.as ?? 'speaker', `persons.id IN (${which})`)
  }
  const conditions = valueConditions(project, part, bindings)
  if (part.isSet === false) return conditions.length > 0 ? '0' : `NOT ${belongs([])}`
  return belongs(conditions)
}

/** Holders whose own value fits what a condition says of it. */
export function holdersWith(project: Project, part: LeafOf<'attribute'>): Set<string> {
  const bindings = new Bindings()
  const conditions = [
    `attribute_id = ${bindings.add(part.attributeId)}`,
    ...valueConditions(project, part, bindings),
  ]
  return new Set(
    project.db
      .prepare<[Record<string, string | number>], string>(
        `SELECT holder_id FROM attribute_values WHERE ${conditions.join(' AND ')}`,
      )
      .pluck()
      .all(bindings.values),
  )
}

function valueConditions(
  project: Project,
  { values, between }: LeafOf<'attribute'>,
  bindings: Bindings,
): string[] {
  return [
    ...(values ? [equalsCondition(project, values, bindings)] : []),
    ...(between ? [betweenCondition(between, bindings)] : []),
  ]
}

function equalsCondition(
  project: Project,
  values: NonNullable<LeafOf<'attribute'>['values']>,
  bindings: Bindings,
): string {
  return oneHolds(
    values.map((value) => {
      if (typeof value === 'number') return `number = ${bindings.add(value)}`
      const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
      return `${folded(project.db, 'text')} = ${bindings.add(text.toLocaleLowerCase('nb'))}`
    }),
  )
}

function betweenCondition(
  { from, to }: NonNullable<LeafOf<'attribute'>['between']>,
  bindings: Bindings,
): string {
  const conditions: string[] = []
  if (typeof from === 'number') conditions.push(`number >= ${bindings.add(from)}`)
  if (typeof to === 'number') conditions.push(`number <= ${bindings.add(to)}`)
  if (typeof from === 'string' || typeof to === 'string')
    conditions.push(`text GLOB '[0-9][0-9][0-9][0-9]*'`)
  if (typeof from === 'string') conditions.push(`text >= ${bindings.add(from)}`)
  if (typeof to === 'string') conditions.push(`text < ${bindings.add(`${to}~`)}`)
  return allHold(conditions)
}
