import { useState } from 'react'
import type { DragEvent } from 'react'
import { moveSources, moveToFolder } from '../source-acts.ts'
import { dropOn, dropPlace, folderOf } from './move-sources.ts'
import type { DropPlace } from './move-sources.ts'
import { draggedSources, isSourceDrag } from './source-drag.ts'
import type { SourceRow } from './source-rows.ts'

/** Dropping sources between others, and sources and folders into a folder. */
export function useSourceDrag(rows: readonly SourceRow[]) {
  const [mark, setMark] = useState<{ id: string; place: DropPlace } | null>(null)

  const placeOn = (event: DragEvent, row: SourceRow): DropPlace => {
    const box = event.currentTarget.getBoundingClientRect()
    return dropPlace(row, event.clientY - box.top, box.height)
  }
  const dragged = (event: DragEvent) => {
    const ids = new Set(draggedSources(event))
    const moved = rows.filter((row) => ids.has(row.id))
    return {
      sourceIds: moved.filter((row) => row.type === 'source').map((row) => row.id),
      folderIds: moved.filter((row) => row.type === 'folder').map((row) => row.id),
    }
  }
  const take = (event: DragEvent): boolean => {
    setMark(null)
    if (!isSourceDrag(event)) return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    mark,
    clear: () => setMark(null),
    onDragOver: (event: DragEvent, row: SourceRow) => {
      if (!isSourceDrag(event)) return
      event.preventDefault()
      event.stopPropagation()
      const place = placeOn(event, row)
      if (mark?.id !== row.id || mark.place !== place) setMark({ id: row.id, place })
    },
    onDrop: (event: DragEvent, row: SourceRow) => {
      const place = placeOn(event, row)
      if (!take(event)) return
      const { sourceIds, folderIds } = dragged(event)
      void moveSources(dropOn(rows, sourceIds, row, place))
      void moveToFolder({ sourceIds: [], folderIds }, folderOf(row))
    },
    onDragOverEnd: (event: DragEvent) => {
      if (!isSourceDrag(event)) return
      event.preventDefault()
      setMark(null)
    },
    onDropAtEnd: (event: DragEvent) => {
      if (take(event)) void moveToFolder(dragged(event), null)
    },
  }
}
