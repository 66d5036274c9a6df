import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { Writers } from './writers.ts'

/** A field that was set at two places without the one knowing of the other. */
export interface ConcurrentField {
  /** The top-level map, and the keys below it that lead to the field; the last is the field's own. */
  root: string
  path: readonly string[]
  ours: FieldSide
  theirs: FieldSide
}

export interface FieldSide {
  value: unknown
  /** Client and clock of the struct that holds it: the same on every copy. */
  struct: string
  /** Id of who set it, if what they wrote says so. */
  analyst: string | null
}

/**
 * Fields of a document that an update, not applied yet, sets to something else than was set here
 * meanwhile. Yjs keeps one of the two; which field stood before is in the origin of each, and so it
 * can be seen that neither was made on top of the other, without asking what the sender knew.
 */
export function concurrentFields(doc: Y.Doc, update: Uint8Array): ConcurrentField[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const fresh = structs.filter(
    (struct): struct is Y.Item =>
      struct instanceof Y.Item && struct.id.clock >= Y.getState(doc.store, struct.id.client),
  )
  const place = new Places(doc, fresh)
  const writers = new Writers(doc, fresh, (item) => item.parentSub ?? place.of(item)?.key ?? null)
  const chains = new Map<string, { field: Field; items: Y.Item[] }>()
  for (const item of fresh) {
    const field = place.of(item)
    if (!field) continue
    const chain = chains.get(field.name) ?? { field, items: [] }
    chain.items.push(item)
    chains.set(field.name, chain)
  }
  const found: ConcurrentField[] = []
  for (const { field, items } of chains.values()) {
    const ours = field.map._map.get(field.key)
    const theirs = items.find((item) => !items.some((other) => isId(other.origin, lastId(item))))
    const begun = items.find((item) => !items.some((other) => isId(item.origin, lastId(other))))
    if (!ours || ours.deleted || !theirs || !begun) continue
    // Things are made once, under ids of their own; only their fields can differ.
    if (ours.content instanceof Y.ContentType || theirs.content instanceof Y.ContentType) continue
    if (isId(begun.origin, lastId(ours)) || Y.isDeleted(ds, theirs.id)) continue
    if (isDeepStrictEqual(valueOf(ours), valueOf(theirs))) continue
    const side = (item: Y.Item) => ({ ...sideOf(item), analyst: writers.of(item) })
    found.push({ root: field.root, path: field.path, ours: side(ours), theirs: side(theirs) })
  }
  return found
}

type AnyType = ReturnType<Y.Doc['getMap']>['parent'] & object

interface Field {
  name: string
  root: string
  path: readonly string[]
  map: AnyType
  key: string
}

/** Which field of a type that is here an item of an update sets: it says so itself or through its origin. */
class Places {
  readonly #doc: Y.Doc
  readonly #fresh = new Map<number, Y.Item[]>()
  readonly #known = new Map<Y.Item, Field | null>()

  constructor(doc: Y.Doc, fresh: readonly Y.Item[]) {
    this.#doc = doc
    for (const item of fresh) {
      const items = this.#fresh.get(item.id.client) ?? []
      items.push(item)
      this.#fresh.set(item.id.client, items)
    }
  }

  of(item: Y.Item): Field | null {
    const known = this.#known.get(item)
    if (known !== undefined) return known
    const field = this.#find(item)
    this.#known.set(item, field)
    return field
  }

  #find(item: Y.Item): Field | null {
    if (item.parentSub !== null) return this.#field(this.#typeOf(item.parent), item.parentSub)
    if (item.origin === null) return null
    const left = this.#structAt(item.origin)
    if (!(left instanceof Y.Item)) return null
    if (left.parent instanceof Y.AbstractType)
      return left.parentSub === null ? null : this.#field(left.parent, left.parentSub)
    return this.of(left)
  }

  /** The type an update names: by the name of a root, or by the struct it is in; null if it is new too. */
  #typeOf(parent: Y.Item['parent']): AnyType | null {
    if (parent instanceof Y.AbstractType) return parent
    if (typeof parent === 'string') return this.#doc.share.get(parent) ?? null
    if (!(parent instanceof Y.ID)) return null
    const item = this.#structAt(parent)
    return item instanceof Y.Item &&
      item.content instanceof Y.ContentType &&
      item.parent instanceof Y.AbstractType
      ? item.content.type
      : null
  }

  #structAt({ client, clock }: Y.ID): Y.Item | Y.GC | null {
    if (clock < Y.getState(this.#doc.store, client))
      return Y.getItem(this.#doc.store, Y.createID(client, clock))
    return itemAt(this.#fresh.get(client) ?? [], clock)
  }

  #field(map: AnyType | null, key: string): Field | null {
    if (!map) return null
    const path = [key]
    let here = map
    while (here._item) {
      if (here._item.parentSub === null || !(here._item.parent instanceof Y.AbstractType))
        return null
      path.unshift(here._item.parentSub)
      here = here._item.parent
    }
    for (const [root, type] of this.#doc.share)
      if ((type as object) === here)
        return { name: [root, ...path].join('\n'), root, path, map, key }
    return null
  }
}

/** The item of one client that holds a clock; they stand in the order of their clocks. */
function itemAt(items: readonly Y.Item[], clock: number): Y.Item | null {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item && item.id.clock + item.length <= clock) low = middle + 1
    else high = middle
  }
  const found = items[low]
  return found && found.id.clock <= clock ? found : null
}

function sideOf(item: Y.Item): Omit<FieldSide, 'analyst'> {
  return { value: valueOf(item), struct: `${item.id.client}.${item.id.clock}` }
}

function valueOf(item: Y.Item): unknown {
  return item.content.getContent().at(-1) ?? null
}

function lastId(item: Y.Item): Y.ID {
  return Y.createID(item.id.client, item.id.clock + item.length - 1)
}

function isId(a: Y.ID | null, b: Y.ID): boolean {
  return a !== null && a.client === b.client && a.clock === b.clock
}
