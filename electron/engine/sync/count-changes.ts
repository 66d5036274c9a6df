import type { Database } from 'better-sqlite3'
import type { MergeCount } from '../../../shared/contract/sync.ts'
import { indexMaps, projectMaps, type DocumentChange } from '../project/documents.ts'

/** Things of the projection by kind and id: who made each, and what of it would differ. */
type Things = ReadonlyMap<string, { analyst: string; content: string }>

/**
 * What came, changes and goes with changes of documents, by kind and by who made it. To be called before
 * the tables follow the documents; what it gives, when they do. Deleted things are none.
 */
export function countChanges(db: Database, changes: readonly DocumentChange[]): () => MergeCount[] {
  const before = touchedThings(db, changes)
  return () => compare(before, touchedThings(db, changes))
}

/** The rows that stand for what was changed: a merge must not read the whole project to be told of. */
function touchedThings(db: Database, changes: readonly DocumentChange[]): Things {
  const things = new Map<string, { analyst: string; content: string }>()
  for (const change of changes)
    for (const { kind, id, analyst, content } of rowsOf(db, change))
      things.set(`${kind}:${id}`, { analyst: analyst ?? '', content })
  return things
}

interface Row {
  kind: string
  id: string
  analyst: string | null
  content: string
}

/** Statements that give things of a kind, or of a document. */
const codings = `SELECT 'codings' kind, id, analyst_id analyst,
    code_id || ' ' || passage_id || ' ' || changed content FROM allowed_codings`
const codingsById = `${codings} WHERE id IN (SELECT value FROM json_each(?))`
const codingsOfRounds = `${codings} WHERE layer NOT IN ('working', 'settled')`
const entities = `SELECT kind, id, data ->> '$.createdBy' analyst, data content FROM entities
    WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) AND deleted = 0`
const indexEntries = `SELECT kind, id, data ->> '$.createdBy' analyst, data content FROM index_entries
    WHERE kind = ? AND id IN (SELECT value FROM json_each(?))`
const texts: Record<string, string> = {
  source: `SELECT 'sourceTexts' kind, source_id id, '' analyst, text content FROM source_texts
    WHERE source_id = ?`,
  memo: `SELECT 'memoTexts' kind, memo_id id, '' analyst, text content FROM memo_texts
    WHERE memo_id = ?`,
  account: `SELECT 'accountTexts' kind, account_id id, '' analyst, text || parts content
    FROM account_texts WHERE account_id = ?`,
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

function compare(before: Things, after: Things): MergeCount[] {
  const counts = new Map<string, MergeCount>()
  const count = (key: string, analyst: string, what: 'added' | 'changed' | 'removed') => {
    const kind = key.slice(0, key.indexOf(':'))
    const name = `${kind}:${analyst}`
    const known = counts.get(name) ?? { kind, analystId: analyst, added: 0, changed: 0, removed: 0 }
    counts.set(name, { ...known, [what]: known[what] + 1 })
  }
  for (const [key, { analyst, content }] of after) {
    const old = before.get(key)
    if (!old) count(key, analyst, 'added')
    else if (old.content !== content) count(key, analyst, 'changed')
  }
  for (const [key, { analyst }] of before) if (!after.has(key)) count(key, analyst, 'removed')
  return [...counts.values()].sort((a, b) => (a.kind + a.analystId < b.kind + b.analystId ? -1 : 1))
}
