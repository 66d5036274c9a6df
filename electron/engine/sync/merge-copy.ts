import * as Y from 'yjs'
import type { CommandOutput } from '../../../shared/contract/index.ts'
import { openDatabase } from '../project/database-file.ts'
import { Log } from '../project/log.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

/**
 * Takes over what a copy of this project holds and this one does not. The order of merging does not
 * matter, and merging twice changes nothing (invariant 9). The copy is only read.
 */
export function mergeCopy(
  project: Project,
  { path, password }: { path: string; password?: string | undefined },
): CommandOutput<'sync.mergeCopy'> {
  const db = openDatabase(path, { password, readOnly: true })
  try {
    const log = new Log(db)
    const theirs = log.load('project')
    const [own, other] = [idOf(project.documents.get('project')), idOf(theirs)]
    if (own !== other) throw new Refusal('sync.otherProject', { path })
    const updates = new Map<string, Uint8Array>()
    for (const name of log.documents()) {
      const doc = name === 'project' ? theirs : log.load(name)
      const known = Y.encodeStateVector(project.documents.get(name))
      const update = Y.encodeStateAsUpdate(doc, known)
      doc.destroy()
      updates.set(name, update)
    }
    const originals = db
      .prepare<[], { hash: string; bytes: Uint8Array }>('SELECT hash, bytes FROM blobs')
      .iterate()
    for (const { hash, bytes } of originals) project.keepOriginal(hash, bytes)
    const title = String(project.documents.get('project').getMap('meta').get('title') ?? '')
    return { documents: project.receive({ command: 'sync.mergeCopy', label: title }, updates) }
  } finally {
    db.close()
  }
}

function idOf(doc: Y.Doc): string {
  return String(doc.getMap('meta').get('id') ?? '')
}
