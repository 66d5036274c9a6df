/**
 * Conditions for what can be seen: codings of deleted codes and in deleted sources wait, untouched,
 * for the deletion to be undone. To be used in a WHERE clause. The plus signs keep SQLite from walking
 * the indexes for every code and source there is: the conditions only filter what others have found.
 */
export const visibleCodings = `
  +codings.code_id IN (SELECT id FROM entities WHERE kind = 'codes' AND deleted = 0)
  AND +codings.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

export const visiblePassages = `
  +passages.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`
