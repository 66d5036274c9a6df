import { useState } from 'react'
import type { DragEvent } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { showDialog } from '../../app/dialogs.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { endKey } from './link-ends.ts'

/** Type of the browser's data transfer for a text, clause, step or actor. */
export const THING_DRAG = 'application/x-standpoint-thing'

/** Asks for the relation between two things, the first one read first. */
export function askForLink(from: LinkEnd, to: LinkEnd): void {
  if (endKey(from) !== endKey(to)) showDialog({ type: 'newLink', from, to })
}

/**
 * Props for an element that stands for a thing: it can be dragged, and another thing dropped on it is
 * linked to it. `isOver` is for its look.
 */
export function useLinkDrop(thing: LinkEnd) {
  const isReadOnly = useIsReadOnly()
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    dragProps: {
      draggable: !isReadOnly,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(THING_DRAG, JSON.stringify(thing))
        event.dataTransfer.effectAllowed = 'copyLink'
      },
    },
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (isReadOnly || !event.dataTransfer.types.includes(THING_DRAG)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'link'
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        const dragged = draggedThing(event.dataTransfer)
        if (dragged === undefined || isReadOnly) return
        event.preventDefault()
        event.stopPropagation()
        askForLink(dragged, thing)
      },
    },
  }
}

function draggedThing(transfer: Pick<DataTransfer, 'getData'>): LinkEnd | undefined {
  try {
    const thing: unknown = JSON.parse(transfer.getData(THING_DRAG))
    if (typeof thing !== 'object' || thing === null) return undefined
    const { type, id } = thing as Partial<Record<keyof LinkEnd, unknown>>
    const isEnd = type === 'text' || type === 'clause' || type === 'step' || type === 'actor'
    return isEnd && typeof id === 'string' ? { type, id } : undefined
  } catch {
    return undefined
  }
}
