import type { Database } from 'better-sqlite3'
import type { DocumentChange } from '../project/documents.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { layerOf } from './layer-projection.ts'

/**
 * Refuses what nobody may do by any command, also not by undo and redo: edit the text of a source that
 * is being read blind (B8), and write in a layer that is closed or another's (B5). What a merge brings
 * is let in.
 */
export function guardRounds(project: Project, changes: readonly DocumentChange[]): void {
  for (const change of changes) {
    if (!change.isOwn) continue
    if (change.name.startsWith('source:') && change.bodyDeltas.length > 0)
      requireThawed(project, change.name.slice('source:'.length))
    if (change.name.startsWith('layer:')) requireOwnLayer(project, change.name)
  }
}

function requireThawed(project: Project, sourceId: string): void {
  const round = project.db
    .prepare<[string], string>(
      `SELECT data ->> '$.name' FROM living_rounds WHERE id IN (
         SELECT round_id FROM frozen_sources WHERE source_id = ?) LIMIT 1`,
    )
    .pluck()
    .get(sourceId)
  if (round !== undefined) throw new Refusal('round.textFrozen', { round })
}

function requireOwnLayer(project: Project, name: string): void {
  const { roundId, analystId } = layerOf(name)
  const isOpen = project.db
    .prepare<[string], number>('SELECT 1 FROM own_rounds WHERE id = ?')
    .pluck()
    .get(roundId)
  if (isOpen === undefined || analystId !== project.analystId)
    throw new Refusal('round.closed', { round: nameOf(project.db, roundId) })
}

function nameOf(db: Database, roundId: string): string {
  return (
    db
      .prepare<[string], string>(
        `SELECT data ->> '$.name' FROM entities WHERE kind = 'rounds' AND id = ?`,
      )
      .pluck()
      .get(roundId) ?? ''
  )
}

/** The round in whose layers a step was done, if any. */
export function roundOfDocuments(documents: readonly string[]): string | undefined {
  const layer = documents.find((name) => name.startsWith('layer:'))
  return layer === undefined ? undefined : layerOf(layer).roundId
}

/** Sources that a layer can have codings in. */
export function sourcesOfRound(db: Database, layer: string): string[] {
  return db
    .prepare<[string], string>(
      `SELECT value FROM entities, json_each(data, '$.sourceIds') WHERE kind = 'rounds' AND entities.id = ?`,
    )
    .pluck()
    .all(layerOf(layer).roundId)
}
