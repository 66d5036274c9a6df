import type { Database } from 'better-sqlite3'
import type { MergeCount } from '../../../shared/contract/sync.ts'

/** Every thing of the projection by kind and id: who made it, and what of it would differ. */
export type TablesNow = ReadonlyMap<string, { analyst: string; content: string }>

/** The things there are, so that two moments can be compared. Deleted ones are none. */
export function tablesNow(db: Database): TablesNow {
  const rows = db
    .prepare<[], { kind: string; id: string; analyst: string | null; content: string }>(
      `SELECT kind, id, json_extract(data, '$.createdBy') analyst, data content
         FROM entities WHERE deleted = 0
       UNION ALL
       SELECT 'codings', id, analyst_id, code_id || ' ' || passage_id || ' ' || changed FROM allowed_codings
       UNION ALL
       SELECT kind, id, json_extract(data, '$.createdBy'), data FROM index_entries
       UNION ALL
       SELECT 'sourceTexts', source_id, '', text FROM source_texts
       UNION ALL
       SELECT 'memoTexts', memo_id, '', text FROM memo_texts
       UNION ALL
       SELECT 'accountTexts', account_id, '', text || parts FROM account_texts`,
    )
    .all()
  return new Map(
    rows.map(({ kind, id, analyst, content }) => [
      `${kind}:${id}`,
      { analyst: analyst ?? '', content },
    ]),
  )
}

/** What came, changed and went between two moments, by kind and by who made it. */
export function countChanges(before: TablesNow, after: TablesNow): MergeCount[] {
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
