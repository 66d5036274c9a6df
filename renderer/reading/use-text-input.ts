import { useEffect, useRef } from 'react'
import type { Surface } from './surface.ts'

/**
 * Lets the caret and the selection move in the text by keyboard, as in any text field, while no key
 * changes it. An input method may still write before it can be stopped; then the text is drawn anew,
 * and `onRedrawn` is to paint it.
 */
export function useReadOnlyCaret(
  surface: Surface | null,
  isEditing: boolean,
  onRedrawn: () => void,
): void {
  const latest = useRef(onRedrawn)
  useEffect(() => {
    latest.current = onRedrawn
  })
  useEffect(() => {
    if (surface === null || isEditing) return
    const { root } = surface
    const stop = (event: Event): void => event.preventDefault()
    const mend = (): void => {
      const selection = surface.positions.selection()
      surface.redraw()
      if (selection !== undefined) surface.select(selection)
      latest.current()
    }
    root.addEventListener('beforeinput', stop)
    root.addEventListener('paste', stop)
    root.addEventListener('cut', stop)
    root.addEventListener('compositionend', mend)
    return () => {
      root.removeEventListener('beforeinput', stop)
      root.removeEventListener('paste', stop)
      root.removeEventListener('cut', stop)
      root.removeEventListener('compositionend', mend)
    }
  }, [surface, isEditing])
}
