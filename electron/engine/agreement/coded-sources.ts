import type { AgreementParameters } from '../../../shared/contract/agreement.ts'
import {
  characterFinder,
  passageFinder,
  segmentFinder,
  type CodedSpan,
  type UnitFinder,
} from '../../../shared/analysis/agreement/coded-units.ts'
import type { CodedSource } from '../../../shared/analysis/agreement/coded-text.ts'
import { paragraphStarts } from '../../../shared/text/edit.ts'
import { allSegments } from '../../../shared/text/segments.ts'
import { livingCodings } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { storedText } from '../sources/source-text-store.ts'

/** Which codings are compared. */
export interface CodingsOfAnalysts {
  analystIds: readonly string[]
  /** Layers whose codings count; that of a blind round is named by the round. */
  layers: readonly string[]
  sourceIds: readonly string[]
  /** null: all codes. */
  codeIds: readonly string[] | null
}

interface Row {
  source_id: string
  code_id: string
  analyst_id: string
  start: number
  stop: number
  weight: number | null
}

/** Codings by source, in the order of their places. Those of lost passages and deleted codes do not count. */
export function codingsOf(
  project: Project,
  { analystIds, layers, sourceIds, codeIds }: CodingsOfAnalysts,
): Map<string, CodedSpan[]> {
  const values = {
    analysts: JSON.stringify(analystIds),
    layers: JSON.stringify(layers),
    sources: JSON.stringify(sourceIds),
    codes: JSON.stringify(codeIds),
  }
  const rows = project.db
    .prepare<[typeof values], Row>(
      `SELECT codings.source_id, code_id, analyst_id, start, stop, weight
       FROM allowed_codings codings JOIN allowed_passages passages ON passages.id = codings.passage_id
       WHERE ${livingCodings} AND passages.state = 'placed' AND start < stop
         AND analyst_id IN (SELECT value FROM json_each(:analysts))
         AND codings.layer IN (SELECT value FROM json_each(:layers))
         AND codings.source_id IN (SELECT value FROM json_each(:sources))
         AND (:codes = 'null' OR code_id IN (SELECT value FROM json_each(:codes)))
       ORDER BY codings.source_id, start, stop, codings.id`,
    )
    .all(values)
  const spans = new Map<string, CodedSpan[]>()
  for (const row of rows) {
    const list = spans.get(row.source_id) ?? []
    spans.set(row.source_id, list)
    list.push({
      coder: analystIds.indexOf(row.analyst_id),
      code: row.code_id,
      start: row.start,
      end: row.stop,
      weight: row.weight,
    })
  }
  return spans
}

/** A source as analysts have coded it, cut into units. */
export function codedSource(
  project: Project,
  sourceId: string,
  spans: readonly CodedSpan[],
  { unit, overlap }: { unit: AgreementParameters['unit']; overlap: number },
): CodedSource {
  const length = lengthOf(project, sourceId)
  return { length, spans, finder: finderOf(project, sourceId, spans, { unit, overlap, length }) }
}

function finderOf(
  project: Project,
  sourceId: string,
  spans: readonly CodedSpan[],
  how: { unit: AgreementParameters['unit']; overlap: number; length: number },
): UnitFinder {
  if (how.unit === 'character') return characterFinder(how.length)
  if (how.unit === 'passage') return passageFinder(spans, how.overlap)
  const source = storedText(project.db, sourceId)
  if (!source) return segmentFinder([], how.overlap)
  const { text, blocks } = source
  const kind = how.unit === 'token' ? 'word' : how.unit
  const units = allSegments({ text, blocks, starts: paragraphStarts(text) }, kind)
  return segmentFinder(units, how.overlap)
}

/** Characters of a text, without reading it. */
function lengthOf(project: Project, sourceId: string): number {
  const length = project.db
    .prepare<[string], number>('SELECT max(stop) + 1 FROM paragraphs WHERE source_id = ?')
    .pluck()
    .get(sourceId)
  return length ?? 0
}
