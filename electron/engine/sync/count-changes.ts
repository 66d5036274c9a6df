import type { Database } from 'better-sqlite3'
import type { MergeCount } from '../../../shared/contract/sync.ts'
import { indexMaps, projectMaps, type DocumentChange } from '../project/documents.ts'

/** Things of the projection by kind and id. */
type Things = ReadonlyMap<string, Row>

/** Who touched one of these things last, as far as the trail tells; empty if it does not. */
type LastAt = (things: readonly string[]) => string

/**
 * What came, changes and goes with changes of documents, by kind and by who made it, changed it, took it
 * away. To be called before the tables follow the documents; what it gives, when they do. Deleted things
 * are none.
 */
export function countChanges(
  db: Database,
  changes: readonly DocumentChange[],
  lastAt: LastAt,
): () => MergeCount[] {
  const before = touchedThings(db, changes)
  return () => compare(before, touchedThings(db, changes), lastAt)
}

/** The rows that stand for what was changed: a merge must not read the whole project to be told of. */
function touchedThings(db: Database, changes: readonly DocumentChange[]): Things {
  const things = new Map<string, Row>()
  for (const change of changes)
    for (const row of rowsOf(db, change)) things.set(`${row.kind}:${row.id}`, row)
  return things
}

interface Row {
  kind: string
  id: string
  /** Who made it, who changed it last, and when; null where the thing does not say it. */
  maker: string | null
  changer: string | null
  changed: string | null
  content: string
  isGone: 0 | 1
  /** Ids of what was touched when it was, as JSON, the nearest first. */
  about: string
}

/** Statements that give things of a kind, or of a document. */
const codings = `SELECT 'codings' kind, id, analyst_id maker, NULL changer, NULL changed,
    code_id || ' ' || passage_id || ' ' || changed content, 0 isGone,
    json_array(passage_id, layer, code_id, source_id) about FROM allowed_codings`
const codingsById = `${codings} WHERE id IN (SELECT value FROM json_each(?))`
const codingsOfRounds = `${codings} WHERE layer NOT IN ('working', 'settled')`
const ofData = `data ->> '$.createdBy' maker, data ->> '$.changedBy' changer,
    data ->> '$.changed' changed, data content`
const entities = `SELECT kind, id, ${ofData}, deleted isGone, json_array(id) about FROM entities
    WHERE kind = ? AND id IN (SELECT value FROM json_each(?))`
const indexEntries = `SELECT kind, id, ${ofData}, 0 isGone, json_array(id, passage_id, source_id) about
    FROM index_entries WHERE kind = ? AND id IN (SELECT value FROM json_each(?))`
const ofText = `NULL maker, NULL changer, NULL changed, 0 isGone`
const texts: Record<string, string> = {
  source: `SELECT 'sourceTexts' kind, source_id id, ${ofText}, json_array(source_id) about, text content
    FROM source_texts WHERE source_id = ?`,
  memo: `SELECT 'memoTexts' kind, memo_id id, ${ofText}, json_array(memo_id) about, text content
    FROM memo_texts WHERE memo_id = ?`,
  account: `SELECT 'accountTexts' kind, account_id id, ${ofText}, json_array(account_id) about,
    text || parts content FROM account_texts WHERE account_id = ?`,
}

function rowsOf(db: Database, { name, keys, bodyDeltas }: DocumentChange): Row[] {
  const [type = '', id = ''] = name.split(':')
  const rows = (sql: string, ...parameters: string[]) =>
    db.prepare<string[], Row>(sql).all(...parameters)
  const rowsIn = (sql: string, maps: readonly string[]) =>
    maps.flatMap((map) => {
      const ids = keys.get(map)
      return ids ? rows(sql, map, JSON.stringify([...ids])) : []
    })
  if (type === 'project') {
    // When a round is closed, codings come in sight that were here already.
    const seen = keys.has('rounds') ? rows(codingsOfRounds) : []
    return [...rowsIn(entities, projectMaps), ...seen]
  }
  // The texts of sources are long, and most that comes leaves them as they are.
  const text = type === 'source' && bodyDeltas.length === 0 ? undefined : texts[type]
  return [
    ...rows(codingsById, JSON.stringify([...(keys.get('codings') ?? [])])),
    ...rowsIn(indexEntries, indexMaps),
    ...(text === undefined ? [] : rows(text, id)),
  ]
}

function compare(before: Things, after: Things, lastAt: LastAt): MergeCount[] {
  const counts = new Map<string, MergeCount>()
  const count = (kind: string, analystId: string, what: 'added' | 'changed' | 'removed') => {
    const name = `${kind}:${analystId}`
    const known = counts.get(name) ?? { kind, analystId, added: 0, changed: 0, removed: 0 }
    counts.set(name, { ...known, [what]: known[what] + 1 })
  }
  const lastAtRow = ({ about }: Row): string => lastAt(JSON.parse(about) as string[])
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [present(before.get(key)), present(after.get(key))]
    if (now && !old) count(now.kind, now.maker ?? lastAtRow(now), 'added')
    if (!old || old.content === now?.content) continue
    const then = after.get(key)
    // What a thing says of itself is exact, if it was said anew.
    const said = then && then.changed !== old.changed ? then.changer : null
    count(old.kind, said ?? lastAtRow(old), now ? 'changed' : 'removed')
  }
  return [...counts.values()].sort((a, b) => (a.kind + a.analystId < b.kind + b.analystId ? -1 : 1))
}

function present(row: Row | undefined): Row | undefined {
  return row?.isGone === 1 ? undefined : row
}
