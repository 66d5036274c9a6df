import type * as Y from 'yjs'
import type { Project } from '../project/project.ts'
import { withoutViews } from '../passages/visible.ts'
import { sourceOfItem } from '../compare/source-of-item.ts'
import { takeOutOfStudy } from './take-out-of-study.ts'
import { eraseSource } from '../sources/source-projection.ts'

/** A withdrawn source as the project document keeps it: that there was one, and nothing of what it said. */
export interface Withdrawal {
  sourceId: string
  created: string
  createdBy: string
  reason: string
  /** SHA-256 of the originals it was imported from, so that none comes back with an old bundle. */
  originals: string[]
}

export function withdrawals(project: Project): Withdrawal[] {
  return [...project.map('withdrawals')].map(([sourceId, fields]) => ({
    ...(fields.toJSON() as Omit<Withdrawal, 'sourceId'>),
    sourceId,
  }))
}

/**
 * Withdrawn sources of which something is still in this file, as after a partner withdrew them, or after
 * one who did not know of it yet gave a reason with words of it.
 */
export function unpurged(project: Project): string[] {
  return project.db
    .prepare<[], string>(
      `WITH withdrawn AS (SELECT id FROM entities WHERE kind = 'withdrawals')
       SELECT id FROM withdrawn WHERE EXISTS (SELECT 1 FROM log WHERE doc = 'source:' || id)
         OR EXISTS (SELECT 1 FROM snapshots WHERE doc = 'source:' || id)
       UNION SELECT data ->> '$.sourceId' FROM entities
         WHERE EXISTS (SELECT 1 FROM withdrawn) AND kind IN ('conflicts', 'settlements', 'discussions')
           AND data ->> '$.sourceId' IN withdrawn
       UNION SELECT data ->> '$.sourceId' FROM entities
         WHERE EXISTS (SELECT 1 FROM withdrawn) AND kind = 'quotes'
           AND data ->> '$.sourceId' IN withdrawn
           AND data ->> '$.text' || (data ->> '$.translation') <> ''`,
    )
    .pluck()
    .all()
}

/**
 * Takes everything of withdrawn sources out of the file: log, snapshot, original, index, what undo and
 * set-aside merges keep, and the readable part of the activity trail. What can be undone is forgotten.
 * The freed pages are overwritten. Cannot be taken back.
 */
export function purge(project: Project, sourceIds: readonly string[]): void {
  const { db } = project
  const names = sourceIds.map((id) => `source:${id}`)
  const hashes = withdrawals(project)
    .filter(({ sourceId }) => sourceIds.includes(sourceId))
    .flatMap(({ originals }) => originals)
  clearTraces(project, sourceIds)
  db.pragma('secure_delete = ON')
  db.transaction(() => {
    project.history.clear()
    const tables = ['log', 'snapshots', 'document_states', 'step_items', 'restored_items']
    for (const table of tables)
      for (const name of names) db.prepare(`DELETE FROM ${table} WHERE doc = ?`).run(name)
    for (const hash of hashes) db.prepare('DELETE FROM blobs WHERE hash = ?').run(hash)
    for (const id of sourceIds) eraseSource(db, id)
    for (const id of [...sourceIds, ...quotesFrom(project, sourceIds)])
      db.prepare(
        `UPDATE main.activity SET label = '', changes = '{}'
         WHERE seq IN (SELECT seq FROM activity_entities WHERE entity = ?)
           AND command <> 'sources.withdraw'`,
      ).run(id)
    db.exec(`INSERT INTO paragraph_words (paragraph_words) VALUES ('optimize')`)
  })()
  project.documents.forget(names)
  // The log still has what was taken out of these; their present state is all that may stay.
  for (const name of ['project', ...layersWith(project)]) project.documents.compact(name)
  withoutViews(db, () => db.exec('VACUUM'))
  project.settle()
}

/** Quotes taken from sources, also those no longer in the register. */
function quotesFrom(project: Project, sourceIds: readonly string[]): string[] {
  return project.db
    .prepare<[string], string>(
      `SELECT id FROM entities WHERE kind = 'quotes'
         AND data ->> '$.sourceId' IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(sourceIds))
}

function layersWith(project: Project): string[] {
  return project.log.documents('layer')
}

const saidMaps = ['conflicts', 'settlements', 'discussions'] as const

/**
 * What else tells of the sources: layers of rounds, items to settle, what was decided and said about
 * them, with the reasons as the trail has them, values, participants and cases.
 */
function clearTraces(project: Project, sourceIds: readonly string[]): void {
  const gone = new Set(sourceIds)
  const said = saidMaps.map((map) => ({ map, ids: saidOf(project, map, gone) }))
  const items = said.flatMap(({ map, ids }) =>
    ids.flatMap((id) => {
      const entry = project.map(map).get(id)?.toJSON() as Said | undefined
      return [entry?.item ?? id, ...(entry?.thing === undefined ? [] : [entry.thing.id])]
    }),
  )
  project.change(
    {
      command: 'sources.purge',
      label: '',
      entities: [...sourceIds],
      undoable: false,
      isPurge: true,
    },
    (edit) => {
      edit('project', (doc) => {
        for (const { map, ids } of said) for (const id of ids) doc.getMap(map).delete(id)
        for (const id of sourceIds) takeOutOfStudy(project, doc, id)
      })
      for (const name of layersWith(project)) edit(name, (doc) => clearLayer(doc, gone))
    },
  )
  project.db
    .prepare(
      `UPDATE main.activity SET label = '', changes = '{}'
       WHERE command IN ('compare.settle', 'conflicts.settle', 'discussions.add')
         AND seq IN (SELECT seq FROM activity_entities
           WHERE entity IN (SELECT value FROM json_each(?)))`,
    )
    .run(JSON.stringify(items))
}

interface Said {
  sourceId?: string
  item?: string
  thing?: { id: string }
}

/** Ids of items, decisions or remarks about withdrawn sources; older ones do not say which themselves. */
function saidOf(
  project: Project,
  map: (typeof saidMaps)[number],
  gone: ReadonlySet<string>,
): string[] {
  return [...project.map(map)].flatMap(([id, entry]) => {
    const { sourceId, item } = entry.toJSON() as Said
    return gone.has(sourceId ?? sourceOfItem(project, item ?? '')) ? [id] : []
  })
}

function clearLayer(doc: Y.Doc, gone: ReadonlySet<string>): void {
  const passages = doc.getMap<{ sourceId?: string }>('passages')
  const codings = doc.getMap<{ passageId: string }>('codings')
  for (const [id, passage] of [...passages]) {
    if (!gone.has(passage.sourceId ?? '')) continue
    for (const [codingId, coding] of [...codings])
      if (coding.passageId === id) codings.delete(codingId)
    passages.delete(id)
  }
}
