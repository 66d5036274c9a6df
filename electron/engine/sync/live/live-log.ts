import type { LiveLogEntry, LiveLogKind } from '../../../../shared/contract/live.ts'

const longest = 1000

/** What happened in live sessions; the latest first. */
export class LiveLog {
  #entries: LiveLogEntry[] = []

  get entries(): LiveLogEntry[] {
    return this.#entries
  }

  note(kind: LiveLogKind, more: { who?: string; address?: string; detail?: string } = {}): void {
    const { who = '', address = '', detail = '' } = more
    const entry = { time: new Date().toISOString(), kind, who, address, detail, times: 1 }
    const [last] = this.#entries
    const isAgain =
      last?.kind === kind && last.who === who && last.address === address && last.detail === detail
    // However often somebody tries, what happened before stays to be read.
    if (isAgain) this.#entries = [{ ...entry, times: last.times + 1 }, ...this.#entries.slice(1)]
    else this.#entries = [entry, ...this.#entries.slice(0, longest - 1)]
  }
}
