import type { Database } from 'better-sqlite3'
import type { Folder, Source } from '../../../shared/model/entities.ts'
import { entityById, listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { codingCounts } from '../passages/coding-counts.ts'
import { visibleCodings } from '../passages/visible.ts'
import { textGeneration } from './source-text-store.ts'

interface Sizes {
  characters: number
  words: number
  codings: number
}

/** All living sources in the order of the navigator: folder by folder, folders before what stands beside them. */
export function listSources(project: Project): Source[] {
  const sizes = sourceSizes(project)
  const places = folderPlaces(listFolders(project))
  const placeOf = ({ folderId }: Source) =>
    (folderId === null ? undefined : places.get(folderId)) ?? Number.POSITIVE_INFINITY
  return listEntities(project, 'sources')
    .map((entity) => entityToSource(entity, sizes.get(entity.id)))
    .sort((a, b) => {
      const here = placeOf(a)
      const there = placeOf(b)
      if (here !== there) return here - there
      return a.order - b.order || a.number - b.number || (a.id < b.id ? -1 : 1)
    })
}

/** Where the sources of a folder come in the list: after those of the folders in it. */
function folderPlaces(folders: readonly Folder[]): Map<string, number> {
  const places = new Map<string, number>()
  const seen = new Set<string>()
  const visit = (folder: Folder): void => {
    if (seen.has(folder.id)) return
    seen.add(folder.id)
    for (const inner of folders) if (inner.parentId === folder.id) visit(inner)
    places.set(folder.id, places.size)
  }
  const known = new Set(folders.map((folder) => folder.id))
  for (const folder of folders)
    if (folder.parentId === null || !known.has(folder.parentId)) visit(folder)
  for (const folder of folders) visit(folder)
  return places
}

export function sourceById(project: Project, id: string): Source {
  const entity = entityById(project, 'sources', id, 'source.notFound')
  return entityToSource(entity, sourceSizes(project, id).get(id))
}

export function listFolders(project: Project): Folder[] {
  return (listEntities(project, 'folders') as unknown as Folder[]).sort(
    (a, b) => a.order - b.order || a.name.localeCompare(b.name, 'nb'),
  )
}

/** Number for the next source: running, never given twice on this device. */
export function nextSourceNumber(project: Project): number {
  const highest = project.db
    .prepare<[], number | null>(
      `SELECT max(json_extract(data, '$.number')) FROM entities WHERE kind = 'sources'`,
    )
    .pluck()
    .get()
  return (highest ?? 0) + 1
}

interface TextSize {
  source_id: string
  characters: number
  words: number
}

function sourceSizes(project: Project, sourceId?: string): Map<string, Sizes> {
  const { db } = project
  const texts = sourceId === undefined ? textSizes(db) : measuredTexts(db, sourceId)
  const counts = sourceId === undefined ? codingCounts(db).bySource : codingsIn(project, sourceId)
  return new Map(
    texts.map(({ source_id, characters, words }) => [
      source_id,
      { characters, words, codings: counts.get(source_id)?.codings ?? 0 },
    ]),
  )
}

/** Kept until a text changes, here or by a program that writes while we read. */
function textSizes(db: Database): readonly TextSize[] {
  if (db.inTransaction) return measuredTexts(db)
  const version = `${textGeneration(db)} ${String(db.pragma('data_version', { simple: true }))}`
  const known = keptSizes.get(db)
  if (known?.version === version) return known.sizes
  const sizes = measuredTexts(db)
  keptSizes.set(db, { version, sizes })
  return sizes
}

const keptSizes = new WeakMap<Database, { version: string; sizes: readonly TextSize[] }>()

function measuredTexts(db: Database, sourceId?: string): TextSize[] {
  return db
    .prepare<string[], TextSize>(
      `SELECT source_texts.source_id, coalesce(max(stop) + 1, 0) characters, coalesce(sum(words), 0) words
       FROM source_texts LEFT JOIN paragraphs USING (source_id)
       ${sourceId === undefined ? '' : 'WHERE source_texts.source_id = ?'}
       GROUP BY source_texts.source_id`,
    )
    .all(...(sourceId === undefined ? [] : [sourceId]))
}

function codingsIn(project: Project, sourceId: string): Map<string, { codings: number }> {
  const codings = project.db
    .prepare<[string], number>(
      `SELECT count(*) FROM codings WHERE ${visibleCodings} AND source_id = ?`,
    )
    .pluck()
    .get(sourceId)
  return new Map([[sourceId, { codings: codings ?? 0 }]])
}

function entityToSource(entity: Entity, sizes: Sizes | undefined): Source {
  return {
    // Projects of earlier versions have no such day.
    deleteBy: '',
    ...(entity as unknown as Omit<Source, keyof Sizes | 'deleteBy'>),
    ...(sizes ?? { characters: 0, words: 0, codings: 0 }),
  }
}
