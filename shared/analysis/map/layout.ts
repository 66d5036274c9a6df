import type { Drawing } from './drawing.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import { printScale } from './page.ts'
import { fitPinned } from './pinned.ts'
import { placeNodes } from './placement.ts'
import { Sheet } from './sheet.ts'

/** Maps with more nodes than this are too large for one page whatever the width of the boxes is. */
const onePage = 90

/**
 * Lays a map out: boxes in lanes and weeks or ranks, lines through the gutters between them, words
 * where there is room. The same map always gives the same drawing, and nodes that a hand has set
 * stay where they are. Of the widths that boxes may have, the one that prints largest on A4 is taken.
 */
export function layOutMap(model: MapModel): Drawing {
  const placement = placeNodes(model)
  const widths = model.nodes.length > onePage ? [118] : metrics.boxWidths
  let best: Sheet | null = null
  for (const width of widths) {
    const sheet = new Sheet(model, placement, width)
    if (!best || printScale(sheet.size()) > printScale(best.size()) + 1e-6) best = sheet
    if (printScale(best.size()) >= 1) break
  }
  const sheet = best ?? new Sheet(model, placement, 118)
  return model.nodes.some((node) => node.x !== null && node.y !== null)
    ? fitPinned(model, sheet)
    : sheet.draw()
}
