import * as Y from 'yjs'
import { z } from 'zod'
import type { Project } from '../../../project/project.ts'
import { trailSince } from '../../make-packet.ts'
import type { TrailRow } from '../../packet.ts'
import { withheldFrom } from '../../withheld.ts'
import { trailRow } from '../messages.ts'

/** Rows of the trail in one document. */
const rowsInSegment = 500
const ofSegment = /^trail:([\w/-]{1,200}):(\d{1,9})$/

export interface SegmentName {
  stream: string
  number: number
}

export function segmentOf(name: string): SegmentName | null {
  const [, stream = '', number = ''] = ofSegment.exec(name) ?? []
  return stream === '' ? null : { stream, number: Number(number) }
}

/** Segments of the trail this copy holds and may send, with their digests. */
export function segmentsHere(project: Project, stream?: string): Map<string, string> {
  const isWithheld = withheldFrom(project)
  const rows = project.db
    .prepare<[string | null], { stream: string; number: number; last: number; blank: number }>(
      `SELECT stream, (number - 1) / ${rowsInSegment} number, max(number) last,
         sum(label = '' AND changes = '{}') blank
       FROM main.activity WHERE stream = coalesce(?, stream) GROUP BY 1, 2`,
    )
    .all(stream ?? null)
    .filter((row) => !isWithheld.stream(row.stream))
  return new Map(
    rows.map(({ stream: own, number, last, blank }) => [
      `trail:${own}:${number}`,
      `${last}.${blank}`,
    ]),
  )
}

/** The segment a new row of a stream goes into. */
export function lastSegment(project: Project, stream: string): string | null {
  const last = lastNumber(project, stream)
  return last === 0 ? null : `trail:${stream}:${Math.floor((last - 1) / rowsInSegment)}`
}

/**
 * Rows of the trail of one device at the server, number → row as JSON. Whoever has rows that are
 * missing there writes them, and whoever has purged what one said blanks it there too (S9).
 */
export class TrailSegment {
  readonly doc = new Y.Doc()
  readonly #project: Project
  readonly #name: SegmentName
  readonly #rows = this.doc.getMap<unknown>('rows')
  readonly #received: (rows: TrailRow[]) => void
  #isSynced = false
  /** The last row that is known to be there. */
  #pushed = 0

  constructor(project: Project, name: SegmentName, received: (rows: TrailRow[]) => void) {
    this.#project = project
    this.#name = name
    this.#received = received
    this.#rows.observe(({ transaction }) => {
      if (!transaction.local && this.#isSynced) this.take()
    })
  }

  /** When the server has told what it has. */
  synced(): void {
    this.#isSynced = true
    this.take()
    this.push()
  }

  /** Writes what is missing there; looks at rows that were there before too, if `isAnew`. */
  push(isAnew = false): void {
    if (!this.#isSynced) return
    const { stream, number } = this.#name
    const first = number * rowsInSegment
    const since = { trail: new Map([[stream, isAnew ? first : Math.max(first, this.#pushed)]]) }
    const rows = [...trailSince(this.#project, since, [stream], first + rowsInSegment)]
    this.#pushed = Math.max(this.#pushed, rows.at(-1)?.number ?? 0)
    this.doc.transact(() => {
      for (const row of rows) {
        const there = this.#row(String(row.number))
        const isPurged = row.label === '' && row.changes === '{}'
        const isBlank = there?.label === '' && there.changes === '{}'
        if (!there || (isPurged && !isBlank))
          this.#rows.set(String(row.number), JSON.stringify(row))
      }
    })
  }

  /** Gives rows that are not here, in the order of their numbers. */
  take(): void {
    const last = lastNumber(this.#project, this.#name.stream)
    const rows = this.#all().filter(({ number }) => number > last)
    if (rows.length > 0) this.#received(rows.toSorted((a, b) => a.number - b.number))
  }

  digest(): string {
    const rows = this.#all()
    const last = rows.reduce((most, { number }) => Math.max(most, number), 0)
    const blank = rows.filter(({ label, changes }) => label === '' && changes === '{}').length
    return `${last}.${blank}`
  }

  #all(): TrailRow[] {
    return [...this.#rows.keys()].flatMap((key) => this.#row(key) ?? [])
  }

  /** Null for what is no row, or not one of this segment. */
  #row(key: string): TrailRow | null {
    const text = this.#rows.get(key)
    if (typeof text !== 'string') return null
    const parsed = z.safeParse(trailRow, jsonIn(text))
    if (!parsed.success) return null
    const { stream, number } = parsed.data
    const isHere =
      stream === this.#name.stream &&
      String(number) === key &&
      Math.floor((number - 1) / rowsInSegment) === this.#name.number
    return isHere ? parsed.data : null
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function lastNumber(project: Project, stream: string): number {
  return (
    project.db
      .prepare<[string], number | null>('SELECT max(number) FROM main.activity WHERE stream = ?')
      .pluck()
      .get(stream) ?? 0
  )
}
