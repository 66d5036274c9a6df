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

/** Search over codes: names weigh most, then aliases, path and definition; names that begin so first. */
export function codeSearch(codes: readonly Code[]): CodeSearch {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const all = codes
    .filter((code) => code.status !== 'retired')
    .map((code) => ({ code, path: codePath(code, byId) }))
  const fuse = new Fuse(all, {
    keys: [
      { name: 'code.name', weight: 6 },
      { name: 'code.aliases', weight: 3 },
      { name: 'path', weight: 1 },
      { name: 'code.definition', weight: 1 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
    includeScore: true,
  })
  return {
    all,
    find: (query) => {
      const wanted = query.trim().toLocaleLowerCase()
      if (wanted === '') return [...all]
      return fuse
        .search(query.trim())
        .map(({ item, score }) => ({ item, rank: nameRank(item.code, wanted) + (score ?? 1) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item)
    },
  }
}

function nameRank(code: Code, wanted: string): number {
  const names = [code.name, ...code.aliases].map((name) => name.toLocaleLowerCase())
  if (names.includes(wanted)) return 0
  if (names.some((name) => name.startsWith(wanted))) return 2
  return names.some((name) => name.split(/\s+/).some((word) => word.startsWith(wanted))) ? 4 : 6
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
