import { useState } from 'react'
import type { DragEvent } from 'react'
import { codeRange, moveCodes } from '../code-acts.ts'
import { CODE_DRAG, PASSAGE_DRAG, draggedCodes, draggedRange } from '../code-drag.ts'
import type { CodeForest } from './code-forest.ts'
import { dropAtEnd, dropOn, dropPlace } from './move-codes.ts'
import type { DropPlace } from './move-codes.ts'
import { chooseCode, setCollapsed, treeState } from './tree-state.ts'
import type { CodeRow } from './visible-rows.ts'

export interface DropMark {
  codeId: string
  place: DropPlace | 'passage'
}

/** Dragging codes within the tree and out of it, and dropping words of a text on a code. */
export function useTreeDrag(forest: CodeForest, isOwnOrder: boolean) {
  const [mark, setMark] = useState<DropMark | null>(null)

  const placeOn = (event: DragEvent): DropPlace => {
    if (!isOwnOrder) return 'inside'
    const box = event.currentTarget.getBoundingClientRect()
    return dropPlace(event.clientY - box.top, box.height)
  }

  return {
    mark,
    clear: () => setMark(null),
    onDragStart: (event: DragEvent, row: CodeRow) => {
      const { selected } = treeState()
      const ids = selected.includes(row.code.id) ? selected : [row.code.id]
      if (!selected.includes(row.code.id)) chooseCode(row.code.id)
      const names = ids.map((id) => forest.nodeById.get(id)?.code.name ?? '')
      event.dataTransfer.setData(CODE_DRAG, JSON.stringify(ids))
      event.dataTransfer.setData('text/plain', names.join(', '))
      event.dataTransfer.effectAllowed = 'copyMove'
    },
    onDragOver: (event: DragEvent, row: CodeRow) => {
      const { types } = event.dataTransfer
      if (types.includes(PASSAGE_DRAG)) {
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setMark({ codeId: row.code.id, place: 'passage' })
      } else if (types.includes(CODE_DRAG)) {
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const place = placeOn(event)
        if (mark?.codeId !== row.code.id || mark.place !== place) {
          setMark({ codeId: row.code.id, place })
        }
      }
    },
    onDrop: (event: DragEvent, row: CodeRow) => {
      event.preventDefault()
      event.stopPropagation()
      setMark(null)
      const range = draggedRange(event.dataTransfer)
      if (range !== undefined) {
        void codeRange(range, row.code)
        return
      }
      const place = placeOn(event)
      const move = dropOn(forest, draggedCodes(event.dataTransfer), row.code.id, place)
      if (move !== undefined && place === 'inside') setCollapsed([row.code.id], false)
      void moveCodes(move)
    },
    onDropAtEnd: (event: DragEvent) => {
      event.preventDefault()
      setMark(null)
      void moveCodes(dropAtEnd(forest, draggedCodes(event.dataTransfer)))
    },
    onDragOverEnd: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(CODE_DRAG)) return
      event.preventDefault()
      setMark(null)
    },
  }
}
