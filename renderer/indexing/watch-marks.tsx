import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import type { TextRange } from '../../shared/text/segments.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { overlaps } from '../reading/coding-marks.ts'
import type { Surface } from '../reading/surface.ts'
import type { ShownPart } from '../reading/use-surface.ts'
import './watch-marks.css'

interface Props {
  sourceId: string
  surface: Surface
  part: ShownPart
  /** Explains nothing for now. */
  isQuiet: boolean
}

interface Mark extends TextRange {
  termId: string
  termUseId: string | null
}

const none: readonly Mark[] = []
/** So long the pointer rests on a term before it is explained, in milliseconds. */
const rest = 300

/** Terms of the watch list in a text: underlined, and explained where the pointer or caret rests. */
export function WatchMarks({ sourceId, surface, part, isQuiet }: Props) {
  const t = useT()
  const topics = ['findings', 'indexing', 'sources'] as const
  const marks = useQuery('terms.marks', { sourceId }, topics, { sourceId }).data?.items ?? none
  const terms = useQuery('terms.list', marks.length === 0 ? null : {}, topics).data?.items
  const uses = useQuery('termUses.list', marks.length === 0 ? null : { sourceId }, topics).data
  const [here, setHere] = useState<Mark | null>(null)
  /** Where the pointer or caret has come to rest and is to be explained. */
  const awaited = useRef<number | undefined>(undefined)
  const seen = useMemo(() => marks.filter((mark) => overlaps(mark, part.range)), [marks, part])

  useLayoutEffect(() => {
    surface.painter.plain('index-term', seen)
  }, [surface, seen])
  useEffect(() => () => surface.painter.plain('index-term', []), [surface])

  useEffect(() => {
    if (seen.length === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const explain = (offset: number | undefined): void => {
      clearTimeout(timer)
      const mark = seen.find(
        ({ start, end }) => offset !== undefined && start <= offset && offset < end,
      )
      awaited.current = mark === undefined ? undefined : offset
      if (mark === undefined) setHere(null)
      else {
        timer = setTimeout(() => {
          awaited.current = undefined
          setHere(mark)
        }, rest)
      }
    }
    // The marks were read again while the pointer or caret rested.
    if (awaited.current !== undefined) explain(awaited.current)
    const onMove = (event: PointerEvent): void => {
      if (event.buttons !== 0) return explain(undefined)
      const point = document.caretPositionFromPoint(event.clientX, event.clientY)
      explain(
        point === null ? undefined : surface.positions.offsetAt(point.offsetNode, point.offset),
      )
    }
    const onSelection = (): void => {
      if (document.activeElement !== surface.root) return explain(undefined)
      const selection = surface.positions.selection()
      const isCaret = selection !== undefined && selection.end === selection.start
      explain(isCaret ? selection.start : undefined)
    }
    const hide = (): void => explain(undefined)
    surface.root.addEventListener('pointermove', onMove, { passive: true })
    surface.root.addEventListener('pointerleave', hide)
    surface.scroller.addEventListener('scroll', hide, { passive: true })
    surface.root.addEventListener('keydown', hide)
    document.addEventListener('selectionchange', onSelection)
    return () => {
      clearTimeout(timer)
      surface.root.removeEventListener('pointermove', onMove)
      surface.root.removeEventListener('pointerleave', hide)
      surface.scroller.removeEventListener('scroll', hide)
      surface.root.removeEventListener('keydown', hide)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [surface, seen])

  const term = terms?.find(({ id }) => id === here?.termId)
  if (isQuiet || here === null || term === undefined) return null
  const meaning = uses?.items.find(({ id }) => id === here.termUseId)?.meaning ?? ''
  return createPortal(
    <div className="watch-card" role="status" style={placeOf(surface.rectangle(here))}>
      <b>{term.term}</b>
      <span>
        {meaning === '' ? t('indexing.watch.ask') : `${t('indexing.watch.here')} ${meaning}`}
      </span>
      <em>{t('indexing.watch.give')}</em>
    </div>,
    document.body,
  )
}

/** Below the term, or above it where the window ends. */
function placeOf(term: DOMRect): CSSProperties {
  const left = Math.max(8, Math.min(term.left, window.innerWidth - 300))
  return term.bottom + 110 < window.innerHeight
    ? { left, top: term.bottom + 5 }
    : { left, bottom: window.innerHeight - term.top + 5 }
}
