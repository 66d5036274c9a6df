import type { Box, Point } from './drawing.ts'
import { BoxIndex, grown } from './box-index.ts'
import type { EdgeText } from './texts.ts'

export interface LabelledLine {
  points: readonly Point[]
  text: EdgeText | null
}

export interface LabelPlan {
  /** One for each line; null if it has nothing to say or no room was found. */
  boxes: (Box | null)[]
  /** Indices of lines whose words found no room. */
  homeless: number[]
}

const step = 10
/** Places tried along one straight piece. */
const tries = 16
const headLength = 12

/**
 * Finds a place along its line for each label: never on a box or another label, and rather where it
 * covers no other line. With `isLast`, a label without room stands as near as it can.
 */
export function placeLabels(
  lines: readonly LabelledLine[],
  obstacles: readonly Box[],
  isLast: boolean,
): LabelPlan {
  const taken = new BoxIndex()
  for (const box of obstacles) taken.add(grown(box, 3))
  const heads = new BoxIndex()
  const strokes = new BoxIndex()
  for (const [index, line] of lines.entries()) {
    for (const head of headsOf(line.points)) heads.add(head)
    for (const stroke of strokesOf(line.points)) strokes.add(stroke, index)
  }
  const boxes: (Box | null)[] = lines.map(() => null)
  const homeless: number[] = []
  const order = [...lines.keys()]
    .filter((index) => lines[index]?.text)
    .toSorted((a, b) => slack(lines[a]) - slack(lines[b]) || a - b)
  for (const index of order) {
    const line = lines[index]
    const text = line?.text
    if (!line || !text) continue
    let best: Box | null = null
    let least = Infinity
    for (const { box, price } of candidates(line.points, text)) {
      if (price >= least) break
      if (taken.hits(box) || heads.hits(box)) continue
      const cost =
        price + strokes.sum(box, (stroke, owner) => covering(stroke, box, owner === index))
      if (cost >= least) continue
      least = cost
      best = box
    }
    if (!best && isLast) best = nearest(line.points, text, taken)
    if (best) {
      boxes[index] = best
      taken.add(grown(best, 2))
    } else homeless.push(index)
  }
  return { boxes, homeless }
}

/** How much longer a line is than its label: the ones with least choice go first. */
function slack(line: LabelledLine | undefined): number {
  if (!line?.text) return 0
  const pieces = strokesOf(line.points)
  return Math.max(...pieces.map((box) => box.width + box.height)) - line.text.width
}

/** The straight pieces of a line as boxes, two pixels thick. */
export function strokesOf(points: readonly Point[]): Box[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return {
      x: Math.min(from.x, to.x) - 1,
      y: Math.min(from.y, to.y) - 1,
      width: Math.abs(to.x - from.x) + 2,
      height: Math.abs(to.y - from.y) + 2,
    }
  })
}

/** Where arrow heads are, which nothing may hide. */
function headsOf(points: readonly Point[]): Box[] {
  const [last, before] = [points.at(-1), points.at(-2)]
  if (!last || !before) return []
  const [dx, dy] = [Math.sign(before.x - last.x), Math.sign(before.y - last.y)]
  const end = { x: last.x + dx * headLength, y: last.y + dy * headLength }
  return [
    {
      x: Math.min(last.x, end.x) - 4,
      y: Math.min(last.y, end.y) - 4,
      width: Math.abs(end.x - last.x) + 8,
      height: Math.abs(end.y - last.y) + 8,
    },
  ]
}

interface Candidate {
  box: Box
  price: number
}

function candidates(points: readonly Point[], text: EdgeText): Candidate[] {
  const found: Candidate[] = []
  const lengths = points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  })
  const longest = Math.max(...lengths)
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]]
    if (!from || !to) continue
    const isAcross = from.y === to.y
    const needed = isAcross ? text.width : text.height
    const count = Math.min(tries, Math.max(1, Math.floor(length / step)))
    for (let at = 0; at <= count; at += 1) {
      const part = count === 1 && at === 0 ? 0.5 : at / count
      const middle = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      const overhang = needed / 2 - Math.min(part, 1 - part) * length
      const isTight = overhang > (isAcross ? -24 : -8)
      const price =
        (Math.abs(part - 0.5) * length) / 25 +
        (1 - length / longest) * 5 +
        (isAcross ? 0 : 1) +
        (isTight ? 6 + Math.max(0, overhang) : 0)
      const beside = (isAcross ? text.height : text.width) / 2 + 5
      found.push({ box: around(middle, text), price })
      for (const side of [-1, 1])
        found.push({
          box: around(
            {
              x: middle.x + (isAcross ? 0 : -side * beside),
              y: middle.y + (isAcross ? side * beside : 0),
            },
            text,
          ),
          price: price + (isTight ? -5 : 5) + (side > 0 ? 1 : 0),
        })
    }
  }
  return found.toSorted((a, b) => a.price - b.price)
}

function around(middle: Point, size: { width: number; height: number }): Box {
  return {
    x: Math.round(middle.x - size.width / 2),
    y: Math.round(middle.y - size.height / 2),
    width: size.width,
    height: size.height,
  }
}

/** Price of covering a part of a line: crossing it is bearable, lying along it hides it. */
function covering(stroke: Box, label: Box, isOwn: boolean): number {
  const width =
    Math.min(stroke.x + stroke.width, label.x + label.width) - Math.max(stroke.x, label.x)
  const height =
    Math.min(stroke.y + stroke.height, label.y + label.height) - Math.max(stroke.y, label.y)
  const length = Math.max(width, height)
  return isOwn ? 0.02 * length : 12 + 0.3 * length
}

/** The free place nearest to the middle of the line, in growing squares around it. */
function nearest(points: readonly Point[], text: EdgeText, taken: BoxIndex): Box {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 }
  for (let radius = 0; ; radius += 1)
    for (let across = -radius; across <= radius; across += 1)
      for (let down = -radius; down <= radius; down += 1) {
        if (Math.max(Math.abs(across), Math.abs(down)) !== radius) continue
        const box = around({ x: middle.x + across * step, y: middle.y + down * step }, text)
        if (box.x >= 0 && box.y >= 0 && !taken.hits(box)) return box
      }
}
