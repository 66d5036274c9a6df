import { useEffect } from 'react'
import type { RefObject } from 'react'
import { segmentAt } from '../../shared/text/segments.ts'
import { mayChange } from '../app/read-only.ts'
import { CODE_DRAG, PASSAGE_DRAG, draggedCodes } from '../codes/code-drag.ts'
import { codeRange } from './reading-acts.ts'
import type { ReadingScene } from './reading-acts.ts'
import type { Surface } from './surface.ts'

/** Codes dropped on the text code the selection, or the sentence under them; a selection can be dragged away. */
export function useCodeDrag(surface: Surface | null, scene: RefObject<ReadingScene | null>): void {
  useEffect(() => {
    if (surface === null) return
    const { root } = surface
    const onDragStart = (event: DragEvent): void => {
      const selection = surface.positions.selection()
      if (
        selection === undefined ||
        selection.end <= selection.start ||
        event.dataTransfer === null
      ) {
        return
      }
      const { start, end } = selection
      const sourceId = scene.current?.source.sourceId
      event.dataTransfer.setData(PASSAGE_DRAG, JSON.stringify({ sourceId, start, end }))
      event.dataTransfer.effectAllowed = 'copyLink'
    }
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes(CODE_DRAG) !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      const selection = surface.positions.selection()
      if (selection !== undefined && selection.end > selection.start) return
      const at = surface.positions.offsetNear(event.clientX, event.clientY)
      if (at !== undefined)
        surface.painter.plain('reading-kept', [segmentAt(surface, 'sentence', at)])
    }
    const onDragLeave = (): void => surface.painter.plain('reading-kept', [])
    const onDrop = (event: DragEvent): void => {
      surface.painter.plain('reading-kept', [])
      event.preventDefault()
      const codeIds = event.dataTransfer === null ? [] : draggedCodes(event.dataTransfer)
      if (codeIds.length === 0 || scene.current === null || !mayChange()) return
      const selection = surface.positions.selection()
      const at = surface.positions.offsetNear(event.clientX, event.clientY)
      const range =
        selection !== undefined && selection.end > selection.start
          ? { start: selection.start, end: selection.end }
          : at === undefined
            ? undefined
            : segmentAt(surface, 'sentence', at)
      if (range !== undefined) void codeRange(scene.current.source, range, { codeIds })
    }
    root.addEventListener('dragstart', onDragStart)
    root.addEventListener('dragover', onDragOver)
    root.addEventListener('dragleave', onDragLeave)
    root.addEventListener('drop', onDrop)
    return () => {
      root.removeEventListener('dragstart', onDragStart)
      root.removeEventListener('dragover', onDragOver)
      root.removeEventListener('dragleave', onDragLeave)
      root.removeEventListener('drop', onDrop)
    }
  }, [surface, scene])
}
