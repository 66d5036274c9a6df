import type { MapModelEdge, MapModelNode } from './map-model.ts'
import { metrics } from './metrics.ts'
import { breakLines, textWidth } from './text-measure.ts'

export interface NodeText {
  lines: string[]
  detail: string[]
  /** Height of a box that holds them. */
  height: number
}

/** The words of a box of the given width. */
export function nodeText(node: MapModelNode, width: number): NodeText {
  const isText = node.shape === 'text' || node.shape === 'clause'
  const inset = isText || node.shape === 'meeting' ? 4 : 0
  const room = width - 2 * metrics.boxPaddingX - 2 * inset
  const lines = breakLines(node.label, metrics.labelSize, room, metrics.labelLines)
  const small = [node.detail, node.variants.join(' · '), ...node.notes].filter(
    (text) => text !== '',
  )
  const detail = small.flatMap((text) =>
    breakLines(text, metrics.smallSize, room, metrics.detailLines),
  )
  const text = lines.length * metrics.labelLine + detail.length * metrics.smallLine
  const height = Math.max(metrics.boxMinHeight, text + 2 * metrics.boxPaddingY + 2 * inset)
  return { lines, detail, height: Math.ceil(height / 2) * 2 }
}

export interface EdgeText {
  lines: string[]
  hasBadge: boolean
  width: number
  height: number
}

/** The words and badge of an edge as one block; null if it has neither. */
export function edgeText(
  edge: MapModelEdge,
  room: number = metrics.edgeLabelWidth,
): EdgeText | null {
  const lines = breakLines(edge.label, metrics.smallSize, room, 3)
  const hasBadge = edge.passages > 0
  if (lines.length === 0 && !hasBadge) return null
  const words = Math.max(0, ...lines.map((line) => textWidth(line, metrics.smallSize)))
  const badge = hasBadge ? badgeWidth(edge.passages) : 0
  const gap = words > 0 && hasBadge ? 4 : 0
  return {
    lines,
    hasBadge,
    width: Math.ceil(words + gap + badge) + (words > 0 ? 6 : 0),
    height: Math.max(lines.length * metrics.smallLine + 2, hasBadge ? 2 * metrics.badge : 0),
  }
}

/** Two digits fit into a circle; more make it longer. */
export function badgeWidth(passages: number): number {
  const digits = textWidth(String(passages), metrics.smallSize, true)
  return Math.max(2 * metrics.badge, Math.ceil(digits) + 8)
}
