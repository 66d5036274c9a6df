import type { Box } from './drawing.ts'

const side = 96

/** Boxes by the squares of the sheet that they touch, so that neighbours are found fast. */
export class BoxIndex {
  readonly #squares = new Map<number, { box: Box; owner: number }[]>()

  add(box: Box, owner = -1): void {
    for (const square of squaresOf(box)) {
      const list = this.#squares.get(square)
      if (list) list.push({ box, owner })
      else this.#squares.set(square, [{ box, owner }])
    }
  }

  hits(box: Box): boolean {
    for (const square of squaresOf(box))
      for (const entry of this.#squares.get(square) ?? []) if (overlap(entry.box, box)) return true
    return false
  }

  /** Sum over every box that touches this one, each counted once. */
  sum(box: Box, price: (other: Box, owner: number) => number): number {
    const seen = new Set<Box>()
    let total = 0
    for (const square of squaresOf(box))
      for (const { box: other, owner } of this.#squares.get(square) ?? []) {
        if (seen.has(other) || !overlap(other, box)) continue
        seen.add(other)
        total += price(other, owner)
      }
    return total
  }
}

/** Whether two boxes share more than a border. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

function squaresOf(box: Box): number[] {
  const squares: number[] = []
  const [right, bottom] = [(box.x + box.width) / side, (box.y + box.height) / side]
  for (let x = Math.floor(box.x / side); x <= right; x += 1)
    for (let y = Math.floor(box.y / side); y <= bottom; y += 1) squares.push(x * 65_536 + y)
  return squares
}
