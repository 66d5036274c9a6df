import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'

/**
 * Alt with arrows moves a row; the focus goes with it, although the browser lets go of an element
 * that is moved. `items` in their present order; `move` says whether it could.
 */
export function useMovingRows(
  items: ReadonlyArray<{ id: string }>,
  move: (id: string, by: 1 | -1) => boolean,
) {
  const focused = useRef<HTMLElement | null>(null)
  const order = items.map((item) => item.id).join()
  useLayoutEffect(() => {
    const element = focused.current
    focused.current = null
    if (element?.isConnected === true && document.activeElement !== element) element.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }, [order])
  return (id: string) => ({
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
      if (by === undefined || !event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      const element = event.target instanceof HTMLElement ? event.target : null
      if (move(id, by)) focused.current = element
    },
  })
}
