import { useState } from 'react'
import type { DragEvent } from 'react'

interface Over {
  id: string
  isAfter: boolean
}

/**
 * Dragging things of one list to another place in it. `kind` keeps lists apart; `onMove` gets the
 * thing before which the dragged one goes, null for the end.
 */
export function useListDrag(
  kind: string,
  ids: readonly string[],
  onMove: (id: string, beforeId: string | null) => void,
) {
  const type = `application/x-standpoint-${kind}`
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const end = (): void => {
    setDragged(null)
    setOver(null)
  }
  const isOurs = (event: DragEvent): boolean =>
    dragged !== null && event.dataTransfer.types.includes(type)
  return {
    handle: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.dataTransfer.setData(type, id)
        event.dataTransfer.effectAllowed = 'move'
        const item = event.currentTarget.closest<HTMLElement>('[data-drag-item]')
        if (item !== null) event.dataTransfer.setDragImage(item, 12, 12)
        setDragged(id)
      },
      onDragEnd: end,
    }),
    item: (id: string) => ({
      'data-drag-item': id,
      'data-drop':
        over?.id === id && dragged !== id ? (over.isAfter ? 'after' : 'before') : undefined,
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!isOurs(event)) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        const isAfter = event.clientY > box.top + box.height / 2
        if (over?.id !== id || over.isAfter !== isAfter) setOver({ id, isAfter })
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        if (!isOurs(event) || dragged === null) return
        event.preventDefault()
        const place = ids.indexOf(id) + (over?.isAfter === true ? 1 : 0)
        const before = ids[place] ?? null
        if (before !== dragged && ids[place - 1] !== dragged) onMove(dragged, before)
        end()
      },
    }),
  }
}
