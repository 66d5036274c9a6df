import {
  addresses,
  emailAddresses,
  nationalIds,
  phoneNumbers,
  placeNames,
  wordsOf,
} from './patterns.ts'
import type { Hit } from './patterns.ts'
import {
  smallestGroup,
  smallGroups,
  soleRoles,
  type GroupPerson,
  type LeavingGroup,
} from './small-groups.ts'

/** What a finding is about, the gravest first. */
export const leakKinds = [
  'name',
  'national-id',
  'phone',
  'email',
  'address',
  'no-verbatim',
  'past-deletion',
  'sole-role',
  'small-group',
  'place',
] as const
export type LeakKind = (typeof leakKinds)[number]

/** One piece of text that is about to leave. */
export interface LeavingText {
  /** Where it stands in what is exported, readable. */
  place: string
  text: string
  /** It is quoted from this source. */
  sourceId?: string
}

export interface Leaving {
  texts: LeavingText[]
  /** Persons who can be told apart by what is shown of them. */
  persons?: GroupPerson[]
  /** Other things that are true of so and so many persons. */
  groups?: LeavingGroup[]
}

/** What is known of persons and sources, to hold against what leaves. */
export interface LeakKnowledge {
  /** Real names, from a key file; none without one. */
  names: readonly string[]
  /** Roles of all persons of the project. */
  roles: readonly string[]
  sources: ReadonlyMap<string, { title: string; verbatim: boolean; deleteBy: string }>
  /** The day of the export, `2026-11-22`. */
  today: string
}

/** The same thing found in one or more places. */
export interface Leak {
  id: string
  kind: LeakKind
  /** The words found; for groups what is held in common; for sources their title. */
  text: string
  places: { place: string; before: string; text: string; after: string }[]
  /** How many persons hold it; 0 where that is not the question. */
  holders: number
  /** The source whose consent is in question; null where none is. */
  sourceId: string | null
}

const around = 40
const textsAtOnce = 2000

/**
 * Everything in what leaves that could tell who somebody is. Nothing found is no proof: the rules know
 * forms of numbers and lists of names, not what people recognise.
 */
export function findLeaks(leaving: Leaving, known: LeakKnowledge): Leak[] {
  const looking = leaksIn(leaving, known)
  for (;;) {
    const { done, value } = looking.next()
    if (done) return value
  }
}

/** The same in steps, one for each of so many texts: others can be let in between. */
export function* leaksIn(leaving: Leaving, known: LeakKnowledge): Generator<undefined, Leak[]> {
  const found = new Map<string, Leak>()
  const finders: [LeakKind, (text: string) => Hit[]][] = [
    ['name', wordsOf(known.names)],
    ['national-id', nationalIds],
    ['phone', phoneNumbers],
    ['email', emailAddresses],
    ['address', addresses],
    ['sole-role', wordsOf(soleRoles(known.roles).flatMap(alsoAtTheBeginning))],
    ['place', placeNames],
  ]
  const takenIn = rememberedByText((text) => {
    const taken: TakenHit[] = []
    for (const [kind, finder] of finders)
      for (const hit of finder(text))
        if (!taken.some((other) => hit.start < other.end && other.start < hit.end))
          taken.push({ kind, ...hit })
    return taken
  })
  for (const [index, leaves] of leaving.texts.entries()) {
    if (index % textsAtOnce === textsAtOnce - 1) yield
    for (const hit of takenIn(leaves.text))
      add(found, hit.kind, leaves.text.slice(hit.start, hit.end), {
        place: leaves.place,
        ...contextOf(leaves.text, hit),
      })
    if (leaves.sourceId !== undefined) addConsent(found, leaves, leaves.sourceId, known)
  }
  for (const { values, holders, names } of smallGroups(leaving.persons ?? [])) {
    const leak = add(found, 'small-group', values.join(' · '), {
      place: names.join(', '),
      before: '',
      text: values.join(' · '),
      after: '',
    })
    leak.holders = holders
  }
  for (const { values, holders, place } of leaving.groups ?? []) {
    if (holders === 0 || holders >= smallestGroup) continue
    const text = values.join(' · ')
    const leak = add(found, 'small-group', text, { place, before: '', text, after: '' })
    leak.holders = leak.holders === 0 ? holders : Math.min(leak.holders, holders)
  }
  for (const leak of found.values()) if (leak.kind === 'sole-role') leak.holders = 1
  return [...found.values()].sort(
    (a, b) =>
      leakKinds.indexOf(a.kind) - leakKinds.indexOf(b.kind) || a.text.localeCompare(b.text, 'nb'),
  )
}

interface TakenHit extends Hit {
  kind: LeakKind
}

/** Titles, speakers and codes come again and again: each text is looked through once. */
function rememberedByText(look: (text: string) => TakenHit[]): (text: string) => TakenHit[] {
  const known = new Map<string, TakenHit[]>()
  return (text) => {
    const seen = known.get(text) ?? look(text)
    known.set(text, seen)
    return seen
  }
}

/** A word as it stands within a sentence, and at its beginning. */
function alsoAtTheBeginning(word: string): string[] {
  return [word, word.charAt(0).toLocaleUpperCase('nb') + word.slice(1)]
}

function addConsent(
  found: Map<string, Leak>,
  leaves: LeavingText,
  sourceId: string,
  known: LeakKnowledge,
): void {
  const source = known.sources.get(sourceId)
  if (!source) return
  const place = { place: leaves.place, before: '', text: leaves.text, after: '' }
  const isPast = source.deleteBy !== '' && source.deleteBy < known.today
  for (const kind of [
    ...(source.verbatim ? [] : ['no-verbatim' as const]),
    ...(isPast ? ['past-deletion' as const] : []),
  ])
    add(found, kind, source.title, place, sourceId).sourceId = sourceId
}

function add(
  found: Map<string, Leak>,
  kind: LeakKind,
  text: string,
  place: Leak['places'][number],
  key = text,
): Leak {
  // A role is one finding, however it is spelled.
  const id = `${kind}:${kind === 'sole-role' ? key.toLocaleLowerCase('nb') : key}`
  const leak = found.get(id) ?? { id, kind, text, places: [], holders: 0, sourceId: null }
  leak.places.push(place)
  found.set(id, leak)
  return leak
}

function contextOf(
  text: string,
  { start, end }: Hit,
): { before: string; text: string; after: string } {
  return {
    before: text.slice(Math.max(0, start - around), start),
    text: text.slice(start, end),
    after: text.slice(end, end + around),
  }
}
