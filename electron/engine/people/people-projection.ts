import type { Database } from 'better-sqlite3'

/** Tables that are projected from persons, cases and sources of the project document. */
export const peopleTables = ['attribute_values', 'case_members', 'participants'] as const

const membersOf = { person: 'personIds', source: 'sourceIds', passage: 'passageIds' } as const

/** Brings the rows of one holder up to its entity; null if it is deleted or was never made. */
export function projectPeople(
  db: Database,
  map: string,
  id: string,
  data: Record<string, unknown> | null,
): void {
  if (map !== 'persons' && map !== 'cases' && map !== 'sources') return
  projectValues(db, map, id, data)
  if (map === 'cases') projectMembers(db, id, data)
  if (map === 'sources') projectParticipants(db, id, data)
}

function projectValues(
  db: Database,
  map: string,
  id: string,
  data: Record<string, unknown> | null,
): void {
  db.prepare('DELETE FROM attribute_values WHERE holder_kind = ? AND holder_id = ?').run(map, id)
  const insert = db.prepare('INSERT INTO attribute_values VALUES (?, ?, ?, ?, ?)')
  for (const [attributeId, value] of Object.entries((data?.values ?? {}) as object)) {
    const { text, number } = valueToColumns(value)
    insert.run(map, id, attributeId, text, number)
  }
}

/** A yes is 1, a no is 0; dates and choices are text alone. */
function valueToColumns(value: unknown): { text: string; number: number | null } {
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no', number: value ? 1 : 0 }
  return { text: String(value), number: typeof value === 'number' ? value : null }
}

function projectMembers(db: Database, id: string, data: Record<string, unknown> | null): void {
  db.prepare('DELETE FROM case_members WHERE case_id = ?').run(id)
  const insert = db.prepare('INSERT INTO case_members VALUES (?, ?, ?)')
  for (const [kind, field] of Object.entries(membersOf))
    for (const member of (data?.[field] ?? []) as string[]) insert.run(id, kind, member)
}

function projectParticipants(db: Database, id: string, data: Record<string, unknown> | null): void {
  db.prepare('DELETE FROM participants WHERE source_id = ?').run(id)
  const insert = db.prepare('INSERT INTO participants VALUES (?, ?)')
  for (const personId of (data?.participantIds ?? []) as string[]) insert.run(id, personId)
}
