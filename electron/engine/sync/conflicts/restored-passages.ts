import * as Y from 'yjs'
import { citedPassages } from '../../passages/cited-passages.ts'
import type { PassageRecord } from '../../passages/passage-record.ts'
import { indexMaps, remoteOrigin } from '../../project/documents.ts'
import type { Project } from '../../project/project.ts'

/**
 * One took a passage away while the other coded it anew or cited it: it comes back, with what the other
 * did and without what was taken away. To be called when the update is applied; `doc` is changed.
 */
export function restorePassages(
  project: Project,
  sourceId: string,
  doc: Y.Doc,
  update: Uint8Array,
): void {
  const passages = doc.getMap<PassageRecord>('passages')
  const missing = [...neededPassages(project, sourceId, doc)].filter((id) => !passages.has(id))
  if (missing.length === 0) return
  // Its record was let go when it was taken away, here or there; the log and the update still have it.
  const whole = project.log.load(doc.guid, { gc: false })
  whole.gc = false
  Y.applyUpdate(whole, update)
  const records = whole.getMap<PassageRecord>('passages')
  doc.transact(() => {
    for (const id of missing) {
      const record: unknown = records._map.get(id)?.content.getContent().at(-1)
      if (isRecord(record)) passages.set(id, record)
    }
  }, remoteOrigin)
  whole.destroy()
}

function* neededPassages(project: Project, sourceId: string, doc: Y.Doc): Generator<string> {
  for (const map of ['codings', ...indexMaps])
    for (const entry of doc.getMap<{ passageId: string }>(map).values()) yield entry.passageId
  const known = project.db
    .prepare<[string], string>('SELECT id FROM passages WHERE source_id = ?')
    .pluck()
    .all(sourceId)
  const gone = known.filter((id) => !doc.getMap('passages').has(id))
  if (gone.length === 0) return
  const cited = citedPassages(project)
  for (const id of gone) if (cited.has(id)) yield id
}

function isRecord(value: unknown): value is PassageRecord {
  return typeof value === 'object' && value !== null && 'start' in value && 'quote' in value
}
