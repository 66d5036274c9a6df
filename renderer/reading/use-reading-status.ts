import { useEffect, useMemo } from 'react'
import { paragraphPlaces } from '../../shared/text/paragraphs.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import { useT } from '../app/i18n.ts'
import { notePosition, setStatus } from '../app/workspace.ts'
import { overlaps } from './coding-marks.ts'
import type { CodingMark } from './coding-marks.ts'
import { noteSelection } from './last-selection.ts'
import { rememberPlace } from './remembered-place.ts'
import type { Surface } from './surface.ts'

/** Tells the status bar where the reader is, and remembers it for the next time. */
export function useReadingStatus(
  surface: Surface | null,
  source: SourceText | undefined,
  marks: readonly CodingMark[],
  sourceId: string,
  isActive: boolean,
  onNoted: (at: { start: number; end: number }) => void,
): void {
  const t = useT()
  const places = useMemo(() => (source === undefined ? [] : paragraphPlaces(source)), [source])
  useEffect(() => {
    if (surface === null || !isActive) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      const shown = surface.shown(0)
      const selection = surface.positions.selection()
      const isCaretShown =
        selection !== undefined && selection.start >= shown.start && selection.start < shown.end
      const at = isCaretShown ? selection.start : shown.start
      const place = places[surface.paragraphAt(at)]
      const page = surface.source.pages.findLast((start) => start.at <= at)?.label
      const count = marks.filter((mark) => overlaps(mark, shown)).length
      const parts = [
        place !== undefined && place.turn > 0 ? t('reading.statusTurn', { turn: place.turn }) : '',
        place === undefined ? '' : t('reading.statusParagraph', { paragraph: place.ordinal }),
        page === undefined ? '' : t('reading.statusPage', { page }),
        t('reading.statusCodings', { count }),
      ]
      setStatus(parts.filter((part) => part !== '').join(' · '))
      const noted = { start: at, end: at }
      onNoted(noted)
      notePosition(sourceId, noted)
      rememberPlace(sourceId, surface.anchor())
    }
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(tell, 120)
    }
    // A text that is left loses its selection; it is forgotten only where a caret is set anew.
    const onSelection = (): void => {
      const selection = surface.positions.selection()
      if (selection !== undefined && selection.end > selection.start)
        noteSelection(sourceId, selection)
      later()
    }
    const onClick = (): void => noteSelection(sourceId, surface.positions.selection())
    later()
    document.addEventListener('selectionchange', onSelection)
    surface.root.addEventListener('click', onClick)
    surface.scroller.addEventListener('scroll', later, { passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onSelection)
      surface.root.removeEventListener('click', onClick)
      surface.scroller.removeEventListener('scroll', later)
    }
  }, [surface, places, marks, sourceId, isActive, onNoted, t])

  useEffect(() => {
    if (!isActive) return
    return () => setStatus('')
  }, [isActive])
}
