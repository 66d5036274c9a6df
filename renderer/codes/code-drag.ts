/** What may be dragged between the panels, as types of the browser's data transfer. */
export const CODE_DRAG = 'application/x-standpoint-code'
export const PASSAGE_DRAG = 'application/x-standpoint-passage'

export interface DraggedRange {
  sourceId: string
  start: number
  end: number
}

/** Reads the ids of dragged codes; empty when something else is dragged. */
export function draggedCodes(transfer: Pick<DataTransfer, 'getData'>): string[] {
  const parsed = parse(transfer.getData(CODE_DRAG))
  return Array.isArray(parsed) ? parsed.filter((id): id is string => typeof id === 'string') : []
}

/** Reads a dragged selection of a text; undefined when something else is dragged. */
export function draggedRange(transfer: Pick<DataTransfer, 'getData'>): DraggedRange | undefined {
  const parsed = parse(transfer.getData(PASSAGE_DRAG))
  if (typeof parsed !== 'object' || parsed === null) return undefined
  const { sourceId, start, end } = parsed as Partial<Record<keyof DraggedRange, unknown>>
  if (typeof sourceId !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    return undefined
  }
  return start < end ? { sourceId, start, end } : undefined
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
