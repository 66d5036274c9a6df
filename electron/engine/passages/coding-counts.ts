import type { Database } from 'better-sqlite3'
import { visibleCodings } from './visible.ts'

/** Codings that can be seen, counted. */
export interface CodingCounts {
  codings: number
  /** Passages with any of them. */
  passages: number
  bySource: ReadonlyMap<string, { codings: number }>
  byCode: ReadonlyMap<string, { codings: number; sources: number }>
}

/** In place of a source: all may count otherwise. */
const everywhere = '*'
/** With more sources than these, counting all anew is as fast. */
const mostSources = 200

/**
 * Lets the connection note, in a table of its own that goes back with a transaction, in which sources
 * codings may count otherwise than before, whoever writes: because codings came or went, codes or
 * sources were deleted or came back, or rounds and who is at work in them are others.
 */
export function watchCodings(db: Database): void {
  const note = (source: string) => `
    DELETE FROM counted_otherwise WHERE source_id = ${source};
    INSERT INTO counted_otherwise (source_id) VALUES (${source});`
  const noteThose = (sources: string) => `
    DELETE FROM counted_otherwise WHERE source_id IN (${sources});
    INSERT INTO counted_otherwise (source_id) SELECT DISTINCT source_id FROM (${sources});`
  const ofCode = (id: string) => `SELECT source_id FROM main.codings WHERE code_id = ${id}`
  const entity = (row: 'new' | 'old') => `
    ${noteThose(`${ofCode(`${row}.id`)} AND ${row}.kind = 'codes'`)}
    ${noteThose(`SELECT ${row}.id source_id WHERE ${row}.kind = 'sources'`)}
    ${noteThose(`SELECT '${everywhere}' source_id WHERE ${row}.kind = 'rounds'`)}`
  const counts = (row: 'new' | 'old') => `${row}.kind IN ('codes', 'sources', 'rounds')`
  const isOther = `${counts('new')} AND (new.kind = 'rounds' OR new.deleted IS NOT
    (SELECT deleted FROM main.entities WHERE kind = new.kind AND id = new.id))`
  const isSight = (row: 'new' | 'old') => `${row}.key IN ('analyst', 'round')`
  const triggers = {
    // What is replaced goes without a trigger of its own.
    'BEFORE INSERT ON main.codings': noteThose(
      'SELECT source_id FROM main.codings WHERE id = new.id',
    ),
    'AFTER INSERT ON main.codings': note('new.source_id'),
    'AFTER UPDATE ON main.codings': note('old.source_id') + note('new.source_id'),
    'AFTER DELETE ON main.codings': note('old.source_id'),
    [`BEFORE INSERT ON main.entities WHEN ${isOther}`]: entity('new'),
    [`BEFORE UPDATE ON main.entities WHEN ${counts('old')}`]: entity('old'),
    [`AFTER DELETE ON main.entities WHEN ${counts('old')}`]: entity('old'),
    [`AFTER INSERT ON main.local WHEN ${isSight('new')}`]: note(`'${everywhere}'`),
    [`AFTER UPDATE ON main.local WHEN ${isSight('new')}`]: note(`'${everywhere}'`),
    [`AFTER DELETE ON main.local WHEN ${isSight('old')}`]: note(`'${everywhere}'`),
  }
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS counted_otherwise
    (at INTEGER PRIMARY KEY AUTOINCREMENT, source_id TEXT NOT NULL UNIQUE)`)
  for (const [index, [when, what]] of Object.entries(triggers).entries())
    db.exec(`CREATE TEMP TRIGGER IF NOT EXISTS counted_${index} ${when} BEGIN ${what} END`)
}

/** What can be seen now; counted anew only in sources where something changed since it was asked last. */
export function codingCounts(db: Database): CodingCounts {
  // What is written there may never have been: nothing of it is kept.
  if (db.inTransaction) return new Counts(db)
  const version = Number(db.pragma('data_version', { simple: true }))
  const known = kept.get(db)
  if (known?.version === version) {
    known.counts.goOn()
    return known.counts
  }
  const counts = new Counts(db)
  kept.set(db, { version, counts })
  return counts
}

/** With the version of the file that changes when another connection writes. */
const kept = new WeakMap<Database, { version: number; counts: Counts }>()

interface InSource {
  codings: number
  passages: number
  codes: Map<OfCode, number>
}

interface OfCode {
  id: string
  codings: number
  sources: number
}

class Counts implements CodingCounts {
  codings = 0
  passages = 0
  readonly bySource = new Map<string, InSource>()
  readonly byCode = new Map<string, OfCode>()
  readonly #db: Database
  /** The last note that was heeded. */
  #upTo = 0

  constructor(db: Database) {
    this.#db = db
    this.#upTo = this.#notes().at(-1)?.[0] ?? 0
    this.#countAll()
  }

  /** Counts where something was noted since. */
  goOn(): void {
    const notes = this.#notes()
    if (notes.length === 0) return
    this.#upTo = notes.at(-1)?.[0] ?? this.#upTo
    const ids = notes.map(([, id]) => id)
    if (ids.length > mostSources || ids.includes(everywhere)) return this.#countAll()
    for (const id of ids) this.#takeAway(id)
    this.#count('AND codings.source_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  }

  #notes(): [at: number, sourceId: string][] {
    return this.#db
      .prepare<[number], [number, string]>(
        'SELECT at, source_id FROM temp.counted_otherwise WHERE at > ? ORDER BY at',
      )
      .raw()
      .all(this.#upTo)
  }

  #countAll(): void {
    this.codings = 0
    this.passages = 0
    this.bySource.clear()
    this.byCode.clear()
    this.#count('')
  }

  #takeAway(sourceId: string): void {
    const before = this.bySource.get(sourceId)
    if (!before) return
    this.bySource.delete(sourceId)
    this.codings -= before.codings
    this.passages -= before.passages
    for (const [code, codings] of before.codes) {
      code.codings -= codings
      code.sources -= 1
      if (code.codings === 0) this.byCode.delete(code.id)
    }
  }

  /** Adds what is in sources of which nothing is counted. */
  #count(where: string, ...values: string[]): void {
    const rows = this.#db
      .prepare<string[], [string, string, string]>(
        `SELECT codings.source_id, code_id, passage_id FROM codings WHERE ${visibleCodings} ${where}`,
      )
      .raw()
    const seen = new Set<string>()
    for (const [sourceId, codeId, passageId] of rows.iterate(...values)) {
      const source = this.bySource.get(sourceId) ?? { codings: 0, passages: 0, codes: new Map() }
      this.bySource.set(sourceId, source)
      const code = this.byCode.get(codeId) ?? { id: codeId, codings: 0, sources: 0 }
      this.byCode.set(codeId, code)
      const here = source.codes.get(code) ?? 0
      source.codes.set(code, here + 1)
      if (here === 0) code.sources += 1
      code.codings += 1
      source.codings += 1
      this.codings += 1
      if (seen.has(passageId)) continue
      seen.add(passageId)
      source.passages += 1
      this.passages += 1
    }
  }
}
