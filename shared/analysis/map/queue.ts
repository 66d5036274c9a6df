/** Numbers out in the order of their cost; those of equal cost in the order of the numbers. */
export class Queue {
  readonly #values: number[] = []
  readonly #costs: number[] = []

  push(value: number, cost: number): void {
    let at = this.#values.length
    this.#values.push(value)
    this.#costs.push(cost)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  /** -1 when there is nothing left. */
  pop(): number {
    const first = this.#values[0]
    if (first === undefined) return -1
    this.#swap(0, this.#values.length - 1)
    this.#values.pop()
    this.#costs.pop()
    let at = 0
    for (;;) {
      const left = at * 2 + 1
      if (left >= this.#values.length) break
      const right = left + 1
      const child = right < this.#values.length && this.#isBefore(right, left) ? right : left
      if (!this.#isBefore(child, at)) break
      this.#swap(child, at)
      at = child
    }
    return first
  }

  #isBefore(a: number, b: number): boolean {
    const difference = (this.#costs[a] ?? 0) - (this.#costs[b] ?? 0)
    return difference < 0 || (difference === 0 && (this.#values[a] ?? 0) < (this.#values[b] ?? 0))
  }

  #swap(a: number, b: number): void {
    const [value, cost] = [this.#values[a] ?? 0, this.#costs[a] ?? 0]
    this.#values[a] = this.#values[b] ?? 0
    this.#costs[a] = this.#costs[b] ?? 0
    this.#values[b] = value
    this.#costs[b] = cost
  }
}
