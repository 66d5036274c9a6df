import * as Y from 'yjs'
import type { Project } from '../../project/project.ts'
import { messageOf } from '../../refusal.ts'
import { ConflictWatch } from '../conflicts/conflict-watch.ts'
import type { Parted } from '../conflicts/paragraphs-of-both.ts'
import type { TrailRow } from '../packet.ts'
import { withdrawals } from '../../protection/purge.ts'
import { keepTrailRow } from '../receive-packet.ts'
import { withheldFrom } from '../withheld.ts'

/** How long what comes in is gathered before it is written, in milliseconds. */
const gathering = 30

/** Whom an update came from. */
export interface Sender {
  /** A device, or the server. */
  device: string
  /**
   * What each side held of the document before they met, if this may have been written without knowing
   * of the other side's; undefined for as long as the sender has not said it.
   */
  parted: () => Parted | null | undefined
}

interface Update extends Pick<Sender, 'parted'> {
  name: string
  bytes: Uint8Array
  /** The device it came from. */
  from: string
}

interface Row {
  row: TrailRow
  from: string
}

export interface InboxEvents {
  /** Id of who works at a device; empty if it is not known. */
  analystOf: (from: string) => string
  /** Rows of the trail that were written, or were there. */
  kept: (rows: readonly TrailRow[]) => void
  /** Rows are missing before one that came from this device. */
  missing: (from: string) => void
  /** What came of this document cannot be taken in. */
  refused: (from: string, name: string, problem: string) => void
}

/**
 * What comes in from others, written to the project in one transaction every few milliseconds (V4).
 * What cannot be taken in does not hold up the rest.
 */
export class Inbox {
  readonly #project: Project
  readonly #events: InboxEvents
  /** The document as it is shared, to fall back on. */
  readonly #whole: (name: string) => Uint8Array | null
  #updates: Update[] = []
  #rows: Row[] = []
  #timer: NodeJS.Timeout | null = null

  constructor(project: Project, whole: (name: string) => Uint8Array | null, events: InboxEvents) {
    this.#project = project
    this.#whole = whole
    this.#events = events
  }

  add(name: string, bytes: Uint8Array, { device, parted }: Sender): void {
    this.#updates.push({ name, bytes, from: device, parted })
    this.#schedule()
  }

  addRows(rows: readonly TrailRow[], from: string): void {
    for (const row of rows) this.#rows.push({ row, from })
    this.#schedule()
  }

  /** Writes what has come so far; not yet what waits for its sender to say what they held. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const { ready: updates = [], waiting = [] } = Object.groupBy(this.#updates, (update) =>
      update.parted() === undefined ? 'waiting' : 'ready',
    )
    const rows = this.#rows
    this.#updates = waiting
    this.#rows = []
    if (this.#updates.length > 0) this.#schedule()
    if (updates.length === 0 && rows.length === 0) return
    // What people decided differently is noted by who they are (S12).
    for (const from of new Set([...updates, ...rows].map((each) => each.from))) {
      const isFrom = (each: { from: string }) => each.from === from
      this.#take(updates.filter(isFrom), rows.filter(isFrom), from)
    }
  }

  #take(updates: readonly Update[], rows: readonly Row[], from: string): void {
    if (this.#write(updates, rows)) return
    for (const each of byDocument(updates)) this.#writeAlone(each)
    if (rows.length > 0 && !this.#write([], rows))
      this.#events.refused(from, 'trail', 'could not be written')
  }

  /** Writes what has come; what still waits comes again with the next connection. */
  close(): void {
    try {
      this.flush()
    } finally {
      if (this.#timer) clearTimeout(this.#timer)
      this.#timer = null
    }
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.flush(), gathering)
  }

  #write(updates: readonly Update[], rows: readonly Row[]): boolean {
    const kept: TrailRow[] = []
    const missing = new Set<string>()
    try {
      this.#receive(updates, () => {
        const isWithheld = withheldFrom(this.#project)
        const withdrawn = new Set(withdrawals(this.#project).map(({ sourceId }) => sourceId))
        for (const { row, from } of rows) {
          if (isWithheld.stream(row.stream)) continue
          if (row.number > lastNumber(this.#project, row.stream) + 1) {
            missing.add(from)
            continue
          }
          keepTrailRow(this.#project, row, withdrawn)
          kept.push(row)
        }
      })
    } catch {
      return false
    }
    if (kept.length > 0) this.#events.kept(kept)
    for (const from of missing) this.#events.missing(from)
    return true
  }

  /**
   * Another document may have been what could not be taken in; or what this one rests on is no longer
   * here, as after a merge was taken back: then everything that is shared of it is taken.
   */
  #writeAlone(updates: readonly Update[]): void {
    if (this.#write(updates, [])) return
    const [first] = updates
    if (!first) return
    try {
      const bytes = this.#whole(first.name)
      this.#receive(bytes ? [{ ...first, bytes }] : updates, () => {})
    } catch (error) {
      this.#events.refused(first.from, first.name, messageOf(error))
    }
  }

  #receive(updates: readonly Update[], more: () => void): void {
    const analyst = this.#events.analystOf(updates[0]?.from ?? '')
    const parted = new Map<string, Parted>()
    for (const update of updates) {
      const known = update.parted()
      if (known && !parted.has(update.name)) parted.set(update.name, known)
    }
    this.#project.receive(
      { command: 'live.receive', label: '' },
      (apply) => {
        for (const documents of byDocument(updates)) {
          const [first] = documents
          if (!first || withheldFrom(this.#project).document(first.name)) continue
          apply(first.name, joined(documents.map(({ bytes }) => bytes)))
        }
        more()
      },
      { way: 'stream', watch: new ConflictWatch(this.#project, { analyst, parted, state: null }) },
    )
  }
}

/** The document `project` first: the others belong to what stands in it. */
function byDocument(updates: readonly Update[]): Update[][] {
  const groups = new Map<string, Update[]>()
  for (const update of updates) {
    const group = groups.get(update.name)
    if (group) group.push(update)
    else groups.set(update.name, [update])
  }
  const project = groups.get('project')
  groups.delete('project')
  return project ? [project, ...groups.values()] : [...groups.values()]
}

function joined(updates: Uint8Array[]): Uint8Array {
  const [only] = updates
  return updates.length === 1 && only ? only : Y.mergeUpdates(updates)
}

function lastNumber(project: Project, stream: string): number {
  return (
    project.db
      .prepare<[string], number | null>('SELECT max(number) FROM main.activity WHERE stream = ?')
      .pluck()
      .get(stream) ?? 0
  )
}
