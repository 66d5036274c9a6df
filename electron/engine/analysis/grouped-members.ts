import type { Axis } from '../../../shared/analysis/question/axis.ts'
import { paragraphOf } from '../passages/passage-filter.ts'
import type { Project } from '../project/project.ts'
import type { Asked } from './conditions.ts'
import { entryKinds, living } from './index-conditions.ts'

/** A passage and what it belongs to, by a key; the same pair comes once. */
export type Pair = [passageId: string, key: string]

/** Axes whose lines are told apart by one value, which is found for all passages in one query. */
export type KeyedAxis = Extract<Axis, { by: (typeof keyed)[number] }>

const keyed = [
  'sources',
  'persons',
  'roles',
  'cases',
  'texts',
  'actors',
  'activation modes',
  'activation stances',
  'terms',
  'standing questions',
] as const

export function isKeyed(axis: Axis): axis is KeyedAxis {
  return keyed.some((by) => by === axis.by)
}

/**
 * What all passages belong to, in one query: their source, who speaks or takes part, a case, what an
 * entry of the index names.
 */
export function groupedPairs(project: Project, axis: KeyedAxis, asked: Asked): Pair[] {
  return project.db
    .prepare<[], Pair>(
      groupedBy(axis)
        .map(
          ({ key, join, where = '1' }) =>
            `SELECT passages.id, ${key} FROM ${asked.from} ${join} WHERE ${asked.where} AND ${where}`,
        )
        .join(' UNION '),
    )
    .raw()
    .all()
}

interface Grouping {
  key: string
  join: string
  where?: string
}

const livingPerson = (id: string) =>
  `JOIN entities persons ON persons.kind = 'persons' AND persons.id = ${id} AND persons.deleted = 0`

/** SPEC A10: who says the paragraph in which a placed passage begins. */
const spoken = {
  join: `JOIN paragraphs ON ${paragraphOf}
    JOIN speakers ON speakers.source_id = paragraphs.source_id
      AND speakers.name = paragraphs.speaker ${livingPerson('speakers.person_id')}`,
  where: `passages.state = 'placed'`,
}
const present = {
  join: `JOIN participations ON participations.source_id = passages.source_id
    ${livingPerson('participations.person_id')}`,
}

function groupedBy(axis: KeyedAxis): Grouping[] {
  switch (axis.by) {
    case 'sources':
      return [{ key: 'passages.source_id', join: '' }]
    case 'persons':
    case 'roles':
      return [
        {
          key: axis.by === 'persons' ? 'persons.id' : `persons.data ->> '$.role'`,
          ...(axis.as === 'participant' ? present : spoken),
        },
      ]
    case 'cases': {
      const member = (kind: string, id: string) =>
        `JOIN case_members ON case_members.kind = '${kind}' AND case_members.member_id = ${id}`
      const key = 'case_members.case_id'
      return [
        { key, join: member('passage', 'passages.id') },
        { key, join: member('source', 'passages.source_id') },
        { ...spoken, key, join: `${spoken.join} ${member('person', 'persons.id')}` },
      ]
    }
    case 'texts':
      return entries('activation', 'textId')
    case 'actors':
      return entries('activation', 'actorId')
    case 'activation modes':
      return entries('activation', 'mode')
    case 'activation stances':
      return entries('activation', 'stance')
    case 'terms':
      return entries('term', 'termId')
    case 'standing questions':
      return entries('answer', 'questionId')
  }
}

/** SPEC A14. */
function entries(type: 'activation' | 'term' | 'answer', field: string): Grouping[] {
  const alive = { activation: living('textId', 'texts'), term: living('termId', 'terms') }
  return [
    {
      key: `index_entries.data ->> '$.${field}'`,
      join: 'JOIN index_entries ON index_entries.passage_id = passages.id',
      where: [
        `index_entries.kind = '${entryKinds[type]}'`,
        ...(type === 'answer' ? [] : [alive[type]]),
      ].join(' AND '),
    },
  ]
}
