import Fuse from 'fuse.js'
import type { Code } from '../../shared/model/entities.ts'

export interface FoundCode {
  code: Code
  /** Names of the codes above it, outermost first, joined by ` › `. */
  path: string
}

export interface CodeSearch {
  all: readonly FoundCode[]
  find: (query: string) => FoundCode[]
}

/**
 * Search over codes. First the names and aliases that are or begin with what is sought, then those
 * that hold it, then those nearly alike; at last codes whose path or definition has its words. Of two
 * that fit equally well, a name stands before an alias. Retired codes are not found.
 */
export function codeSearch(codes: readonly Code[]): CodeSearch {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const all = codes
    .filter((code) => code.status !== 'retired')
    .map((code) => ({ code, path: codePath(code, byId) }))
  const fuse = new Fuse(all, {
    keys: [
      { name: 'code.name', weight: 2 },
      { name: 'code.aliases', weight: 1 },
    ],
    threshold: 0.3,
    ignoreLocation: true,
    includeScore: true,
  })
  return {
    all,
    find: (query) => {
      const wanted = query.trim().toLocaleLowerCase()
      if (wanted === '') return [...all]
      const scores = new Map(fuse.search(wanted).map(({ item, score }) => [item, score ?? 1]))
      return all
        .flatMap((item) => {
          const rank = rankOf(item, wanted, scores.get(item))
          return rank === undefined ? [] : [{ item, rank }]
        })
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item)
    },
  }
}

/** The lower the better; undefined if the code is not meant. */
function rankOf(
  { code, path }: FoundCode,
  wanted: string,
  score: number | undefined,
): number | undefined {
  const fits = [
    fitOf(code.name, wanted),
    ...code.aliases.map((alias) => fitOf(alias, wanted) + 1),
  ].filter((fit) => !Number.isNaN(fit))
  // Nearness decides only among those that fit in the same way.
  if (fits.length > 0) return Math.min(...fits) + (score ?? 1) * 0.99
  if (score !== undefined) return 8 + score
  const words = wanted.split(/\s+/)
  if (hasWordsFrom(`${path} ${code.name}`, words)) return 10
  return hasWordsFrom(code.definition, words) ? 12 : undefined
}

/** 0 the same, 2 its beginning, 4 the beginning of a word in it, 6 within it; NaN if not in it. */
function fitOf(name: string, wanted: string): number {
  const known = name.toLocaleLowerCase()
  if (known === wanted) return 0
  if (known.startsWith(wanted)) return 2
  if (hasWordsFrom(known, [wanted])) return 4
  return known.includes(wanted) ? 6 : Number.NaN
}

/** Whether each of the beginnings begins a word of the text. */
function hasWordsFrom(text: string, beginnings: readonly string[]): boolean {
  const known = ` ${text.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return beginnings.every((beginning) => known.includes(` ${beginning}`))
}

function codePath(code: Code, byId: ReadonlyMap<string, Code>): string {
  const names: string[] = []
  let parent = code.parentId === null ? undefined : byId.get(code.parentId)
  while (parent !== undefined && names.length < 12) {
    names.unshift(parent.name)
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId)
  }
  return names.join(' › ')
}
