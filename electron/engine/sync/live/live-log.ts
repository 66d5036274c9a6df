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
    const entry = { time: new Date().toISOString(), kind, who, address, detail }
    this.#entries = [entry, ...this.#entries.slice(0, longest - 1)]
  }
}
