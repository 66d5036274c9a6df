import Fuse from 'fuse.js'

/** Something that can be picked by its name. */
export interface PickerThing {
  id: string
  name: string
  aliases?: readonly string[]
}

/**
 * The things whose name or other name is like the words, best first; all in their order without
 * words.
 */
export function findThings(
  things: readonly PickerThing[],
  words: string,
): { found: PickerThing[]; exact: PickerThing | undefined } {
  const wanted = words.trim()
  if (wanted === '') return { found: [...things], exact: undefined }
  const isExact = (thing: PickerThing): boolean =>
    [thing.name, ...(thing.aliases ?? [])].some((name) => folded(name) === folded(wanted))
  const exact = things.find(isExact)
  const fuse = new Fuse(things, {
    keys: [
      { name: 'name', weight: 2 },
      { name: 'aliases', weight: 1 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
  })
  const near = fuse.search(wanted).map(({ item }) => item)
  const found = exact === undefined ? near : [exact, ...near.filter((thing) => thing !== exact)]
  return { found, exact }
}

/** Whether the words stand in the name. */
export function holdsWords(name: string, words: string): boolean {
  return folded(name).includes(folded(words))
}

function folded(name: string): string {
  return name.trim().toLocaleLowerCase()
}
