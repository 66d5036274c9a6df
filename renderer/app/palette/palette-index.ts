import Fuse from 'fuse.js'
import { Search } from 'lucide-react'
import { text } from '../i18n.ts'
import { openView } from '../workspace.ts'
import type { PaletteGroup, PaletteItem } from './palette-items.ts'

const groupOrder: readonly PaletteGroup[] = [
  'pages',
  'sources',
  'codes',
  'things',
  'memos',
  'actions',
]
const shownPerGroup = 7
const mostSimilar = 40

export type PaletteIndex = (query: string) => PaletteItem[]

interface Folded {
  item: PaletteItem
  label: string
  /** Everything it is found by. */
  all: string
}

interface Hit {
  item: PaletteItem
  /** The lower the better. */
  rank: number
}

/**
 * Prepares a search over all items; the found ones come group by group, the best group first. Words are
 * looked for as they are, which takes no time among thousands; typing errors are allowed for when
 * nothing holds them.
 */
export function paletteIndex(items: PaletteItem[]): PaletteIndex {
  const folded = items.map((item): Folded => {
    const label = fold(item.label)
    return { item, label, all: `${label} ${fold(item.keywords)} ${fold(item.detail)}` }
  })
  let similar: Fuse<PaletteItem> | undefined
  return (query) => {
    const words = query.trim()
    if (words === '') return items.filter((item) => item.group === 'actions')
    const hits = withWords(folded, fold(words))
    if (hits.length === 0) {
      similar ??= new Fuse(items, { keys: ['label'], threshold: 0.34, includeScore: true })
      for (const { item, score = 1 } of similar.search(words, { limit: mostSimilar }))
        hits.push({ item, rank: score })
    }
    return [...byGroup(hits), searchItem(words)]
  }
}

function withWords(folded: readonly Folded[], query: string): Hit[] {
  const words = query.split(/\s+/)
  return folded.flatMap(({ item, label, all }) =>
    words.every((word) => all.includes(word)) ? [{ item, rank: rankOf(label, query, words) }] : [],
  )
}

/** Names that are it, begin so, have a word that begins so, hold it; then what is found by other words. */
function rankOf(label: string, query: string, words: readonly string[]): number {
  const longer = Math.min(0.9, label.length / 200)
  if (label === query) return 0
  if (label.startsWith(query)) return 1 + longer
  if (` ${label}`.includes(` ${query}`)) return 2 + longer
  if (label.includes(query)) return 3 + longer
  return (words.every((word) => label.includes(word)) ? 4 : 6) + longer
}

function byGroup(hits: readonly Hit[]): PaletteItem[] {
  const groups = Map.groupBy(
    hits.toSorted((a, b) => a.rank - b.rank),
    ({ item }) => item.group,
  )
  return groupOrder
    .flatMap((group) => {
      const [best] = groups.get(group) ?? []
      return best === undefined ? [] : [{ group, rank: Math.floor(best.rank) }]
    })
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ group }) => (groups.get(group) ?? []).slice(0, shownPerGroup))
    .map(({ item }) => item)
}

function fold(words: string): string {
  return words.toLocaleLowerCase()
}

function searchItem(query: string): PaletteItem {
  return {
    key: 'search-text',
    group: 'text',
    label: text('app.palette.searchText', { query }),
    detail: '',
    keywords: '',
    icon: Search,
    perform: (beside) => openView({ type: 'search', query }, { beside }),
  }
}
