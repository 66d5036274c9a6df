import * as Y from 'yjs'

/** Fields in which whoever creates or changes a thing stands beside what was set. */
const stamps = new Set(['createdBy', 'changedBy'])

/**
 * Who set a field: a client of Yjs is one device while a project is open, and what it writes carries
 * the name of who sits at it. At a server and in a bundle there are changes of others than the sender.
 */
export class Writers {
  readonly #doc: Y.Doc
  readonly #fresh: readonly Y.Item[]
  readonly #keyOf: (item: Y.Item) => string | null
  readonly #known = new Map<number, Stamp[]>()

  /** `fresh` are items of an update that is not applied yet, `keyOf` names the key one of them sets. */
  constructor(doc: Y.Doc, fresh: readonly Y.Item[], keyOf: (item: Y.Item) => string | null) {
    this.#doc = doc
    this.#fresh = fresh
    this.#keyOf = keyOf
  }

  /** Id of the analyst; null if nothing this client wrote says so. */
  of(item: Y.Item): string | null {
    const said = analystIn(item.content.getContent().at(-1))
    if (said !== null) return said
    const { client, clock } = item.id
    const stamps = this.#known.get(client) ?? this.#read(client)
    this.#known.set(client, stamps)
    // The stamp is set behind the fields it is for.
    const next = stamps.find((stamp) => stamp.clock >= clock) ?? stamps.at(-1)
    return next?.analyst ?? null
  }

  #read(client: number): Stamp[] {
    const found: Stamp[] = []
    for (const struct of this.#doc.store.clients.get(client) ?? [])
      if (struct instanceof Y.Item && !struct.deleted) addStamp(found, struct, struct.parentSub)
    for (const item of this.#fresh)
      if (item.id.client === client) addStamp(found, item, this.#keyOf(item))
    return found
  }
}

interface Stamp {
  clock: number
  analyst: string
}

function addStamp(found: Stamp[], item: Y.Item, key: string | null): void {
  if (!(item.content instanceof Y.ContentAny)) return
  const value: unknown = item.content.getContent().at(-1)
  const isStamp = key !== null && stamps.has(key) && typeof value === 'string'
  const analyst = isStamp ? value : analystIn(value)
  if (analyst) found.push({ clock: item.id.clock, analyst })
}

/** Some things are set as a whole, with who did it inside. */
function analystIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = value as Record<string, unknown>
  const said = fields.changedBy ?? fields.analystId ?? fields.createdBy
  return typeof said === 'string' && said !== '' ? said : null
}
