import { surroundings } from '../../../shared/text/surroundings.ts'
import type { CodedPassage, Coding, PassageInContext } from '../../../shared/model/entities.ts'
import { rowToCoding, type CodingRow } from '../codes/coding-list.ts'
import type { QueryHandlers } from '../handlers.ts'
import { entityById } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { paragraphOf, passageConditions, type PassageFilter } from './passage-filter.ts'

const contextLength = 240

export const passageQueries: QueryHandlers<'sources.passages' | 'passages.list' | 'passages.get'> =
  {
    'sources.passages': ({ sourceId, ...view }, { project }) => {
      entityById(project, 'sources', sourceId, 'source.notFound')
      return { items: passagesOfSource(project, { sourceId, ...view }) }
    },
    'passages.list': (input, { project }) => listPassages(project, input),
    'passages.get': ({ passageId }, { project }) => {
      const { items } = listPassages(project, { passageId })
      const [found] = items
      if (!found) throw new Refusal('passage.notFound', { id: passageId })
      return found
    },
  }

interface PassageRow {
  id: string
  source_id: string
  start: number
  stop: number
  state: 'placed' | 'lost'
  quote: string
  created: string
  created_by: string
  source_number: number
  ordinal: number | null
}

interface ContextRow extends PassageRow {
  source_title: string
  speaker: string | null
  turn: number | null
  time: number | null
  page: string | null
}

function passagesOfSource(
  project: Project,
  filter: Pick<PassageFilter, 'layer' | 'view'> & { sourceId: string },
): CodedPassage[] {
  const { where, values, codings: chosen } = passageConditions(project, filter)
  const rows = project.db
    .prepare<[Record<string, string>], PassageRow>(
      `SELECT passages.*, json_extract(entities.data, '$.number') source_number, paragraphs.ordinal
       FROM ${chosen.passages} JOIN entities ON entities.kind = 'sources' AND entities.id = passages.source_id
       LEFT JOIN paragraphs ON ${paragraphOf}
       WHERE ${where} ORDER BY passages.start, passages.stop DESC, passages.id`,
    )
    .all(values)
  const codings = project.db
    .prepare<[Record<string, string>], CodingRow>(
      `SELECT * FROM ${chosen.from} WHERE source_id = :source AND ${chosen.where} ORDER BY id`,
    )
    .all({ ...chosen.values, source: filter.sourceId })
  return withCodings(rows, codings, rowToPassage)
}

/** Passages with their surroundings. A passage is listed once, however many of its codings fit. */
export function listPassages(
  project: Project,
  filter: PassageFilter,
): { items: PassageInContext[]; total: number } {
  const { where, values, codings: chosen } = passageConditions(project, filter)
  const total = project.db
    .prepare<[typeof values], number>(`SELECT count(*) FROM ${chosen.passages} WHERE ${where}`)
    .pluck()
    .get(values)
  const rows = project.db
    .prepare<[Record<string, string | number>], ContextRow>(
      `WITH page AS (
         SELECT passages.*, sources.data ->> '$.number' source_number,
                sources.data ->> '$.title' source_title
         FROM ${chosen.passages} JOIN entities sources
           ON sources.kind = 'sources' AND sources.id = passages.source_id
         WHERE ${where}
         ORDER BY source_number, passages.source_id, passages.start, passages.stop DESC, passages.id
         LIMIT :limit OFFSET :offset)
       SELECT passages.*, paragraphs.ordinal, paragraphs.speaker, paragraphs.turn, paragraphs.time,
              paragraphs.page
       FROM page passages LEFT JOIN paragraphs ON ${paragraphOf}
       ORDER BY source_number, passages.source_id, passages.start, passages.stop DESC, passages.id`,
    )
    .all({ ...values, limit: filter.limit ?? -1, offset: filter.offset ?? 0 })
  const ids = JSON.stringify(rows.map((row) => row.id))
  const codings = project.db
    .prepare<[Record<string, string>], CodingRow>(
      `SELECT * FROM ${chosen.from} WHERE passage_id IN (SELECT value FROM json_each(:ids))
         AND ${chosen.where} ORDER BY id`,
    )
    .all({ ...chosen.values, ids })
  const texts = new Map<string, string>()
  const textOf = (sourceId: string) => {
    const text = texts.get(sourceId) ?? storedCharacters(project.db, sourceId) ?? ''
    texts.set(sourceId, text)
    return text
  }
  const items = withCodings(rows, codings, (row, own) =>
    rowToPassageInContext(row, own, textOf(row.source_id)),
  )
  return { items, total: total ?? 0 }
}

function withCodings<R extends { id: string }, P>(
  rows: readonly R[],
  codings: readonly CodingRow[],
  convert: (row: R, codings: Coding[]) => P,
): P[] {
  const byPassage = new Map<string, Coding[]>()
  for (const row of codings) {
    const list = byPassage.get(row.passage_id)
    if (list) list.push(rowToCoding(row))
    else byPassage.set(row.passage_id, [rowToCoding(row)])
  }
  return rows.map((row) => convert(row, byPassage.get(row.id) ?? []))
}

function rowToPassage(row: PassageRow, codings: Coding[]): CodedPassage {
  return {
    id: row.id,
    sourceId: row.source_id,
    start: row.start,
    end: row.stop,
    quote: row.quote,
    label:
      row.state === 'placed'
        ? `${row.source_number}:${row.ordinal ?? 0}`
        : `${row.source_number}:–`,
    state: row.state,
    created: row.created,
    createdBy: row.created_by,
    codings,
  }
}

/** Offsets count UTF-16 code units, SQLite's `substr` code points: the context is cut here. */
function rowToPassageInContext(row: ContextRow, codings: Coding[], text: string): PassageInContext {
  const isPlaced = row.state === 'placed'
  const { before, after } = surroundings(text, { start: row.start, end: row.stop }, contextLength)
  return {
    ...rowToPassage(row, codings),
    sourceTitle: row.source_title,
    before: isPlaced ? fromWholeWord(before) : '',
    after: isPlaced ? toWholeWord(after) : '',
    speaker: isPlaced ? (row.speaker ?? '') : '',
    paragraph: isPlaced ? (row.ordinal ?? 0) : 0,
    turn: isPlaced ? (row.turn ?? 0) : 0,
    time: isPlaced ? row.time : null,
    page: isPlaced ? (row.page ?? '') : '',
  }
}

/** A context that was cut begins and ends with a whole word, unless one word fills it. */
function fromWholeWord(before: string): string {
  return before.length < contextLength - 1 ? before : before.replace(/^\S{1,40}\s+(?=\S)/, '')
}

function toWholeWord(after: string): string {
  return after.length < contextLength - 1 ? after : after.replace(/(?<=\S)\s+\S{1,40}$/, '')
}
