import type { Activation, Answer, TermUse, WorkAccount } from '../../../shared/model/institution.ts'
import type { QueryHandlers } from '../handlers.ts'
import { entityById, listEntities } from '../project/entities.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { excerptOf, findWords, patternOf } from '../texts/find-words.ts'
import { listClauses, listTexts } from '../texts/text-list.ts'
import {
  findCircuits,
  listCircuits,
  listDisjunctures,
  listTerms,
  listThreads,
  termById,
} from './findings-list.ts'
import { listEntries } from './index-entries.ts'
import { listQuestions } from './questions.ts'

export const indexingQueries: QueryHandlers<
  | 'activations.list'
  | 'workAccounts.list'
  | 'terms.list'
  | 'terms.marks'
  | 'terms.occurrences'
  | 'termUses.list'
  | 'questions.list'
  | 'answers.list'
  | 'questions.coverage'
  | 'disjunctures.list'
  | 'threads.list'
  | 'circuits.list'
  | 'circuits.find'
> = {
  'activations.list': ({ textId, clauseId, ...where }, { project }) => {
    const texts = new Map(listTexts(project).map((text) => [text.id, text.title]))
    const clauses = new Map(listClauses(project).map((clause) => [clause.id, clause]))
    const actors = new Map(
      listEntities(project, 'actors').map((actor) => [actor.id, String(actor.name)]),
    )
    return {
      items: listEntries<Activation>(project, 'activations', where)
        .filter(
          (entry) =>
            texts.has(entry.textId) &&
            (textId === undefined || entry.textId === textId) &&
            (clauseId === undefined || entry.clauseId === clauseId),
        )
        .map((entry) => {
          const clause = clauses.get(entry.clauseId ?? '')
          return {
            ...entry,
            clauseId: clause?.id ?? null,
            textTitle: texts.get(entry.textId) ?? '',
            clauseLabel: clause ? clause.locator || clause.wording : '',
            actorName: actors.get(entry.actorId ?? '') ?? '',
          }
        }),
    }
  },
  'workAccounts.list': (where, { project }) => ({
    items: listEntries<WorkAccount>(project, 'workAccounts', where),
  }),
  'terms.list': (_, { project }) => ({ items: listTerms(project) }),
  'terms.marks': ({ sourceId }, { project }) => {
    entityById(project, 'sources', sourceId, 'source.notFound')
    const uses = listEntries<TermUse>(project, 'termUses', { sourceId })
    const items = listTerms(project).flatMap((term) =>
      findWords(project, [term.term, ...term.variants], sourceId).map(({ start, end }) => ({
        sourceId,
        start,
        end,
        termId: term.id,
        termUseId: useAt(uses, term.id, start, end)?.id ?? null,
      })),
    )
    return { items: items.sort((a, b) => a.start - b.start || a.end - b.end) }
  },
  'terms.occurrences': ({ termId }, { project }) => {
    const term = termById(project, termId)
    const names = [term.term, ...term.variants]
    const uses = Map.groupBy(listEntries<TermUse>(project, 'termUses'), (use) => use.sourceId)
    const items = findWords(project, names).map(({ words: _words, ...place }) => {
      const source = entityById(project, 'sources', place.sourceId, 'source.notFound')
      const use = useAt(uses.get(place.sourceId) ?? [], termId, place.start, place.end)
      const text = storedCharacters(project.db, place.sourceId) ?? ''
      return {
        ...place,
        sourceTitle: String(source.title),
        date: String(source.date ?? ''),
        excerpt: excerptOf(text, place.start, place.end),
        termUseId: use?.id ?? null,
        meaning: use?.meaning ?? '',
      }
    })
    const pattern = patternOf(names)
    const speaksOf = (words: string) => pattern !== null && words.search(pattern) >= 0
    const memoTexts = new Map(
      project.db
        .prepare<[], { memo_id: string; text: string }>('SELECT memo_id, text FROM memo_texts')
        .all()
        .map((row) => [row.memo_id, row.text]),
    )
    return {
      items: items.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      codes: listEntities(project, 'codes')
        .filter((code) => speaksOf(String(code.name)))
        .map((code) => ({ id: code.id, name: String(code.name) })),
      memos: listEntities(project, 'memos')
        .filter((memo) => speaksOf(`${String(memo.title)}\n${memoTexts.get(memo.id) ?? ''}`))
        .map((memo) => ({ id: memo.id, title: String(memo.title) })),
    }
  },
  'termUses.list': (where, { project }) => {
    const terms = new Map(listTerms(project).map((term) => [term.id, term.term]))
    return {
      items: listEntries<TermUse>(project, 'termUses', where)
        .filter((use) => terms.has(use.termId))
        .map((use) => ({ ...use, term: terms.get(use.termId) ?? '' })),
    }
  },
  'questions.list': (_, { project }) => ({ items: listQuestions(project) }),
  'answers.list': ({ questionId, ...where }, { project }) => ({
    items: listEntries<Answer>(project, 'answers', where).filter(
      (entry) => questionId === undefined || entry.questionId === questionId,
    ),
  }),
  'questions.coverage': (_, { project }) => {
    const bySource = Map.groupBy(listEntries<Answer>(project, 'answers'), (entry) => entry.sourceId)
    const questions = listQuestions(project)
    return {
      items: listEntities(project, 'sources')
        .toSorted((a, b) => Number(a.number) - Number(b.number))
        .map((source) => ({
          sourceId: source.id,
          title: String(source.title),
          answers: Object.fromEntries(
            questions.map(({ id }) => [
              id,
              (bySource.get(source.id) ?? []).filter((entry) => entry.questionId === id).length,
            ]),
          ),
        })),
    }
  },
  'disjunctures.list': (_, { project }) => ({ items: listDisjunctures(project) }),
  'threads.list': (_, { project }) => ({ items: listThreads(project) }),
  'circuits.list': (_, { project }) => ({ items: listCircuits(project) }),
  'circuits.find': ({ limit = 50 }, { project }) => findCircuits(project, limit),
}

/** The meaning that was given to a use of a term: on a passage that holds its words. */
function useAt<T extends { termId: string; start: number; end: number }>(
  uses: readonly T[],
  termId: string,
  start: number,
  end: number,
): T | undefined {
  return uses.find((use) => use.termId === termId && use.start <= start && use.end >= end)
}
