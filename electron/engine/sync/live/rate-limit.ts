/** A bucket that fills with time: how much of something may come at once, and how much a second. */
export class RateLimit {
  readonly #most: number
  readonly #perSecond: number
  #left: number
  #time = performance.now()

  constructor(most: number, perSecond: number) {
    this.#most = most
    this.#perSecond = perSecond
    this.#left = most
  }

  /** Whether so much may still come. */
  take(amount = 1): boolean {
    const now = performance.now()
    this.#left = Math.min(this.#most, this.#left + ((now - this.#time) / 1000) * this.#perSecond)
    this.#time = now
    if (this.#left < amount) return false
    this.#left -= amount
    return true
  }
}
