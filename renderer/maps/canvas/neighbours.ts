import type { Box } from '../../../shared/analysis/map/drawing.ts'

export type Way = 'left' | 'right' | 'up' | 'down'
export type KeyedBox = Box & { key: string }

/** The box an arrow key leads to: near in that direction, and rather straight than aslant. */
export function neighbour(boxes: readonly KeyedBox[], from: string, way: Way): string | undefined {
  const here = boxes.find(({ key }) => key === from)
  if (here === undefined) return boxes[0]?.key
  const isAcross = way === 'left' || way === 'right'
  const sign = way === 'left' || way === 'up' ? -1 : 1
  let best: { key: string; cost: number } | undefined
  for (const box of boxes) {
    const [dx, dy] = [middleX(box) - middleX(here), middleY(box) - middleY(here)]
    const along = sign * (isAcross ? dx : dy)
    const aside = Math.abs(isAcross ? dy : dx)
    if (box.key === from || along < 4) continue
    const cost = along + 2.5 * aside
    if (best === undefined || cost < best.cost) best = { key: box.key, cost }
  }
  return best?.key
}

export type Arrangement = 'left' | 'top' | 'across' | 'down'

/** Places that put boxes on one edge, or at even distances between the outermost two. */
export function arranged(
  boxes: readonly KeyedBox[],
  how: Arrangement,
): { key: string; x: number; y: number }[] {
  if (how === 'left') {
    const x = Math.min(...boxes.map((box) => box.x))
    return boxes.map(({ key, y }) => ({ key, x, y }))
  }
  if (how === 'top') {
    const y = Math.min(...boxes.map((box) => box.y))
    return boxes.map(({ key, x }) => ({ key, x, y }))
  }
  const at = how === 'across' ? middleX : middleY
  const inOrder = boxes.toSorted((a, b) => at(a) - at(b))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined) return []
  const gap = (at(last) - at(first)) / Math.max(1, inOrder.length - 1)
  return inOrder.map((box, index) => {
    const middle = at(first) + gap * index
    return how === 'across'
      ? { key: box.key, x: middle - box.width / 2, y: box.y }
      : { key: box.key, x: box.x, y: middle - box.height / 2 }
  })
}

function middleX(box: Box): number {
  return box.x + box.width / 2
}

function middleY(box: Box): number {
  return box.y + box.height / 2
}
