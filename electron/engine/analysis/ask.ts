import { codedParts, type Question } from '../../../shared/analysis/question/question.ts'
import type { PassageInContext } from '../../../shared/model/entities.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { listPassages } from '../passages/passage-queries.ts'
import { visibleCodings } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { Bindings } from './bindings.ts'
import type { Task } from '../task.ts'
import { askedPassages, codedCondition, selectPassages, type Asked } from './conditions.ts'

/** Between two looks at whether the work is to stop. */
const passagesAtOnce = 500

export interface Answer {
  id: string
  sourceId: string
  start: number
  end: number
  state: 'placed' | 'lost'
  quote: string
}

/** All answers in their order (SPEC A2). */
export function answersTo(project: Project, question: Question, asked: Asked): Answer[] {
  const numbers = new Map(
    project.db
      .prepare<[], [string, number]>(
        `SELECT id, data ->> '$.number' FROM entities WHERE kind = 'sources'`,
      )
      .raw()
      .all(),
  )
  const found = selectPassages<Answer>(
    project,
    question,
    asked,
    `passages.id, passages.source_id sourceId, passages.start, passages.stop end, passages.state,
     passages.quote`,
  )
  return found.sort(
    (a, b) =>
      (numbers.get(a.sourceId) ?? 0) - (numbers.get(b.sourceId) ?? 0) ||
      compare(a.sourceId, b.sourceId) ||
      a.start - b.start ||
      b.end - a.end ||
      compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

export async function ask(
  project: Project,
  task: Task,
  question: Question,
  { limit = 100, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
): Promise<QueryOutput<'analysis.ask'>> {
  const asked = await askedPassages(project, task, [question])
  const answers = answersTo(project, question, asked)
  const page = answers.slice(offset, offset + limit)
  const codings = matchingCodings(project, question, answers)
  const matched = new Map(page.map(({ id }) => [id, [] as string[]]))
  for (const { id, passageId } of codings) matched.get(passageId)?.push(id)
  const inContext = new Map<string, PassageInContext>()
  for (let from = 0; from < page.length; from += passagesAtOnce) {
    if (from > 0) await task.rest()
    const passageIds = page.slice(from, from + passagesAtOnce).map(({ id }) => id)
    const { items } = listPassages(project, { passageIds, inAnyLayer: asked.inAnyLayer })
    for (const item of items) inContext.set(item.id, item)
  }
  return {
    items: page.flatMap(({ id }) => {
      const item = inContext.get(id)
      return item ? [{ ...item, matched: (matched.get(id) ?? []).sort() }] : []
    }),
    total: answers.length,
    sources: new Set(answers.map(({ sourceId }) => sourceId)).size,
    words: answers.reduce((sum, { quote }) => sum + countWords(quote), 0),
    codings: codings.length,
  }
}

/** Codings of these passages that made them answers (SPEC A3). */
function matchingCodings(
  project: Project,
  question: Question,
  passages: readonly { id: string }[],
): CodingOfPassage[] {
  const asked = new Set(passages.map(({ id }) => id))
  if (asked.size === 0) return []
  return codingsOfQuestion(project, question, asked).filter(({ passageId }) => asked.has(passageId))
}

export interface CodingOfPassage {
  id: string
  passageId: string
}

/**
 * Codings that fulfil the question's conditions on codings; if it has none, all in sight, of `passages`
 * only.
 */
export function codingsOfQuestion(
  project: Project,
  question: Question,
  passages: Iterable<string>,
): CodingOfPassage[] {
  const parts = codedParts(question)
  const bindings = new Bindings()
  if (parts.length === 0) {
    const which = bindings.oneOf('codings.passage_id', passages)
    return selectCodings(project, 'codings', `${visibleCodings} AND ${which}`, bindings)
  }
  const found = new Map<string, CodingOfPassage>()
  for (const part of parts) {
    const own = new Bindings()
    const { from, where } = codedCondition(project, part, own)
    for (const coding of selectCodings(project, from, where, own)) found.set(coding.id, coding)
  }
  return [...found.values()]
}

function selectCodings(project: Project, from: string, where: string, bindings: Bindings) {
  return project.db
    .prepare<[Record<string, string | number>], CodingOfPassage>(
      `SELECT codings.id, codings.passage_id passageId FROM ${from} WHERE ${where}`,
    )
    .all(bindings.values)
}
