import { wholeCharacter } from '../../../shared/text/edit.ts'
import type { QueryHandlers } from '../handlers.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { storedCharacters } from '../sources/source-text-store.ts'

const contextLength = 80

interface HitRow {
  source_id: string
  title: string
  start: number
  stop: number
}

export const searchQueries: QueryHandlers<'search.text'> = {
  'search.text': ({ query, limit = 50, sourceId }, { project }) =>
    searchText(project, query, limit, sourceId),
}

/** Paragraphs that hold all words of the query, each hit with its place; by source, then position. */
function searchText(project: Project, query: string, limit: number, sourceId: string | undefined) {
  const terms = termsOf(query)
  if (terms.length === 0) return { items: [], more: false }
  const rows = matchingParagraphs(project, terms, limit + 1, sourceId)
  const texts = new Map<string, string>()
  const items = []
  for (const row of rows) {
    const text = texts.get(row.source_id) ?? storedCharacters(project.db, row.source_id) ?? ''
    texts.set(row.source_id, text)
    for (const { start, end } of hitsIn(text.slice(row.start, row.stop), terms)) {
      const from = row.start + start
      const to = row.start + end
      const left = wholeCharacter(text, Math.max(row.start, from - contextLength), 1)
      const right = wholeCharacter(text, Math.min(row.stop, to + contextLength), -1)
      items.push({
        id: `${row.source_id}:${from}`,
        sourceId: row.source_id,
        sourceTitle: row.title,
        start: from,
        end: to,
        quote: text.slice(from, to),
        before: text.slice(left, from),
        after: text.slice(to, right),
      })
    }
  }
  return { items: items.slice(0, limit), more: items.length > limit || rows.length > limit }
}

interface Term {
  words: string[]
  isPrefix: boolean
}

/** Words and "phrases"; the last bare word, and any with a star, match as beginnings. */
function termsOf(query: string): Term[] {
  const parts = [...query.normalize('NFC').matchAll(/"([^"]*)"?|(\S+)/g)]
  return parts.flatMap((part, index) => {
    const quoted = part[1]
    const raw = quoted ?? part[2] ?? ''
    const words = raw.match(/[\p{L}\p{N}]+/gu) ?? []
    const isPrefix = raw.endsWith('*') || (quoted === undefined && index === parts.length - 1)
    return words.length > 0 ? [{ words, isPrefix }] : []
  })
}

function matchingParagraphs(
  project: Project,
  terms: readonly Term[],
  limit: number,
  sourceId: string | undefined,
): HitRow[] {
  const match = terms
    .map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`)
    .join(' AND ')
  try {
    return project.db
      .prepare<[{ match: string; source: string | null; limit: number }], HitRow>(
        `SELECT paragraphs.source_id, json_extract(entities.data, '$.title') title, start, stop
         FROM paragraph_words JOIN paragraphs ON paragraphs.id = paragraph_words.rowid
         JOIN entities ON entities.kind = 'sources' AND entities.id = source_id AND deleted = 0
         WHERE paragraph_words MATCH :match AND (:source IS NULL OR source_id = :source)
         ORDER BY paragraph_words.rowid LIMIT :limit`,
      )
      .all({ match, source: sourceId ?? null, limit })
  } catch {
    throw new Refusal('search.badQuery', { query: match })
  }
}

/** Places of the terms in a paragraph, as the index sees words: whole, without regard to case. */
function hitsIn(paragraph: string, terms: readonly Term[]): { start: number; end: number }[] {
  const pattern = terms
    .map(({ words, isPrefix }) => {
      const phrase = words.join('[^\\p{L}\\p{N}]+')
      return isPrefix ? `${phrase}[\\p{L}\\p{N}]*` : phrase
    })
    .join('|')
  const finder = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')
  return [...paragraph.matchAll(finder)].map((hit) => ({
    start: hit.index,
    end: hit.index + hit[0].length,
  }))
}
