import type { LeafOf } from '../../../shared/analysis/question/question.ts'
import { listQuestions } from '../indexing/questions.ts'
import type { Project } from '../project/project.ts'
import { oneHolds, type Bindings } from './bindings.ts'

type IndexPart = LeafOf<'activation' | 'work account' | 'term' | 'answer' | 'evidence'>

/** SPEC A14. Entries about things that are deleted wait for the undo and do not count. */
export function indexCondition(project: Project, part: IndexPart, bindings: Bindings): string {
  if (part.type === 'evidence') return evidenceCondition(part, bindings)
  const conditions = [`index_entries.kind = '${entryKinds[part.type]}'`]
  const add = (field: string, values: readonly string[] | undefined) => {
    if (values) conditions.push(bindings.oneOf(`index_entries.data ->> '$.${field}'`, values))
  }
  switch (part.type) {
    case 'activation':
      conditions.push(living('textId', 'texts'))
      add('textId', part.textIds)
      add('clauseId', part.clauseIds)
      if (part.clauseIds) conditions.push(living('clauseId', 'clauses'))
      add('actorId', part.actorIds)
      if (part.actorIds) conditions.push(living('actorId', 'actors'))
      add('mode', part.modes)
      add('stance', part.stances)
      break
    case 'work account':
      add('visibility', part.visibilities)
      add('mode', part.modes)
      break
    case 'term':
      conditions.push(living('termId', 'terms'))
      add('termId', part.termIds)
      break
    case 'answer': {
      const asked = new Set(listQuestions(project).map(({ id }) => id))
      add(
        'questionId',
        [...(part.questionIds ?? asked)].filter((id) => asked.has(id)),
      )
    }
  }
  return `passages.id IN (SELECT passage_id FROM index_entries WHERE ${conditions.join(' AND ')})`
}

export const entryKinds = {
  activation: 'activations',
  'work account': 'workAccounts',
  term: 'termUses',
  answer: 'answers',
} as const

export function living(field: string, kind: string): string {
  return `index_entries.data ->> '$.${field}' IN
    (SELECT id FROM entities WHERE kind = '${kind}' AND deleted = 0)`
}

const mapsOfThings = { link: 'links', step: 'steps', flow: 'flows', disjuncture: 'disjunctures' }

function evidenceCondition(part: LeafOf<'evidence'>, bindings: Bindings): string {
  const kinds = part.kind
    ? [part.kind]
    : (Object.keys(mapsOfThings) as (keyof typeof mapsOfThings)[])
  const about = kinds.map(
    (kind) => `(claims.data ->> '$.about.type' = '${kind}' AND claims.data ->> '$.about.id' IN
      (SELECT id FROM entities WHERE kind = '${mapsOfThings[kind]}' AND deleted = 0))`,
  )
  const conditions = [`claims.kind = 'claims'`, 'claims.deleted = 0', oneHolds(about)]
  const add = (field: string, values: readonly string[] | undefined) => {
    if (values) conditions.push(bindings.oneOf(`claims.data ->> '$.${field}'`, values))
  }
  add('about.id', part.aboutIds)
  add('basis', part.bases)
  add('stance', part.stances)
  const ways = [
    `passages.id IN (SELECT cited.value
      FROM entities claims, json_each(claims.data, '$.passageIds') cited
      WHERE ${conditions.join(' AND ')})`,
  ]
  if (!part.bases && !part.stances && kinds.includes('disjuncture')) {
    const which = part.aboutIds ? bindings.oneOf('sides.id', part.aboutIds) : '1'
    for (const side of ['sideAPassageIds', 'sideBPassageIds'])
      ways.push(`passages.id IN (SELECT cited.value
        FROM entities sides, json_each(sides.data, '$.${side}') cited
        WHERE sides.kind = 'disjunctures' AND sides.deleted = 0 AND ${which})`)
  }
  return oneHolds(ways)
}
