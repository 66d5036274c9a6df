import Fuse from 'fuse.js'
import type { Code } from '../../../shared/model/entities.ts'

/** Finds codes by a few letters of name, alias or definition, best first; all when nothing is typed. */
export function codeFinder(codes: readonly Code[]): (query: string) => Code[] {
  const fuse = new Fuse([...codes], {
    keys: [
      { name: 'name', weight: 3 },
      { name: 'aliases', weight: 2 },
      { name: 'definition', weight: 0.5 },
    ],
    threshold: 0.38,
    ignoreLocation: true,
    ignoreDiacritics: false,
  })
  return (query) => {
    const wanted = query.trim()
    return wanted === '' ? [...codes] : fuse.search(wanted, { limit: 60 }).map((hit) => hit.item)
  }
}
