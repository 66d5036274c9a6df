/** A column as it is to be printed: its head, its cells, and its share of the room that is left. */
export interface PrintedColumn {
  label: string
  cells: readonly string[]
  weight: number
}

/** Widths in points: of a character of the dense table text, of one of its head, and of a cell's margins. */
const CHARACTER = 3.65
const BOLD_CHARACTER = 4
const MARGINS = 7
/** What stands between the margins of an A4 sheet on its side. */
const PAGE = 757
/** A column narrower than this many characters breaks every word. */
const FEWEST_CHARACTERS = 6
const MOST_CHARACTERS = 32
/** No column is narrower, also one whose cells are all empty. */
const NARROWEST = 24
/** Words as long as this stay whole before longer ones do; the rest of the page is for long texts. */
const COMFORTABLE_WORD = 11
const FILLED = 0.9
/** A text of several words gets lines of at least this many characters. */
const READABLE_CHARACTERS = 14

interface Measured {
  head: number
  headWord: number
  cell: number
  cellWord: number
  line: number
}

/**
 * Widths in points that fill a page: every column takes its longest word unbroken as far as the page
 * goes, none is wider than its longest cell, and the rest is dealt out by weight.
 */
export function columnShares(columns: readonly PrintedColumn[]): number[] {
  const measured = columns.map(measure)
  const widths = narrowest(measured)
  const widest = measured.map(({ head, line }, index) =>
    Math.max(widths[index] ?? 0, line * CHARACTER + MARGINS, head * BOLD_CHARACTER + MARGINS),
  )
  for (let rest = PAGE - sum(widths); rest > 1; rest = PAGE - sum(widths)) {
    const growing = columns.map((_, index) => (widths[index] ?? 0) < (widest[index] ?? 0) - 0.1)
    const isAny = growing.includes(true)
    const weights = columns.map(({ weight }, index) => (isAny && !growing[index] ? 0 : weight))
    const total = sum(weights)
    if (total <= 0) break
    for (const [index, weight] of weights.entries()) {
      const grown = (widths[index] ?? 0) + (rest * weight) / total
      widths[index] = isAny ? Math.min(grown, widest[index] ?? grown) : grown
    }
  }
  return widths
}

function measure({ label, cells }: PrintedColumn): Measured {
  const measured = { cell: 0, cellWord: 0, line: 0 }
  for (const cell of new Set(cells)) {
    measured.cell = Math.max(measured.cell, cell.length)
    measured.cellWord = Math.max(measured.cellWord, longestWord(cell))
    for (const line of cell.split('\n')) measured.line = Math.max(measured.line, line.length)
  }
  return { ...measured, head: label.length, headWord: longestWord(label) }
}

/** The longest words of each column, cut shorter in all until some room is left for long texts. */
function narrowest(columns: readonly Measured[]): number[] {
  for (let most = MOST_CHARACTERS; most >= FEWEST_CHARACTERS; most -= 1) {
    const widths = columns.map(({ headWord, cell, cellWord }) => {
      const inHead = Math.min(most, headWord) * BOLD_CHARACTER
      const inCells = Math.max(cellWord, Math.min(cell, READABLE_CHARACTERS))
      return Math.max(NARROWEST, Math.max(inHead, Math.min(most, inCells) * CHARACTER) + MARGINS)
    })
    if (sum(widths) <= PAGE * (most > COMFORTABLE_WORD ? FILLED : 1)) return widths
  }
  return columns.map(() => PAGE / columns.length)
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+|(?<=\p{L})[–-](?=\p{L})/u).map((word) => word.length))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
