import { useEffect, useLayoutEffect, useState } from 'react'
import type { LivePerson } from '../../../shared/contract/live.ts'
import { useT } from '../../app/i18n.ts'
import { useProject } from '../../app/session.ts'
import type { Surface } from '../../reading/surface.ts'
import { hueStyle } from '../../ui/index.ts'
import { tellWhere, useLive, useReadersOf } from './live-store.ts'
import './live.css'

interface Box {
  key: string
  left: number
  top: number
  width: number
  height: number
}

interface Mark {
  person: LivePerson
  boxes: Box[]
}

/** What the others have selected in this text, outlined in their colour with their initials. */
export function ReaderMarks(props: { surface: Surface; sourceId: string; tick: number }) {
  const { surface, sourceId, tick } = props
  const t = useT()
  const { analysts } = useProject()
  const readers = useReadersOf(sourceId)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const key = JSON.stringify(readers)
  useLayoutEffect(() => {
    const people = JSON.parse(key) as LivePerson[]
    setMarks(people.map((person) => ({ person, boxes: boxesOf(surface, person) })))
  }, [surface, key, tick])
  return marks.map(({ person: { device, analystId, name }, boxes: [first, ...rest] }) => {
    if (first === undefined) return null
    const analyst = analysts.find(({ id }) => id === analystId)
    return (
      <div key={device} className="reader-mark" style={hueStyle(analyst?.hue ?? 257)}>
        <span className="reader-name" style={{ left: first.left, top: first.top }}>
          <span aria-hidden>{analyst?.initials ?? name.slice(0, 2)}</span>
          <span className="visually-hidden">{t('live.readsHere', { name })}</span>
        </span>
        {[first, ...rest].map(({ key: id, ...place }) => (
          <span key={id} className="reader-box" style={place} />
        ))}
      </div>
    )
  })
}

function boxesOf(surface: Surface, { start, end }: LivePerson): Box[] {
  const length = surface.text.length
  if (start === null || end === null || end <= start || start >= length) return []
  const origin = surface.root.getBoundingClientRect()
  const range = surface.positions.range({ start, end: Math.min(end, length) })
  const seen = new Set<string>()
  const boxes: Box[] = []
  for (const rect of range.getClientRects()) {
    const left = rect.left - origin.left
    const top = rect.top - origin.top
    const key = `${Math.round(left)} ${Math.round(top)} ${Math.round(rect.width)}`
    if (rect.width < 1 || seen.has(key)) continue
    seen.add(key)
    boxes.push({ key, left, top, width: rect.width, height: rect.height })
  }
  return boxes
}

/** Tells the others which part of this text one sees and has selected. */
export function useTellWhere(surface: Surface | null, sourceId: string, isActive: boolean): void {
  const isOn = useLive()?.role !== 'none'
  useEffect(() => {
    if (surface === null || !isActive || !isOn) return
    const tell = (): void => {
      const { start: top } = surface.shown(0)
      const selected = surface.positions.selection()
      const range = selected !== undefined && selected.end > selected.start ? selected : null
      tellWhere(sourceId, { start: range?.start ?? null, end: range?.end ?? null, top })
    }
    tell()
    document.addEventListener('selectionchange', tell)
    surface.scroller.addEventListener('scroll', tell, { passive: true })
    return () => {
      document.removeEventListener('selectionchange', tell)
      surface.scroller.removeEventListener('scroll', tell)
      tellWhere(null, { start: null, end: null, top: null })
    }
  }, [surface, sourceId, isActive, isOn])
}
