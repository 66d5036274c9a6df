import { openDatabase } from '../project/database-file.ts'
import type { Project } from '../project/project.ts'
import { withheldFrom } from '../sync/withheld.ts'
import { layerOf } from './layer-projection.ts'

/** Documents of layers that nobody may be sent yet (S8). */
export function withheldLayers(project: Project): string[] {
  const isWithheld = withheldFrom(project)
  return project.log.documents('layer').filter((name) => isWithheld.document(name))
}

/**
 * Takes layers out of a copy of the project file, with what the trail and undo have of them, and the
 * keys of live sessions, so that not a byte of them is left in it.
 */
export function stripLayers(
  path: string,
  password: string | null,
  layers: readonly string[],
): void {
  const db = openDatabase(path, { password: password ?? undefined, readOnly: false })
  try {
    // Nothing of it may stay beside the file.
    db.pragma('journal_mode = DELETE')
    db.pragma('secure_delete = ON')
    db.transaction(() => {
      for (const name of layers) {
        const { roundId, analystId } = layerOf(name)
        for (const table of ['log', 'snapshots', 'document_states'])
          db.prepare(`DELETE FROM ${table} WHERE doc = ?`).run(name)
        db.prepare('DELETE FROM passages WHERE layer = ? AND created_by = ?').run(
          roundId,
          analystId,
        )
        db.prepare('DELETE FROM codings WHERE layer = ? AND analyst_id = ?').run(roundId, analystId)
        db.prepare(`DELETE FROM activity WHERE stream LIKE '%/' || ?`).run(roundId)
      }
      db.exec('DELETE FROM activity_entities WHERE seq NOT IN (SELECT seq FROM activity)')
      // What undo keeps of other steps rests on the order of all of them.
      const undo = ['steps', 'step_items', 'restored_items', 'merges', 'set_aside_updates']
      if (layers.length > 0) for (const table of undo) db.exec(`DELETE FROM ${table}`)
      db.exec(`DELETE FROM local WHERE key = 'round' OR key LIKE 'live.%'`)
    })()
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}
