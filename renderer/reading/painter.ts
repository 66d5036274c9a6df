import type { CodingMark } from './coding-marks.ts'
import { overlaps } from './coding-marks.ts'
import type { DomPositions } from './dom-positions.ts'
import { codeHighlight, focusHighlight, litHighlight } from './highlight-sheet.ts'
import { hueIndex, levelCount, rangeLevels } from './mark-levels.ts'
import type { TextRange } from '../../shared/text/segments.ts'

/** Order in which highlights lie over one another. */
const priorities: Record<string, number> = {
  'reading-found': 20,
  'reading-found-here': 21,
  'reading-kept': 30,
  'reading-indexed': 30,
  'index-activation': 5,
  'index-account': 6,
  'index-term': 4,
}

/**
 * Paints one text. Highlights belong to the whole document, which may show two texts side by side;
 * so a painter adds its ranges to the common ones and takes only these away.
 */
export class Painter {
  private readonly painted = new Map<string, AbstractRange[]>()
  private ranges: Map<string, Range> = new Map()
  private readonly positions: DomPositions

  constructor(positions: DomPositions) {
    this.positions = positions
  }

  /** Paints the codings that touch `shown`; `hueOf` gives undefined for codes that are not shown. */
  paintCodings(
    marks: readonly CodingMark[],
    shown: TextRange,
    hueOf: (mark: CodingMark) => number | undefined,
  ): void {
    const byHue = new Map<number, CodingMark[]>()
    for (const mark of marks) {
      if (mark.start >= shown.end) break
      if (!overlaps(mark, shown)) continue
      const hue = hueOf(mark)
      if (hue === undefined) continue
      const index = hueIndex(hue)
      const same = byHue.get(index)
      if (same === undefined) byHue.set(index, [mark])
      else same.push(mark)
    }
    const next = new Map<string, AbstractRange[]>()
    const old = this.ranges
    this.ranges = new Map()
    for (const [hue, same] of byHue) {
      const levels = rangeLevels(same, levelCount)
      for (const [index, mark] of same.entries()) {
        const name = codeHighlight(hue, levels[index] ?? 0)
        const range = this.rangeFor(mark.passageId, clipped(mark, shown), old)
        const ranges = next.get(name)
        if (ranges === undefined) next.set(name, [range])
        else ranges.push(range)
      }
    }
    for (const name of this.painted.keys()) {
      if (isCodeName(name) && !next.has(name)) this.set(name, [])
    }
    for (const [name, ranges] of next) this.set(name, ranges)
  }

  /** The range painted before, if it still lies right: what is not changed is not painted again. */
  private rangeFor(passageId: string, place: TextRange, old: ReadonlyMap<string, Range>): Range {
    const fresh = this.ranges.get(passageId)
    if (fresh !== undefined) return fresh
    const before = old.get(passageId)
    const from = this.positions.pointAt(place.start)
    const to = this.positions.pointAt(place.end, true)
    const isRight =
      before !== undefined &&
      before.startContainer === from.node &&
      before.startOffset === from.offset &&
      before.endContainer === to.node &&
      before.endOffset === to.offset
    const range = isRight ? before : this.positions.range(place)
    this.ranges.set(passageId, range)
    return range
  }

  /** Lights a passage up, as under the pointer; null: none. */
  light(range: TextRange | null, hue: number): void {
    this.clear('code-lit-')
    if (range !== null) this.set(litHighlight(hueIndex(hue)), [this.positions.range(range)])
  }

  /** Underlines the passage in hand; null: none. */
  focus(range: TextRange | null, hue: number): void {
    this.clear('code-focus-')
    if (range !== null) this.set(focusHighlight(hueIndex(hue)), [this.positions.range(range)])
  }

  /** Paints plain ranges, such as search hits or the selection while the focus is elsewhere. */
  plain(name: string, ranges: readonly TextRange[]): void {
    this.set(
      name,
      ranges.map((range) => this.positions.range(range)),
    )
  }

  destroy(): void {
    for (const name of [...this.painted.keys()]) this.set(name, [])
  }

  private clear(prefix: string): void {
    for (const name of this.painted.keys()) if (name.startsWith(prefix)) this.set(name, [])
  }

  private set(name: string, ranges: AbstractRange[]): void {
    const before = this.painted.get(name)
    if (before === undefined && ranges.length === 0) return
    const highlight = highlightOf(name)
    const kept = new Set(ranges)
    for (const range of before ?? []) if (!kept.has(range)) highlight.delete(range)
    for (const range of ranges) if (!highlight.has(range)) highlight.add(range)
    if (ranges.length === 0) this.painted.delete(name)
    else this.painted.set(name, ranges)
    if (highlight.size === 0) CSS.highlights.delete(name)
    else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight)
  }
}

function isCodeName(name: string): boolean {
  return /^code-\d/.test(name)
}

function clipped(range: TextRange, shown: TextRange): TextRange {
  return { start: Math.max(range.start, shown.start), end: Math.min(range.end, shown.end) }
}

const highlights = new Map<string, Highlight>()

function highlightOf(name: string): Highlight {
  const known = highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  made.priority =
    priorities[name] ??
    (name.startsWith('code-focus-') ? 11 : name.startsWith('code-lit-') ? 10 : 0)
  highlights.set(name, made)
  return made
}
