import { text, type Picture } from '../map/picture.ts'
import { breakLines } from '../map/text-measure.ts'
import { drawBars } from './draw-bars.ts'
import { drawCurve } from './draw-curve.ts'
import { drawNetwork } from './draw-network.ts'
import { drawStrips } from './draw-strips.ts'
import { drawTime } from './draw-time.ts'
import { drawTree } from './draw-tree.ts'
import type { FigureData } from './figure.ts'
import type { Inks } from './inks.ts'
import { plainGroup } from './parts.ts'

/** A figure drawn: marks are groups with the key `row:` and their place in the table behind it. */
export function drawFigure(data: FigureData, inks: Inks): Picture {
  const { shape } = data
  switch (shape.type) {
    case 'bars':
      return drawBars(data, shape, inks)
    case 'network':
      return drawNetwork(data, shape, inks)
    case 'tree':
      return drawTree(data, shape, inks)
    case 'curve':
      return drawCurve(data, shape, inks)
    case 'time':
      return drawTime(data, shape, inks)
    case 'strips':
      return drawStrips(data, shape, inks)
  }
}

const margin = 12

/** With the caption below it, and with room on every side. */
export function withCaption(picture: Picture, caption: string, inks: Inks): Picture {
  const lines = breakLines(caption, 12, picture.width, 6)
  const below = picture.y + picture.height + 24
  const words = lines.map((line, index) =>
    text(line, picture.x, below + index * 16, { anchor: 'start', size: 12, fill: inks.text }),
  )
  return {
    x: picture.x - margin,
    y: picture.y - margin,
    width: picture.width + 2 * margin,
    height: picture.height + 2 * margin + (lines.length > 0 ? 12 + lines.length * 16 : 0),
    groups: [...picture.groups, plainGroup(words)],
  }
}
