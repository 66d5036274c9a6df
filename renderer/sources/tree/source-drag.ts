import type { DragEvent } from 'react'

const dragType = 'application/x-standpoint-sources'

export function startSourceDrag(event: DragEvent, ids: readonly string[]): void {
  event.dataTransfer.setData(dragType, JSON.stringify(ids))
  event.dataTransfer.effectAllowed = 'move'
}

export function isSourceDrag(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(dragType)
}

export function draggedSources(event: DragEvent): string[] {
  const text = event.dataTransfer.getData(dragType)
  if (text === '') return []
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
}
