import type { CSSProperties } from 'react'
import type { TextRange } from '../../shared/text/segments.ts'
import type { Sides } from './compare-data.ts'

interface Props {
  text: string
  /** Where the text begins, in the same units as the ranges. */
  start: number
  a: TextRange | null
  b: TextRange | null
  sides: Sides
}

/** Text with a line above what A marked and one below what B marked, each with initials at its start. */
export function MarkedText({ text, start, a, b, sides }: Props) {
  const end = start + text.length
  const cuts = [start, end, a?.start, a?.end, b?.start, b?.end]
    .filter((at) => at !== undefined)
    .map((at) => Math.min(end, Math.max(start, at)))
    .sort((x, y) => x - y)
  const pieces = cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? to
    return to > from ? [{ from, to, isA: isIn(a, from), isB: isIn(b, from) }] : []
  })
  const firstOf = (side: 'isA' | 'isB') => pieces.find((piece) => piece[side])?.from
  const style = { '--ha': sides.a.hue, '--hb': sides.b.hue } as CSSProperties
  return (
    <span style={style}>
      {pieces.map(({ from, to, isA, isB }) => {
        const words = text.slice(from - start, to - start)
        if (!isA && !isB) return <span key={from}>{words}</span>
        return (
          <mark key={from} className="pair-mark" data-a={isA} data-b={isB}>
            {isA && from === firstOf('isA') && (
              <span className="pair-who pair-who-a" aria-hidden>
                {sides.a.initials}
              </span>
            )}
            {isB && from === firstOf('isB') && (
              <span className="pair-who pair-who-b" aria-hidden>
                {sides.b.initials}
              </span>
            )}
            {words}
          </mark>
        )
      })}
    </span>
  )
}

function isIn(range: TextRange | null, at: number): boolean {
  return range !== null && at >= range.start && at < range.end
}
