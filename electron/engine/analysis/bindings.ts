/** Values that a query is asked with, each under a name of its own. */
export class Bindings {
  readonly values: Record<string, string | number> = {}
  #next = 0

  /** The placeholder of a value. */
  add(value: string | number): string {
    const name = `q${(this.#next += 1)}`
    this.values[name] = value
    return `:${name}`
  }

  /** `column IN (…)` for a list, however long. */
  oneOf(column: string, values: Iterable<string | number>): string {
    return `${column} IN (SELECT value FROM json_each(${this.add(JSON.stringify([...values]))}))`
  }
}

/** Conditions that all must hold; none holds always. */
export function allHold(conditions: readonly string[]): string {
  return conditions.length === 0 ? '1' : `(${conditions.join(' AND ')})`
}

export function oneHolds(conditions: readonly string[]): string {
  return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`
}
