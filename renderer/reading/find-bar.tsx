import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../app/i18n.ts'
import { overlaps } from './coding-marks.ts'
import { findHits } from './find-hits.ts'
import type { Surface } from './surface.ts'

interface Props {
  surface: Surface
  tick: number
  onClose: () => void
}

/** Finds words in the text; hits are painted, Enter goes from one to the next. */
export function FindBar({ surface, tick, onClose }: Props) {
  const t = useT()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const text = surface.text
  const hits = useMemo(() => findHits(text, words), [text, words])
  const here = hits[at]

  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'f') input.current?.select()
    }
    window.addEventListener('keydown', focus, true)
    return () => window.removeEventListener('keydown', focus, true)
  }, [])

  useLayoutEffect(() => {
    const shown = surface.shown()
    surface.painter.plain(
      'reading-found',
      hits.filter((hit) => overlaps(hit, shown)),
    )
    surface.painter.plain('reading-found-here', here === undefined ? [] : [here])
  }, [surface, hits, here, tick])
  useEffect(
    () => () => {
      surface.painter.plain('reading-found', [])
      surface.painter.plain('reading-found-here', [])
    },
    [surface],
  )

  const change = (next: string): void => {
    setWords(next)
    const found = findHits(text, next)
    const from = surface.shown(0).start
    const first = Math.max(
      0,
      found.findIndex((hit) => hit.start >= from),
    )
    setAt(first)
    const hit = found[first]
    if (hit !== undefined) surface.show(hit, false)
  }
  const go = (direction: 1 | -1): void => {
    if (hits.length === 0) return
    const next = (at + direction + hits.length) % hits.length
    setAt(next)
    const hit = hits[next]
    if (hit !== undefined) surface.show(hit, false)
  }
  const close = (): void => {
    onClose()
    if (here !== undefined) surface.select(here)
  }
  return (
    <div
      className="reading-bar"
      role="search"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
        else if (event.key === 'Escape') close()
        else return
        event.preventDefault()
      }}
    >
      <input
        ref={input}
        autoFocus
        aria-label={t('reading.find')}
        placeholder={t('reading.findPlaceholder')}
        spellCheck={false}
        value={words}
        onChange={(event) => change(event.target.value)}
      />
      <span className="reading-bar-count" role="status">
        {words.trim() === ''
          ? ''
          : hits.length === 0
            ? t('reading.findNone')
            : t('reading.findCount', { at: at + 1, count: hits.length })}
      </span>
      <button type="button" aria-label={t('reading.findPrevious')} onClick={() => go(-1)}>
        <ChevronUp size={16} strokeWidth={1.75} />
      </button>
      <button type="button" aria-label={t('reading.findNext')} onClick={() => go(1)}>
        <ChevronDown size={16} strokeWidth={1.75} />
      </button>
      <button type="button" aria-label={t('reading.findClose')} onClick={close}>
        <X size={16} strokeWidth={1.75} />
      </button>
    </div>
  )
}
