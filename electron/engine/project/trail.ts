import type { Database } from 'better-sqlite3'

/** What a command says of itself for undo and the activity trail. */
export interface Act {
  command: string
  /** What it was done to, readable: a name or the beginning of a quote. */
  label: string
  entities: string[]
  /** Field → new value, readable; for the history of a code. */
  changes?: Record<string, string>
  /** False for acts that cannot be undone, such as making the project. */
  undoable?: boolean
  /** Takes out what must go, also from layers of others. */
  isPurge?: boolean
  /** The blind round it was done in; the trail tells others of it when the round is closed (S2). */
  round?: string
}

/** Writes a row of the activity trail: the next one of this device's stream, or of its stream in a round. */
export function writeTrail(
  db: Database,
  who: { time: string; analystId: string; deviceId: string },
  act: Act,
): void {
  const stream = act.round === undefined ? who.deviceId : `${who.deviceId}/${act.round}`
  const changes = JSON.stringify(act.changes ?? {})
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO main.activity (time, analyst_id, device_id, command, label, changes, stream, number)
       VALUES (?, ?, ?, ?, ?, ?, ?,
         1 + coalesce((SELECT max(number) FROM main.activity WHERE stream = ?), 0))`,
    )
    .run(who.time, who.analystId, who.deviceId, act.command, act.label, changes, stream, stream)
  const entity = db.prepare('INSERT OR IGNORE INTO activity_entities VALUES (?, ?)')
  for (const id of act.entities) entity.run(id, lastInsertRowid)
}

/** When the first and the last change was made, as the trail has it: ISO times, now if it is empty. */
export function lifetimeOf(db: Database): { first: string; last: string } {
  const row = db
    .prepare<[], { first: string | null; last: string | null }>(
      `SELECT (SELECT time FROM main.activity ORDER BY seq LIMIT 1) first,
              (SELECT time FROM main.activity ORDER BY seq DESC LIMIT 1) last`,
    )
    .get()
  const now = new Date().toISOString()
  return { first: row?.first ?? now, last: row?.last ?? now }
}

/**
 * Stream of the activity trail → number of its last row. Goes from one stream to the next in the index, not
 * through all rows.
 */
export function trailEnds(db: Database): Map<string, number> {
  const ends = db
    .prepare<[], [string, number]>(
      `WITH RECURSIVE streams (stream) AS (
         SELECT min(stream) FROM main.activity
         UNION ALL
         SELECT (SELECT min(stream) FROM main.activity WHERE stream > streams.stream)
         FROM streams WHERE streams.stream IS NOT NULL)
       SELECT stream, (SELECT max(number) FROM main.activity WHERE stream = streams.stream)
       FROM streams WHERE stream IS NOT NULL ORDER BY stream`,
    )
    .raw()
    .all()
  return new Map(ends)
}
