/** A thing that a question can name, as `analysis.names` lists it. */
export interface Name {
  kind: string
  id: string
  name: string
  /** What stands before the name where it alone is not unique; of an attribute, who has it. */
  of?: string | undefined
  /**
   * Type of an attribute, kind of a code or source; relation of a link; of a standing question,
   * whether it is built in.
   */
  type?: string | undefined
  /** Of an attribute. */
  options?: readonly string[] | undefined
}

/** Names and ids of everything there is, both ways. */
export class Names {
  readonly #byId = new Map<string, Name>()
  readonly #byName = new Map<string, Name[]>()

  constructor(names: readonly Name[]) {
    for (const name of names) {
      this.#byId.set(`${name.kind} ${name.id}`, name)
      const key = keyOf(name.kind, name.name)
      const same = this.#byName.get(key)
      if (same) same.push(name)
      else this.#byName.set(key, [name])
    }
  }

  /** Everything of this kind. */
  all(kind: string): Name[] {
    return [...this.#byId.values()].filter((name) => name.kind === kind)
  }

  find(kind: string, id: string): Name | undefined {
    return this.#byId.get(`${kind} ${id}`)
  }

  /** What it is called; undefined if it is not there. */
  nameOf(kind: string, id: string): string | undefined {
    return this.find(kind, id)?.name
  }

  /** The name if it says which one is meant, else undefined. */
  uniqueNameOf(kind: string, id: string): string | undefined {
    const name = this.nameOf(kind, id)
    return name !== undefined && name !== '' && this.idsOf(kind, name).length === 1
      ? name
      : undefined
  }

  /** Everything of this kind that is called so, whatever the capitals. */
  idsOf(kind: string, name: string): string[] {
    return (this.#byName.get(keyOf(kind, name)) ?? []).map(({ id }) => id)
  }
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name.normalize('NFC').toLocaleLowerCase('nb')}`
}
