import type { Quote } from '../../../shared/contract/quotes.ts'
import {
  applyEdits,
  carriedEdits,
  type PrintedEdit,
} from '../../../shared/analysis/quotes/printed.ts'
import { defaultLabel, labelByPattern } from '../../../shared/analysis/quotes/label.ts'
import { translate, type Language, type TextKey } from '../../../shared/i18n/index.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { personsOfPassages } from '../people/persons-of-passages.ts'
import { visibleCodings } from '../passages/visible.ts'
import type { AccountPart } from './account-text.ts'

export interface QuoteFilter {
  personId?: string | null | undefined
  sourceId?: string | undefined
  codeId?: string | undefined
  words?: string | undefined
  status?: 'chosen' | 'used' | undefined
}

interface ListOptions {
  language?: Language | undefined
  /** Of the labels; default: that of the project. */
  pattern?: string | undefined
  filter?: QuoteFilter
}

/** Quotes of the register as they are now, in the order in which they were taken. */
export function quotesOf(
  project: Project,
  { language = 'en', pattern = labelPattern(project), filter = {} }: ListOptions,
): Quote[] {
  const entities = listEntities(project, 'quotes').sort(
    (a, b) => Number(a.number) - Number(b.number) || (a.id < b.id ? -1 : 1),
  )
  if (entities.length === 0) return []
  const places = placesOf(project, entities)
  const sources = byId(project, 'sources')
  const persons = byId(project, 'persons')
  const gone = new Set(project.map('withdrawals').keys())
  const uses = usesOf(project)
  const overlapping = overlapsOf(places)
  return entities
    .map((entity): Quote => {
      const place = places.get(String(entity.passageId))
      const sourceId = String(entity.sourceId)
      const source = sources.get(sourceId)
      const asItWas = String(entity.text ?? '')
      const isThere = place?.state === 'placed' && source !== undefined
      const asSaid = isThere ? place.quote : ''
      const edits = isThere
        ? carriedEdits((entity.edits ?? []) as PrintedEdit[], asItWas, asSaid)
        : []
      const printed = applyEdits(asSaid, edits)
      const usedIn = uses.get(entity.id) ?? []
      const usedElsewhere = String(entity.usedElsewhere ?? '')
      const personIds = (isThere ? place.personIds : []).filter((id) => persons.has(id))
      return {
        id: entity.id,
        number: Number(entity.number),
        created: entity.created,
        createdBy: entity.createdBy,
        changed: entity.changed,
        passageId: String(entity.passageId),
        sourceId,
        sourceTitle: String(source?.title ?? ''),
        passageLabel: isThere ? place.label : '',
        asSaid,
        asItWas,
        printed,
        edits,
        translation: String(entity.translation ?? ''),
        note: String(entity.note ?? ''),
        label: labelByPattern(pattern, {
          ...namesIn(personIds, persons),
          kind: source ? kindWord(language, String(source.kind)) : '',
          source: String(source?.title ?? ''),
          place: String(source?.place ?? ''),
          date: String(source?.date ?? ''),
          number: String(entity.number),
          passage: isThere ? place.label : '',
        }),
        words: countWords(printed),
        status: usedIn.length > 0 || usedElsewhere !== '' ? 'used' : 'chosen',
        state: gone.has(sourceId)
          ? 'withdrawn'
          : source === undefined || place === undefined
            ? 'gone'
            : place.state === 'lost'
              ? 'lost'
              : asSaid === asItWas
                ? 'current'
                : 'changed',
        usedIn,
        usedElsewhere,
        personIds,
        codeIds: isThere ? place.codeIds : [],
        overlaps: (overlapping.get(String(entity.passageId)) ?? []).filter(
          (id) => id !== entity.id,
        ),
        verbatim: source?.verbatim !== false,
      }
    })
    .filter((quote) => fits(quote, filter))
}

export function labelPattern(project: Project): string {
  const pattern = project.documents.get('project').getMap('meta').get('quoteLabel')
  return typeof pattern === 'string' && pattern !== '' ? pattern : defaultLabel
}

/** What is written in living accounts, and what stands in them. */
export function partsOfAccounts(
  project: Project,
): Map<string, { title: string; text: string; parts: AccountPart[] }> {
  const rows = project.db
    .prepare<[], { id: string; title: string | null; text: string; parts: string }>(
      `SELECT entities.id, data ->> '$.title' title, text, parts
       FROM entities JOIN account_texts ON account_id = entities.id
       WHERE kind = 'accounts' AND deleted = 0 ORDER BY entities.id`,
    )
    .all()
  return new Map(
    rows.map(({ id, title, text, parts }) => [
      id,
      { title: title ?? '', text, parts: JSON.parse(parts) as AccountPart[] },
    ]),
  )
}

