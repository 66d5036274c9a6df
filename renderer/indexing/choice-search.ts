import Fuse from 'fuse.js'
import type { Choice } from './index-form.ts'

/** Finds choices by a few letters: names that begin so first, then those with it, then near ones. */
export function choiceSearch(choices: readonly Choice[]): (query: string) => Choice[] {
  const fuse = new Fuse([...choices], {
    keys: [
      { name: 'label', weight: 2 },
      { name: 'aliases', weight: 1.5 },
      { name: 'detail', weight: 0.4 },
    ],
    threshold: 0.3,
    ignoreLocation: true,
    includeScore: true,
  })
  return (query) => {
    const wanted = query.trim().toLocaleLowerCase()
    if (wanted === '') return [...choices]
    const near = new Map(fuse.search(wanted).map(({ item, score }) => [item, score ?? 1]))
    return choices
      .flatMap((choice) => {
        const rank = rankOf(choice, wanted, near.get(choice))
        return rank === undefined ? [] : [{ choice, rank }]
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ choice }) => choice)
  }
}

/** The lower the better; undefined if it is not meant. */
function rankOf(choice: Choice, wanted: string, near: number | undefined): number | undefined {
  const fits = [choice.label, ...(choice.aliases ?? [])].map((name) => {
    const known = name.toLocaleLowerCase()
    if (known === wanted) return 0
    if (known.startsWith(wanted)) return 2
    if (known.includes(` ${wanted}`)) return 4
    return known.includes(wanted) ? 6 : 20
  })
  const best = Math.min(...fits)
  if (best < 20) return best + (near ?? 1) * 0.99
  return near === undefined ? undefined : 8 + near
}
