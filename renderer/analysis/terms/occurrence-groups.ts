import type { QueryOutput } from '../../../shared/contract/index.ts'

export type Occurrence = QueryOutput<'terms.occurrences'>['items'][number]
export const groupings = ['time', 'speaker', 'source'] as const
export type Grouping = (typeof groupings)[number]

/**
 * Uses of a term under a heading each: the date, the speaker, or the source. Dates rise, what has
 * none comes last; speakers and sources with most uses come first. The heading may be empty.
 */
export function groupOccurrences(
  items: readonly Occurrence[],
  grouping: Grouping,
): { heading: string; items: Occurrence[] }[] {
  const headingOf = (item: Occurrence): string =>
    grouping === 'time' ? item.date : grouping === 'speaker' ? item.speaker : item.sourceTitle
  const groups = [...Map.groupBy(items, headingOf)].map(([heading, own]) => ({
    heading,
    items: own,
  }))
  return groups.toSorted((a, b) => {
    if (grouping === 'source') return b.items.length - a.items.length
    if ((a.heading === '') !== (b.heading === '')) return a.heading === '' ? 1 : -1
    if (grouping === 'time') return a.heading < b.heading ? -1 : 1
    return b.items.length - a.items.length
  })
}

/** The excerpt in pieces; every second one is the term or a form of it. */
export function markedExcerpt(excerpt: string, names: readonly string[]): string[] {
  const forms = names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  if (forms.length === 0) return [excerpt]
  return excerpt.split(
    new RegExp(`((?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}]))`, 'giu'),
  )
}