function fits(quote: Quote, { personId, sourceId, codeId, words, status }: QuoteFilter): boolean {
  if (personId === null && quote.personIds.length > 0) return false
  if (typeof personId === 'string' && !quote.personIds.includes(personId)) return false
  if (sourceId !== undefined && quote.sourceId !== sourceId) return false
  if (codeId !== undefined && !quote.codeIds.includes(codeId)) return false
  if (status !== undefined && quote.status !== status) return false
  const needle = words?.trim().toLocaleLowerCase('nb') ?? ''
  if (needle === '') return true
  return [
    quote.printed,
    quote.asSaid,
    quote.translation,
    quote.label,
    quote.note,
    quote.sourceTitle,
  ].some((text) => text.toLocaleLowerCase('nb').includes(needle))
}

interface Place {
  id: string
  sourceId: string
  start: number
  stop: number
  state: 'placed' | 'lost'
  quote: string
  label: string
  personIds: string[]
  codeIds: string[]
  quoteIds: string[]
}

/** Passages of quotes, with who speaks in them. */
function placesOf(project: Project, entities: readonly Entity[]): Map<string, Place> {
  const ids = JSON.stringify(entities.map((entity) => entity.passageId))
  const rows = project.db
    .prepare<[string], Omit<Place, 'personIds' | 'codeIds' | 'quoteIds'> & { codes: string }>(
      `SELECT passages.id, passages.source_id sourceId, passages.start, passages.stop, passages.state,
         passages.quote,
         (SELECT data ->> '$.number' FROM entities
           WHERE kind = 'sources' AND entities.id = passages.source_id) || ':' ||
         coalesce((SELECT max(ordinal) FROM paragraphs WHERE paragraphs.source_id = passages.source_id
           AND paragraphs.start <= passages.start), 0) label,
         (SELECT json_group_array(DISTINCT code_id) FROM codings
           WHERE codings.passage_id = passages.id AND ${visibleCodings}) codes
       FROM passages WHERE passages.id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids)
  const persons = personsOfPassages(
    project,
    rows.map(({ id }) => id),
  )
  const byPassage = new Map<string, string[]>()
  for (const { id, passageId } of entities) {
    const known = byPassage.get(String(passageId))
    if (known) known.push(id)
    else byPassage.set(String(passageId), [id])
  }
  return new Map(
    rows.map(({ codes, ...row }) => [
      row.id,
      {
        ...row,
        personIds: persons.get(row.id) ?? [],
        codeIds: JSON.parse(codes) as string[],
        quoteIds: byPassage.get(row.id) ?? [],
      },
    ]),
  )
}

/** Of each passage the quotes of the same or overlapping words. */
function overlapsOf(places: ReadonlyMap<string, Place>): Map<string, string[]> {
  const bySource = Map.groupBy(
    [...places.values()].filter(({ state }) => state === 'placed'),
    ({ sourceId }) => sourceId,
  )
  return new Map(
    [...places.values()].map((place) => [
      place.id,
      (bySource.get(place.sourceId) ?? [])
        .filter((other) => other.start < place.stop && place.start < other.stop)
        .flatMap(({ quoteIds }) => quoteIds),
    ]),
  )
}

function usesOf(project: Project): Map<string, Quote['usedIn']> {
  const uses = new Map<string, Quote['usedIn']>()
  for (const [accountId, { title, parts }] of partsOfAccounts(project)) {
    for (const { type, id } of parts) {
      if (type !== 'quotation') continue
      const known = uses.get(id) ?? []
      uses.set(id, known)
      const here = known.find((use) => use.accountId === accountId)
      if (here) here.times += 1
      else known.push({ accountId, title, times: 1 })
    }
  }
  return uses
}

function namesIn(personIds: readonly string[], persons: ReadonlyMap<string, Entity>) {
  const found = personIds.map((id) => persons.get(id))
  const joined = (field: string) =>
    [...new Set(found.map((person) => String(person?.[field] ?? '')))]
      .filter((word) => word !== '')
      .join(' / ')
  return { pseudonym: joined('pseudonym'), role: joined('role') }
}

function kindWord(language: Language, kind: string): string {
  const key = `sources.kinds.${kind.replaceAll(/[^a-z]/gu, '_')}`
  const word = translate(language, key as TextKey)
  return word === key ? kind : word.toLocaleLowerCase(language)
}

function byId(project: Project, map: 'sources' | 'persons'): Map<string, Entity> {
  return new Map(listEntities(project, map).map((entity) => [entity.id, entity]))
}
