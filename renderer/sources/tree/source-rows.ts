import type { Folder, Source } from '../../../shared/model/entities.ts'

export type SourceRow =
  | { type: 'folder'; id: string; depth: number; folder: Folder; isOpen: boolean; count: number }
  | { type: 'source'; id: string; depth: number; source: Source }

export interface RowOptions {
  filter: string
  collapsed: ReadonlySet<string>
  locale: string
}

/** Folders and sources in the order of the navigator; with a filter, only what matches and its folders. */
export function sourceRows(
  sources: readonly Source[],
  folders: readonly Folder[],
  options: RowOptions,
): SourceRow[] {
  const words = options.filter.trim().toLocaleLowerCase(options.locale).split(/\s+/)
  const isFiltered = words[0] !== ''
  const matches = (source: Source): boolean => {
    const title = `${source.title} ${source.place}`.toLocaleLowerCase(options.locale)
    return words.every((word) => title.includes(word))
  }
  const collator = new Intl.Collator(options.locale, { numeric: true })
  const known = new Set(folders.map((folder) => folder.id))
  const foldersBy = groupBy(folders, ({ parentId }) => placeIn(parentId, known))
  const sourcesBy = groupBy(sources, ({ folderId }) => placeIn(folderId, known))
  const rows: SourceRow[] = []
  const seen = new Set<string>()

  const addFolder = (folder: Folder, depth: number): number => {
    if (seen.has(folder.id)) return 0
    seen.add(folder.id)
    const place = rows.length
    const isOpen = isFiltered || !options.collapsed.has(folder.id)
    const row: SourceRow = { type: 'folder', id: folder.id, depth, folder, isOpen, count: 0 }
    rows.push(row)
    row.count = addInside(folder.id, depth + 1)
    if (!isOpen) rows.length = place + 1
    if (isFiltered && row.count === 0) rows.length = place
    return row.count
  }
  const addInside = (folderId: string | null, depth: number): number => {
    let count = 0
    const inner = foldersBy.get(folderId) ?? []
    for (const folder of inner.toSorted(
      (a, b) => a.order - b.order || collator.compare(a.name, b.name),
    )) {
      count += addFolder(folder, depth)
    }
    const here = (sourcesBy.get(folderId) ?? []).filter((source) => !isFiltered || matches(source))
    for (const source of here.toSorted(
      (a, b) => a.order - b.order || collator.compare(a.title, b.title),
    )) {
      rows.push({ type: 'source', id: source.id, depth, source })
      count += 1
    }
    return count
  }
  addInside(null, 1)
  return rows
}

/** Something in a folder that is not there any more stands at the top. */
function placeIn(id: string | null, known: ReadonlySet<string>): string | null {
  return id !== null && known.has(id) ? id : null
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
