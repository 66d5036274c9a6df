import type { Database } from 'better-sqlite3'
import { formatVersion } from '../project/format.ts'
import type { Project } from '../project/project.ts'

/**
 * The one place that says what can be seen (invariant 8). On the connection of an open project the
 * tables `passages`, `codings` and `activity` are hidden behind views of the same names, so that a
 * query cannot forget the rule: it sees the common layers, and the own layer of the round in which
 * the analyst is at work. Whoever writes, or needs every row, says `main.codings`.
 *
 * `allowed_passages` and `allowed_codings` are all that the analyst who sits here may see at all, in
 * any layer: for comparing, and for things that are asked for by their id.
 */
export function hideLayers(db: Database): void {
  // A file of an older format that is only read has no rounds, and not the columns for them.
  const isOld = Number(db.pragma('user_version', { simple: true })) < formatVersion
  for (const [name, select] of Object.entries(isOld ? viewsOfOld : views))
    db.exec(`DROP VIEW IF EXISTS temp.${name}; CREATE TEMP VIEW ${name} AS ${select}`)
}

/**
 * Runs what rewrites the whole file, as SQLite's VACUUM does: there the names must mean the tables
 * themselves, or it stops half-way and calls the file damaged.
 */
export function withoutViews<T>(db: Database, work: () => T): T {
  for (const name of Object.keys(views)) db.exec(`DROP VIEW IF EXISTS temp.${name}`)
  try {
    return work()
  } finally {
    hideLayers(db)
  }
}

const me = `(SELECT value FROM main.local WHERE key = 'analyst')`
const common = `('working', 'settled')`

const views = {
  living_rounds: `SELECT id, data FROM main.entities WHERE kind = 'rounds' AND deleted = 0`,
  /** What may be shown to everybody: rounds that are not blind, or that all have closed. */
  released_rounds: `SELECT id FROM living_rounds
    WHERE data ->> '$.isBlind' = 0 OR coalesce(data ->> '$.released', 0) = 1
      OR NOT EXISTS (SELECT 1 FROM json_each(data, '$.analystIds') analysts
        WHERE analysts.value NOT IN (SELECT value FROM json_each(data, '$.closedBy')))`,
  /** Rounds in which the analyst who sits here has not closed. */
  own_rounds: `SELECT id, data FROM living_rounds
    WHERE ${me} IN (SELECT value FROM json_each(data, '$.analystIds'))
      AND ${me} NOT IN (SELECT value FROM json_each(data, '$.closedBy'))
      AND coalesce(data ->> '$.released', 0) = 0`,
  /** The round in which this device is; none or one. */
  current_round: `SELECT id, data FROM own_rounds
    WHERE id = (SELECT value FROM main.local WHERE key = 'round')`,
  current_sources: `SELECT value source_id FROM current_round, json_each(data, '$.sourceIds')`,
  frozen_sources: `SELECT value source_id, living_rounds.id round_id
    FROM living_rounds, json_each(data, '$.sourceIds')
    WHERE living_rounds.id NOT IN (SELECT id FROM released_rounds)`,
  passages: `SELECT * FROM main.passages WHERE +layer = 'working'
    OR (+layer = (SELECT id FROM current_round) AND +created_by = ${me})`,
  codings: `SELECT * FROM main.codings WHERE +layer IN ${common}
    OR (+layer = (SELECT id FROM current_round) AND +analyst_id = ${me})`,
  allowed_passages: `SELECT * FROM main.passages WHERE +layer = 'working'
    OR (+created_by = ${me} AND +layer IN (SELECT id FROM living_rounds))
    OR +layer IN (SELECT id FROM released_rounds)`,
  allowed_codings: `SELECT * FROM main.codings WHERE +layer IN ${common}
    OR (+analyst_id = ${me} AND +layer IN (SELECT id FROM living_rounds))
    OR +layer IN (SELECT id FROM released_rounds)`,
  /** What a change of the whole project reaches, such as two codes made one. */
  own_codings: `SELECT * FROM main.codings WHERE +layer IN ${common}
    OR (+analyst_id = ${me} AND +layer IN (SELECT id FROM own_rounds))`,
  /** What is done in a round has a stream of its own: device, stroke, round. */
  activity: `SELECT * FROM main.activity WHERE instr(stream, '/') = 0 OR analyst_id = ${me}
    OR substr(stream, instr(stream, '/') + 1) IN (SELECT id FROM released_rounds)`,
} as const

const none = `SELECT NULL id, NULL data, NULL source_id, NULL round_id WHERE 0`
const oldPassages = `SELECT *, 'working' layer, NULL record FROM main.passages`
const oldCodings = 'SELECT * FROM main.codings'

const viewsOfOld: Record<keyof typeof views, string> = {
  living_rounds: none,
  released_rounds: none,
  own_rounds: none,
  current_round: none,
  current_sources: none,
  frozen_sources: none,
  passages: oldPassages,
  codings: oldCodings,
  allowed_passages: oldPassages,
  allowed_codings: oldCodings,
  own_codings: oldCodings,
  activity: 'SELECT * FROM main.activity',
}

/**
 * Conditions for what is listed and counted: codings of deleted codes and in deleted sources wait,
 * untouched, for the deletion to be undone. To be used in a WHERE clause. The plus signs keep SQLite
 * from walking the indexes for every code and source there is: the conditions only filter what others
 * have found.
 */
export const livingCodings = `
  +codings.code_id IN (SELECT id FROM entities WHERE kind = 'codes' AND deleted = 0)
  AND +codings.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

export const livingPassages = `
  +passages.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

/** Condition for the codings of one round, worded so that SQLite finds them by their own index. */
export const codingsOfRound = `codings.layer = ? AND codings.layer NOT IN ${common}`

/** Passages that clauses, disjunctures and threads speak of, in sources that are not deleted. */
export function citedLivingPassages(project: Project): Set<string> {
  return new Set(
    project.db
      .prepare<[], string>(
        `SELECT id FROM passages WHERE source_id IN
           (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)
         AND id IN (SELECT atom FROM entities, json_tree(entities.data)
           WHERE kind IN ('disjunctures', 'threads', 'clauses') AND type = 'text')`,
      )
      .pluck()
      .all(),
  )
}
/** Who is at work in a round sees in its sources what is of the round. */
export const codingsInSight = `(+codings.layer NOT IN ${common}
  OR +codings.source_id NOT IN (SELECT source_id FROM current_sources))`

export const passagesInSight = `(+passages.layer <> 'working'
  OR +passages.source_id NOT IN (SELECT source_id FROM current_sources))`

export const visibleCodings = `${livingCodings} AND ${codingsInSight}`

export const visiblePassages = `${livingPassages} AND ${passagesInSight}`
