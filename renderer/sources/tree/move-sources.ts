import type { SourceRow } from './source-rows.ts'

/** Arguments of `sources.move`; `beforeId` null means last. */
export interface SourceMove {
  sourceIds: string[]
  folderId: string | null
  beforeId: string | null
}

export type DropPlace = 'before' | 'inside' | 'after'

/** Where dropped rows would go: a folder takes them in, a source lets them stand beside it. */
export function dropPlace(row: SourceRow, offset: number, height: number): DropPlace {
  if (row.type === 'folder') return 'inside'
  return offset < height / 2 ? 'before' : 'after'
}

export function folderOf(row: SourceRow): string | null {
  return row.type === 'folder' ? row.id : row.source.folderId
}

/** What dropping sources on a row means; undefined when it would change nothing. */
export function dropOn(
  rows: readonly SourceRow[],
  sourceIds: readonly string[],
  target: SourceRow,
  place: DropPlace,
): SourceMove | undefined {
  if (sourceIds.length === 0) return undefined
  const folderId = folderOf(target)
  if (place === 'inside') return { sourceIds: [...sourceIds], folderId, beforeId: null }
  const siblings = sourcesIn(rows, folderId)
  const from = siblings.indexOf(target.id) + (place === 'after' ? 1 : 0)
  const beforeId = siblings.slice(from).find((id) => !sourceIds.includes(id)) ?? null
  const rest = siblings.filter((id) => !sourceIds.includes(id))
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId)
  const result = [...rest.slice(0, at), ...sourceIds, ...rest.slice(at)]
  const isSame = result.every((id, index) => id === siblings[index])
  return isSame ? undefined : { sourceIds: [...sourceIds], folderId, beforeId }
}

/** One place up or down within their folder; undefined when they stand first or last already. */
export function moveBy(
  rows: readonly SourceRow[],
  chosen: readonly string[],
  way: 'up' | 'down',
): SourceMove | undefined {
  const first = rows.find((row) => row.type === 'source' && chosen.includes(row.id))
  if (first === undefined) return undefined
  const folderId = folderOf(first)
  const siblings = sourcesIn(rows, folderId)
  const sourceIds = siblings.filter((id) => chosen.includes(id))
  const places = sourceIds.map((id) => siblings.indexOf(id))
  if (way === 'up') {
    const beforeId = siblings[Math.min(...places) - 1]
    return beforeId === undefined ? undefined : { sourceIds, folderId, beforeId }
  }
  const last = Math.max(...places)
  if (last === siblings.length - 1) return undefined
  return { sourceIds, folderId, beforeId: siblings[last + 2] ?? null }
}

function sourcesIn(rows: readonly SourceRow[], folderId: string | null): string[] {
  return rows
    .filter((row) => row.type === 'source' && row.source.folderId === folderId)
    .map((row) => row.id)
}
