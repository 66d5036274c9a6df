import type { SetAside, SourceText } from './source-text.ts'
import { takeOutFurniture } from './page-furniture.ts'
import { paragraphsFromLines } from './paragraphs-from-lines.ts'
import { linesOfDoubleSpaced, linesOfHardWrapped } from './text-lines.ts'
import { createTextBuilder } from './text-builder.ts'

/** How the lines of a plain text stand to its paragraphs. */
export type LineLayout = 'double-spaced' | 'hard-wrapped' | 'one-per-paragraph'

export interface Reflowed {
  text: SourceText
  setAside: SetAside[]
  layout: LineLayout
}

/** Plain text (cleaned, line ends `\n`, page breaks `\f`) as paragraphs. */
export function reflowText(text: string, mode: 'auto' | 'on' | 'off' = 'auto'): Reflowed {
  const layout = mode === 'off' ? 'one-per-paragraph' : lineLayout(text, mode === 'on')
  if (layout === 'one-per-paragraph') return { ...paragraphPerLine(text, mode !== 'off'), layout }
  const lined = layout === 'double-spaced' ? linesOfDoubleSpaced(text) : linesOfHardWrapped(text)
  const { lines, setAside } = takeOutFurniture(lined.lines)
  return {
    text: paragraphsFromLines(lines),
    setAside: [...lined.setAside, ...setAside],
    layout,
  }
}

/**
 * Recognises wrapped text by its line lengths and by lines that go on in mid-sentence. `certain`
 * says that the text is known to be wrapped, so that only the manner has to be found.
 */
export function lineLayout(text: string, certain = false): LineLayout {
  const gaps = [0, 0, 0]
  const lengths: number[] = []
  let continued = 0
  let full = 0
  let blanks = 0
  let last = ''
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') {
      blanks += 1
      continue
    }
    if (last !== '') {
      const gap = Math.min(blanks, 2)
      gaps[gap] = (gaps[gap] ?? 0) + 1
      if (gap < 2 && /^\p{Ll}/u.test(line)) {
        continued += 1
        if (!/[.!?:]$/.test(last)) full += 1
      }
    }
    lengths.push(line.length)
    last = line
    blanks = 0
  }
  const [tight = 0, single = 0] = gaps
  if (certain) return single > tight ? 'double-spaced' : 'hard-wrapped'
  if (lengths.length < 6) return 'one-per-paragraph'
  lengths.sort((a, b) => a - b)
  const nearLongest = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const pairs = Math.max(1, tight + single)
  const narrow = nearLongest >= 30 && nearLongest <= 140
  if (!narrow || continued < pairs * 0.3 || full < continued * 0.8) return 'one-per-paragraph'
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (median < nearLongest * 0.6) return 'one-per-paragraph'
  return single > tight ? 'double-spaced' : 'hard-wrapped'
}

function paragraphPerLine(
  text: string,
  furniture: boolean,
): { text: SourceText; setAside: SetAside[] } {
  const { lines, setAside } = linesOfHardWrapped(text)
  const found = furniture ? takeOutFurniture(lines) : { lines, setAside: [] }
  const builder = createTextBuilder()
  for (const line of found.lines) {
    if (line.page !== undefined) builder.addPage(line.page)
    builder.addBlock({ kind: 'paragraph' }, [{ text: line.text }])
  }
  return { text: builder.finish(), setAside: [...setAside, ...found.setAside] }
}
