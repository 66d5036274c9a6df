import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'

/**
 * Fields that are lists to the outside and maps inside the document: key → place and value. So two
 * people who each add something to the same list both keep theirs.
 */
const collections: Readonly<Record<string, readonly string[]>> = {
  texts: ['aliases', 'sourceIds'],
  claims: ['passageIds'],
  steps: ['actorIds', 'textInIds', 'textOutIds'],
  maps: ['processIds', 'nodes', 'frames'],
  terms: ['variants'],
  disjunctures: ['sideAPassageIds', 'sideBPassageIds'],
  threads: ['items'],
  circuits: ['members'],
  rounds: ['closedBy'],
  cases: ['personIds', 'sourceIds', 'passageIds'],
  attributes: ['options'],
}

interface Member {
  order: number
  value: unknown
}

/**
 * Fields that are maps or lists to the outside, and keys with a prefix inside the document. These are
 * of things that were there before the field was: two people who each begin it anew as a map of its
 * own would lose what one of them put in.
 */
const spread: Readonly<Record<string, { field: string; prefix: string; isList: boolean }[]>> = {
  persons: [{ field: 'values', prefix: 'value:', isList: false }],
  cases: [{ field: 'values', prefix: 'value:', isList: false }],
  sources: [
    { field: 'values', prefix: 'value:', isList: false },
    { field: 'participantIds', prefix: 'participant:', isList: true },
  ],
}

/** Whether a key of an entity is one of those that a spread field is kept under. */
export function isSpreadKey(map: string, key: string): boolean {
  return spread[map]?.some(({ prefix }) => key.startsWith(prefix)) === true
}

/** The key under which a holder keeps its value of an attribute. */
export const valueKey = (attributeId: string) => `value:${attributeId}`
/** The attribute whose value a key holds; null for any other key. */
export function attributeOfKey(key: string): string | null {
  const prefix = valueKey('')
  return key.startsWith(prefix) ? key.slice(prefix.length) : null
}
/** The key under which a source keeps that a person takes part. */
export const participantKey = (personId: string) => `participant:${personId}`

export function isCollection(map: string, field: string): boolean {
  return collections[map]?.includes(field) === true
}

export function collectionOf(value: unknown): Y.Map<Member> {
  const map = new Y.Map<Member>()
  for (const [order, member] of listed(value).entries())
    map.set(keyOf(member), { order, value: member })
  return map
}

/** Brings a collection to the given list, touching only what differs; true if anything did. */
export function changeCollection(entity: Y.Map<unknown>, field: string, value: unknown): boolean {
  const present = entity.get(field)
  if (!(present instanceof Y.Map)) {
    entity.set(field, collectionOf(value))
    return true
  }
  const map = present as Y.Map<Member>
  const wanted = listed(value)
  if (isDeepStrictEqual(wanted, inOrder(map.toJSON()))) return false
  const keys = new Set(wanted.map(keyOf))
  for (const key of [...map.keys()]) if (!keys.has(key)) map.delete(key)
  // A member keeps its number as long as it stands behind the one before it, so that taking one away
  // or adding one does not write all others anew over what a partner does to them meanwhile.
  let last = -1
  for (const member of wanted) {
    const known = map.get(keyOf(member))
    last = known && known.order > last ? known.order : last + 1
    const next = { order: last, value: member }
    if (!isDeepStrictEqual(known, next)) map.set(keyOf(member), next)
  }
  return true
}

/** An entity as read from its document, its collections as lists and its spread fields gathered. */
export function arraysOf(map: string, data: Record<string, unknown>): Record<string, unknown> {
  const lists = (collections[map] ?? [])
    .filter((field) => field in data)
    .map((field) => [field, inOrder(data[field] as Record<string, Member>)])
  return gathered(map, { ...data, ...Object.fromEntries(lists) })
}

/** Spread fields as what they are to the outside; not there where nothing is in them. */
function gathered(map: string, data: Record<string, unknown>): Record<string, unknown> {
  const rest: Record<string, unknown> = {}
  const fields: Record<string, Record<string, unknown>> = {}
  for (const [key, value] of Object.entries(data)) {
    const found = spread[map]?.find(({ prefix }) => key.startsWith(prefix))
    if (found && value !== null)
      (fields[found.field] ??= {})[key.slice(found.prefix.length)] = value
    else if (!found) rest[key] = value
  }
  for (const { field, isList } of spread[map] ?? []) {
    const members = Object.entries(fields[field] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
    if (members.length > 0)
      rest[field] = isList ? members.map(([key]) => key) : Object.fromEntries(members)
  }
  return rest
}

function inOrder(members: Record<string, Member>): unknown[] {
  return Object.entries(members)
    .sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1))
    .map(([, member]) => member.value)
}

/** The members of a list, each once. */
function listed(value: unknown): unknown[] {
  if (!Array.isArray(value)) return []
  return [...new Map(value.map((member: unknown) => [keyOf(member), member])).values()]
}

/** What makes a member the same one: itself, its id, or the thing it stands for. */
function keyOf(member: unknown): string {
  if (typeof member !== 'object' || member === null) return String(member)
  const { id, type, ref } = member as { id?: string; type?: string; ref?: unknown }
  if (ref !== undefined) return keyOf(ref)
  return type === undefined ? String(id) : `${type}:${id}`
}
