import {
  everyPart,
  type LeafOf,
  type Question,
} from '../../../shared/analysis/question/question.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import {
  livingCodings,
  livingPassages,
  visibleCodings,
  visiblePassages,
} from '../passages/visible.ts'
import { below } from './below.ts'
import { allHold, Bindings, oneHolds } from './bindings.ts'
import { indexCondition } from './index-conditions.ts'
import { attributeCondition, caseCondition, personCondition } from './people-conditions.ts'
import { inRelation, type Place } from './relations.ts'
import type { Task } from '../task.ts'
import { findWords, wordsKey, type WordHits } from './find-words.ts'

/** What is asked: the table of passages with what stands there anyway. */
export interface Asked {
  from: string
  where: string
  inAnyLayer: boolean
  hits: WordHits
}

/**
 * The passages that questions are asked of (SPEC A1, A5), and where the words stand that they name.
 * Refuses search expressions that are not understood.
 */
export async function askedPassages(
  project: Project,
  task: Task,
  questions: readonly Question[],
): Promise<Asked> {
  const parts = questions.flatMap(everyPart)
  const hits = await findWords(
    project,
    task,
    parts.filter((part) => part.type === 'text'),
  )
  const inAnyLayer = parts.some((part) => part.type === 'coded' && part.layer !== undefined)
  return inAnyLayer
    ? { from: 'allowed_passages passages', where: livingPassages, inAnyLayer, hits }
    : { from: 'passages', where: visiblePassages, inAnyLayer, hits }
}

/** Where the codings of a condition stand, and which of them fulfil it (SPEC A4). */
export function codedCondition(
  project: Project,
  part: LeafOf<'coded'>,
  bindings: Bindings,
): { from: string; where: string } {
  const conditions = [part.layer === undefined ? visibleCodings : livingCodings]
  if (part.codeIds || part.codeSetIds)
    conditions.push(bindings.oneOf('codings.code_id', codesOf(project, part)))
  if (part.analystIds) conditions.push(bindings.oneOf('codings.analyst_id', part.analystIds))
  if (part.layer !== undefined) conditions.push(`codings.layer = ${bindings.add(part.layer)}`)
  const { weight, created } = part
  if (weight) {
    conditions.push('codings.weight IS NOT NULL')
    if (weight.from !== undefined) conditions.push(`codings.weight >= ${bindings.add(weight.from)}`)
    if (weight.to !== undefined) conditions.push(`codings.weight <= ${bindings.add(weight.to)}`)
  }
  if (created) conditions.push(periodCondition('codings.created', created, bindings))
  return {
    from: part.layer === undefined ? 'codings' : 'allowed_codings codings',
    where: conditions.join(' AND '),
  }
}

/** The codes a condition speaks of: its own, those of its sets, and with subcodes what is below. */
export function codesOf(
  project: Project,
  { codeIds = [], codeSetIds = [], subcodes }: Omit<LeafOf<'coded'>, 'type'>,
): Set<string> {
  const ids = new Set(codeIds)
  if (codeSetIds.length > 0)
    for (const set of listEntities(project, 'codeSets'))
      if (codeSetIds.includes(set.id)) for (const id of set.codeIds as string[]) ids.add(id)
  return subcodes ? below(listEntities(project, 'codes'), ids) : ids
}

/** A written date or time in a period (SPEC A13). A tilde sorts behind all that dates are made of. */
export function periodCondition(
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  bindings: Bindings,
): string {
  const conditions = [`${column} GLOB '[0-9][0-9][0-9][0-9]*'`]
  if (from !== undefined) conditions.push(`${column} >= ${bindings.add(from)}`)
  if (to !== undefined) conditions.push(`${column} < ${bindings.add(`${to}~`)}`)
  return allHold(conditions)
}

/** The question as a condition on `passages`. */
export function conditionOf(
  project: Project,
  question: Question,
  asked: Asked,
  bindings: Bindings,
): string {
  const inner = (part: Question) => conditionOf(project, part, asked, bindings)
  switch (question.type) {
    case 'anything':
      return '1'
    case 'and':
      return allHold(question.parts.map(inner))
    case 'or':
      return oneHolds(question.parts.map(inner))
    case 'not':
      return `NOT coalesce(${inner(question.part)}, 0)`
    case 'related': {
      const found = inRelation(project.db, question, {
        of: placesOf(project, question.of, asked),
        to: placesOf(project, question.to, asked),
      })
      return bindings.oneOf('passages.id', found)
    }
    case 'coded': {
      const { from, where } = codedCondition(project, question, bindings)
      return `passages.id IN (SELECT codings.passage_id FROM ${from} WHERE ${where})`
    }
    case 'source':
      return sourceCondition(project, question, bindings)
    case 'person':
      return personCondition(question, bindings)
    case 'case':
      return caseCondition(bindings.oneOf('cases.id', question.caseIds))
    case 'attribute':
      return attributeCondition(project, question, bindings)
    case 'text':
      return bindings.oneOf(
        'passages.id',
        inRelation(
          project.db,
          { how: 'containing' },
          {
            of: placesOf(project, { type: 'anything' }, asked),
            to: asked.hits.get(wordsKey(question)) ?? [],
          },
        ),
      )
    default:
      return indexCondition(project, question, bindings)
  }
}

/** Placed passages that answer, without any order. */
function placesOf(project: Project, question: Question, asked: Asked): Place[] {
  return selectPassages<Place>(
    project,
    question,
    asked,
    'passages.id, passages.source_id sourceId, passages.start, passages.stop end',
    `passages.state = 'placed'`,
  )
}

/** Columns of the passages that answer, without any order. */
export function selectPassages<Row>(
  project: Project,
  question: Question,
  asked: Asked,
  columns: string,
  also = '1',
): Row[] {
  const bindings = new Bindings()
  const condition = conditionOf(project, question, asked, bindings)
  return project.db
    .prepare<[Record<string, string | number>], Row>(
      `SELECT ${columns} FROM ${asked.from} WHERE ${condition} AND ${asked.where} AND ${also}`,
    )
    .all(bindings.values)
}

function sourceCondition(project: Project, part: LeafOf<'source'>, bindings: Bindings): string {
  return `passages.source_id IN (${livingSources(project, part, bindings)})`
}

/** Sources that fulfil a condition on sources. */
export function sourcesWith(project: Project, part: LeafOf<'source'>): string[] {
  const bindings = new Bindings()
  return project.db
    .prepare<[Record<string, string | number>], string>(livingSources(project, part, bindings))
    .pluck()
    .all(bindings.values)
}

function livingSources(project: Project, part: LeafOf<'source'>, bindings: Bindings): string {
  const conditions = [`sources.kind = 'sources'`, 'sources.deleted = 0']
  const add = (values: readonly string[] | undefined, column: string) => {
    if (values) conditions.push(bindings.oneOf(column, values))
  }
  add(part.sourceIds, 'sources.id')
  add(part.kinds, `sources.data ->> '$.kind'`)
  add(part.levels, `sources.data ->> '$.level'`)
  add(part.languages, `sources.data ->> '$.language'`)
  if (part.folderIds) {
    const folders = below(listEntities(project, 'folders'), part.folderIds)
    conditions.push(bindings.oneOf(`sources.data ->> '$.folderId'`, folders))
  }
  if (part.dated)
    conditions.push(periodCondition(`sources.data ->> '$.date'`, part.dated, bindings))
  return `SELECT sources.id FROM entities sources WHERE ${conditions.join(' AND ')}`
}
