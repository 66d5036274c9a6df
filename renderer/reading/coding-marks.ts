import type { CodedPassage } from '../../shared/model/entities.ts'
import type { TextRange } from '../../shared/text/segments.ts'

/** One coding where it stands in the text. */
export interface CodingMark extends TextRange {
  codingId: string
  passageId: string
  codeId: string
  analystId: string
  /** Not yet confirmed by the engine. */
  isPending: boolean
  /** Given: no coding, but an activation of a text or an account of work. */
  kind?: 'activation' | 'account'
  /** The text that is activated; empty if none is. */
  textId?: string
}

/** Codings of placed passages, in the order of the passages: by start, then longest first. */
export function passagesToMarks(passages: readonly CodedPassage[]): CodingMark[] {
  const marks: CodingMark[] = []
  for (const passage of passages) {
    if (passage.state === 'lost') continue
    for (const coding of passage.codings) {
      marks.push({
        codingId: coding.id,
        passageId: passage.id,
        codeId: coding.codeId,
        analystId: coding.analystId,
        start: passage.start,
        end: passage.end,
        isPending: passage.id.startsWith(pendingPrefix),
      })
    }
  }
  return marks
}

export const pendingPrefix = 'pending-'

/** Order of passages in a text: by start, then longest first. */
export function comparePassages(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && a.end > b.start
}

/** A replacement of `[start, end)` by `length` code units. */
export interface Splice extends TextRange {
  length: number
}

/**
 * Where a range lies after a splice, as the engine places it: it grows with what is inserted inside
 * it, not at its ends. Empty if all its words were replaced.
 */
export function rangeAfterSplice<T extends TextRange>(range: T, splice: Splice): TextRange {
  const shift = splice.length - (splice.end - splice.start)
  const move = (offset: number, isEnd: boolean): number => {
    if (isEnd ? offset <= splice.start : offset < splice.start) return offset
    if (offset >= splice.end) return offset + shift
    return isEnd ? splice.start : splice.start + splice.length
  }
  const start = move(range.start, false)
  return { start, end: Math.max(start, move(range.end, true)) }
}

/** Of the passages that `among` takes, the one with the fewest words that lies at an offset. */
export function innermostAt(
  passages: readonly CodedPassage[],
  offset: number,
  among: (passage: CodedPassage) => boolean,
): CodedPassage | undefined {
  let best: CodedPassage | undefined
  for (const passage of passages) {
    if (passage.start > offset) break
    if (passage.state === 'lost' || passage.end <= offset || !among(passage)) continue
    if (best === undefined || passage.end - passage.start <= best.end - best.start) best = passage
  }
  return best
}
