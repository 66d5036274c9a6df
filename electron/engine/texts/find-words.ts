import { surroundings } from '../../../shared/text/surroundings.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'

/** Words found in a source: offsets in UTF-16 code units, and the paragraph they stand in. */
export interface FoundWords {
  sourceId: string
  start: number
  end: number
  words: string
  paragraph: number
  speaker: string
}

/**
 * Where any of the names stands as whole words in living sources, in the order of the sources and
 * texts; case does not matter. The longest name wins where several begin at the same place.
 */
export function findWords(
  project: Project,
  names: readonly string[],
  sourceId?: string,
): FoundWords[] {
  const pattern = patternOf(names)
  if (!pattern) return []
  const sources = project.db
    .prepare<[], string>(
      `SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0
       ORDER BY data ->> '$.number', id`,
    )
    .pluck()
    .all()
    .filter((id) => sourceId === undefined || id === sourceId)
  const paragraph = project.db.prepare<[string, number], { ordinal: number; speaker: string }>(
    `SELECT ordinal, speaker FROM paragraphs WHERE source_id = ? AND start <= ?
     ORDER BY start DESC LIMIT 1`,
  )
  return sources.flatMap((id) => {
    const text = storedCharacters(project.db, id) ?? ''
    return [...text.matchAll(pattern)].map((match) => {
      const place = paragraph.get(id, match.index)
      return {
        sourceId: id,
        start: match.index,
        end: match.index + match[0].length,
        words: match[0],
        paragraph: place?.ordinal ?? 0,
        speaker: place?.speaker ?? '',
      }
    })
  })
}

/** A pattern for whole words, any white space for a blank; null for no names. */
export function patternOf(names: readonly string[]): RegExp | null {
  const words = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  if (words.length === 0) return null
  const choices = words
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/\s+/)
        .map((word) => escaped(word))
        .join('\\s+'),
    )
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${choices.join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** The words with what stands around them, for a list; `reach` UTF-16 code units on either side. */
export function excerptOf(text: string, start: number, end: number, reach = 60): string {
  const { before, after } = surroundings(text, { start, end }, reach)
  const cutBefore = start > reach ? before.replace(/^\S*\s/, '… ') : before
  const cutAfter = end + reach < text.length ? after.replace(/\s\S*$/, ' …') : after
  return `${cutBefore}${text.slice(start, end)}${cutAfter}`.replace(/\s+/g, ' ').trim()
}
