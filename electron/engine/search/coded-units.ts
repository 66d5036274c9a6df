import type { codedUnits } from '../../../shared/contract/search.ts'
import { paragraphStarts } from '../../../shared/text/edit.ts'
import {
  segmentAt,
  trimmed,
  type SegmentedText,
  type SegmentKind,
  type TextRange,
} from '../../../shared/text/segments.ts'
import type { PassageOrPlace } from '../passages/passage-at.ts'
import type { Project } from '../project/project.ts'
import { currentRound } from '../rounds/round.ts'
import { storedText } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import type { Found } from './found.ts'
import type { ScopedSource } from './scope.ts'

/** A range that coding all hits would code, UTF-16 code units. */
export interface CodedUnit {
  id: string
  source: ScopedSource
  start: number
  end: number
  hits: number
}

/** Hits, or the sentences, turns or paragraphs they stand in; those that overlap are one. */
export async function unitsOf(
  project: Project,
  found: Found,
  unit: (typeof codedUnits)[number],
  task: Task,
): Promise<{ units: CodedUnit[]; leftOut: number }> {
  const round = currentRound(project)
  const units: CodedUnit[] = []
  let leftOut = 0
  for (const [index, { source, places }] of found.sources.entries()) {
    if (index % 8 === 7) await task.reach(index, found.sources.length)
    if (round && !round.sourceIds.includes(source.id)) {
      leftOut += places.length / 2
      continue
    }
    for (const [start, end, hits] of rangesIn(project, source.id, places, unit))
      units.push({ id: `${source.id}:${start}`, source, start, end, hits })
  }
  return { units, leftOut }
}

function rangesIn(
  project: Project,
  sourceId: string,
  places: ArrayLike<number>,
  unit: (typeof codedUnits)[number],
): [number, number, number][] {
  const segmented = unit === 'hit' ? null : segmentedText(project, sourceId)
  const ranges: [number, number, number][] = []
  for (let at = 0; at < places.length; at += 2) {
    let start = places[at] ?? 0
    let end = places[at + 1] ?? 0
    if (segmented && unit !== 'hit') ({ start, end } = widened(segmented, unit, { start, end }))
    const before = ranges.at(-1)
    if (before && start < before[1]) {
      before[1] = Math.max(before[1], end)
      before[2] += 1
    } else ranges.push([start, end, 1])
  }
  return ranges
}

/** Widens places in sources, not passages, to the units they stand in. */
export function placeWidener(
  project: Project,
  unit: (typeof codedUnits)[number],
): (at: PassageOrPlace) => PassageOrPlace {
  const texts = new Map<string, SegmentedText | null>()
  return (at) => {
    if (unit === 'hit' || 'passageId' in at) return at
    const { sourceId, start, end } = at
    const text = texts.has(sourceId) ? texts.get(sourceId) : segmentedText(project, sourceId)
    texts.set(sourceId, text ?? null)
    // A place that is not in the text is refused where it is looked for.
    return text && start < end && end <= text.text.length
      ? { ...at, ...widened(text, unit, { start, end }) }
      : at
  }
}

function segmentedText(project: Project, sourceId: string): SegmentedText | null {
  const stored = storedText(project.db, sourceId)
  return stored && { ...stored, starts: paragraphStarts(stored.text) }
}

function widened(text: SegmentedText, unit: SegmentKind, { start, end }: TextRange): TextRange {
  const first = segmentAt(text, unit, start)
  const last = segmentAt(text, unit, end - 1)
  return trimmed(text.text, {
    start: Math.min(start, first.start),
    end: Math.max(end, last.end),
  })
}
