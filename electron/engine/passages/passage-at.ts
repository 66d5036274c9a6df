import type * as Y from 'yjs'
import type { z } from 'zod'
import type { passageOrPlace } from '../../../shared/contract/texts.ts'
import { wholeCharacter } from '../../../shared/text/edit.ts'
import { entityById } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { refuseBlind } from '../rounds/round.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { anchorRange, type PassageRecord } from './passage-record.ts'

export type PassageOrPlace = z.output<typeof passageOrPlace>

/** A range of a source's text in UTF-16 code units, and the passage that is there already, if any. */
export interface FoundPlace {
  sourceId: string
  start: number
  end: number
  text: string
  passageId: string | null
}

/** Where a passage is, or the range that is to become one; refuses what is nowhere. */
export function findPlace(project: Project, at: PassageOrPlace): FoundPlace {
  if ('passageId' in at) {
    const row = project.db
      .prepare<[string], { source_id: string; start: number; stop: number; layer: string }>(
        'SELECT source_id, start, stop, layer FROM passages WHERE id = ?',
      )
      .get(at.passageId)
    if (!row) throw new Refusal('passage.notFound', { id: at.passageId })
    // A deleted source keeps its passages while it waits for undo.
    entityById(project, 'sources', row.source_id, 'source.notFound')
    if (row.layer !== 'working') refuseBlind(project)
    const text = storedCharacters(project.db, row.source_id) ?? ''
    return {
      sourceId: row.source_id,
      start: row.start,
      end: row.stop,
      text,
      // What rests on a passage of a round's layer rests on the same words outside of it.
      passageId: row.layer === 'working' ? at.passageId : null,
    }
  }
  entityById(project, 'sources', at.sourceId, 'source.notFound')
  const text = storedCharacters(project.db, at.sourceId) ?? ''
  return {
    sourceId: at.sourceId,
    ...codableRange(text, at.start, at.end),
    text,
    passageId: null,
  }
}

/**
 * Gives the passages of places inside one change, made where there is none; the same range asked for
 * twice is one passage.
 */
export function passageMaker(project: Project, edit: Edit): (place: FoundPlace) => string {
  const made = new Map<string, string>()
  return (place) => {
    const { sourceId, text, start, end } = place
    const key = `${sourceId}:${start}:${end}`
    const known = place.passageId ?? made.get(key)
    if (known !== undefined) return known
    const id = edit(`source:${sourceId}`, (doc) =>
      passageAt(project, { doc, layer: 'working' }, sourceId, text, start, end),
    )
    made.set(key, id)
    return id
  }
}

/** Proves a range, moved outward off surrogate pairs; at least one visible character must be in it. */
export function codableRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  if (start >= end || end > text.length) {
    throw new Refusal('passage.rangeInvalid', { start, end, length: text.length })
  }
  const range = { start: wholeCharacter(text, start, -1), end: wholeCharacter(text, end, 1) }
  if (text.slice(range.start, range.end).trim() === '') throw new Refusal('passage.empty', range)
  return range
}

/** The document that holds the passages of a layer. */
export interface LayerDocument {
  doc: Y.Doc
  layer: string
}

/** The passage of a layer at exactly this range, made if there is none. */
export function passageAt(
  project: Project,
  { doc, layer }: LayerDocument,
  sourceId: string,
  text: string,
  start: number,
  end: number,
): string {
  const known = project.db
    .prepare<[string, number, number, string], string>(
      `SELECT id FROM passages
       WHERE source_id = ? AND length = ? AND start = ? AND state = 'placed' AND layer = ?
       ORDER BY id LIMIT 1`,
    )
    .pluck()
    .get(sourceId, end - start, start, layer)
  if (known !== undefined) return known
  const id = project.newId()
  doc.getMap<PassageRecord>('passages').set(id, {
    ...anchorRange(project.source(sourceId).getText('body'), text, start, end),
    created: project.now(),
    createdBy: project.analystId,
    ...(layer === 'working' ? {} : { sourceId }),
  })
  return id
}
