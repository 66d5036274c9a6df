import { useLayoutEffect, useState } from 'react'
import type { PointerEvent } from 'react'
import type { CodedPassage } from '../../shared/model/entities.ts'
import type { TextRange } from '../../shared/text/segments.ts'
import { useT } from '../app/i18n.ts'
import type { Surface } from './surface.ts'

interface Props {
  surface: Surface
  passage: CodedPassage
  tick: number
  hue: number
  onChange: (range: TextRange) => void
}

interface Place {
  left: number
  top: number
  height: number
}

/** Two handles at the ends of the passage in hand, to draw it longer or shorter. */
export function RangeHandles({ surface, passage, tick, hue, onChange }: Props) {
  const t = useT()
  const [places, setPlaces] = useState<{ start: Place; end: Place } | null>(null)
  const [drawn, setDrawn] = useState<TextRange | null>(null)
  const range = drawn ?? passage
  const { start, end } = range

  useLayoutEffect(() => {
    setPlaces(measure(surface, { start, end }))
  }, [surface, start, end, tick])

  const draw = (side: 'start' | 'end') => (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const at = surface.positions.offsetNear(event.clientX, event.clientY)
    if (at === undefined) return
    const next =
      side === 'start' ? { start: at, end: passage.end } : { start: passage.start, end: at }
    if (next.end <= next.start) return
    setDrawn(next)
    surface.painter.focus(next, hue)
  }
  const finish = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    if (drawn !== null) onChange(drawn)
    setDrawn(null)
  }
  if (places === null) return null
  return (['start', 'end'] as const).map((side) => (
    <button
      key={side}
      type="button"
      tabIndex={-1}
      className={`reading-handle is-${side}`}
      aria-label={t(side === 'start' ? 'reading.startHandle' : 'reading.endHandle')}
      style={{ left: places[side].left, top: places[side].top, height: places[side].height }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={draw(side)}
      onPointerUp={finish}
    />
  ))
}

function measure(surface: Surface, range: TextRange): { start: Place; end: Place } | null {
  const origin = surface.root.getBoundingClientRect()
  const rects = [...surface.positions.range(range).getClientRects()].filter(
    (rect) => rect.width > 0,
  )
  const first = rects[0]
  const last = rects.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    start: { left: first.left - origin.left, top: first.top - origin.top, height: first.height },
    end: { left: last.right - origin.left, top: last.top - origin.top, height: last.height },
  }
}
