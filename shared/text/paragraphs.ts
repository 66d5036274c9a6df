import type { SourceText } from './source-text.ts'

/** A paragraph with everything needed to cite it. */
export interface ParagraphPlace {
  /** From 1. */
  ordinal: number
  /** UTF-16 code units; `stop` is the offset of the line end. */
  start: number
  stop: number
  /** Number of the turn it belongs to, from 1; 0 before the first turn and in texts without turns. */
  turn: number
  /** Who speaks in it; empty if nobody is known. */
  speaker: string
  /** Milliseconds; only where a time stamp stands. */
  time: number | null
  /** Label of the page on which it begins; empty if pages are not known. */
  page: string
}

/** All paragraphs of a text in order. A heading ends a turn. */
export function paragraphPlaces(source: SourceText): ParagraphPlace[] {
  const places: ParagraphPlace[] = []
  let start = 0
  let turn = 0
  let speaker = ''
  let page = 0
  for (const [index, block] of source.blocks.entries()) {
    const stop = source.text.indexOf('\n', start)
    if (stop < 0) break
    if (block.speaker !== undefined) {
      turn += 1
      speaker = block.speaker
    } else if (block.kind === 'heading' || block.kind === 'footnote') {
      speaker = ''
    }
    while (page < source.pages.length && (source.pages[page]?.at ?? 0) <= start) page += 1
    places.push({
      ordinal: index + 1,
      start,
      stop,
      turn: speaker === '' ? 0 : turn,
      speaker,
      time: block.time ?? null,
      page: source.pages[page - 1]?.label ?? '',
    })
    start = stop + 1
  }
  return places
}

/** Words in the sense of a word count: runs of letters, digits, apostrophes and inner hyphens. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
