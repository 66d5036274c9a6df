import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { TextRange } from '../../shared/text/segments.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import { currentLanguage, formatsFor, text as textOf } from '../app/i18n.ts'
import { watchTheme } from './highlight-sheet.ts'
import { Surface } from './surface.ts'

/** Draws the text in `root` as soon as it is there; a changed text is taken in at the same place. */
export function useSurface(
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  source: SourceText | undefined,
  measure: number,
): Surface | null {
  const [surface, setSurface] = useState<Surface | null>(null)
  const latest = useRef<Surface | null>(null)

  useEffect(() => watchTheme(), [])

  useLayoutEffect(() => {
    if (source === undefined || root.current === null || scroller.current === null) return
    if (latest.current !== null) {
      if (latest.current.source !== source) latest.current.replace(source)
      return
    }
    const { clock } = formatsFor(currentLanguage())
    latest.current = new Surface(root.current, scroller.current, source, {
      page: (label) => textOf('reading.page', { label }),
      clock,
      measure,
    })
    setSurface(latest.current)
  }, [root, scroller, source, measure])

  useEffect(
    () => () => {
      latest.current?.destroy()
      latest.current = null
      setSurface(null)
    },
    [],
  )
  return surface
}

export interface ShownPart {
  /** What is painted: more than is seen. */
  range: TextRange
  /** Counts up whenever positions on the screen may have changed. */
  tick: number
}

const nothing: ShownPart = { range: { start: 0, end: 0 }, tick: 0 }

/**
 * Each letter typed makes the browser paint all words in highlights once more, in sight or not: so
 * while the text is edited and stands still, little more than what is seen is painted.
 */
const editingMargin = 0

/** The part of the text around the window; moves on when scrolling comes near its end. */
export function useShownPart(surface: Surface | null, isEditing: boolean): ShownPart {
  const [part, setPart] = useState<ShownPart>(nothing)
  useLayoutEffect(() => {
    if (surface === null) return
    let frame = 0
    let painted = { start: 0, end: 0 }
    let isScrolling = false
    const renew = (): void => {
      painted = isEditing && !isScrolling ? surface.shown(editingMargin) : surface.shown()
      const range = painted
      setPart(({ tick }) => ({ range, tick: tick + 1 }))
    }
    const onScroll = (): void => {
      isScrolling = true
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        const near = surface.shown(0.5)
        if (near.start < painted.start || near.end > painted.end) renew()
      })
    }
    const later = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = 0
        renew()
      })
    }
    const onScrollEnd = (): void => {
      isScrolling = false
      if (isEditing) later()
    }
    const sizes = new ResizeObserver(later)
    sizes.observe(surface.root)
    sizes.observe(surface.scroller)
    surface.scroller.addEventListener('scroll', onScroll, { passive: true })
    surface.scroller.addEventListener('scrollend', onScrollEnd)
    void document.fonts.ready.then(later)
    renew()
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      surface.scroller.removeEventListener('scroll', onScroll)
      surface.scroller.removeEventListener('scrollend', onScrollEnd)
    }
  }, [surface, isEditing])
  return part
}
