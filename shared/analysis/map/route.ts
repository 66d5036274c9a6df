import type { Grid } from './slabs.ts'
import { centre, free } from './slabs.ts'
import { Queue } from './queue.ts'

/** Right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3
const stepX = [1, 0, -1, 0] as const
const stepY = [0, 1, 0, -1] as const
const directions: readonly Direction[] = [0, 1, 2, 3]

/** A line wanted from one box to another, with what each side of the boxes costs it. */
export interface Wish {
  from: number
  to: number
  leaving: readonly [number, number, number, number]
  /** By the direction in which the line runs when it arrives. */
  arriving: readonly [number, number, number, number]
}

const cost = {
  bend: 45,
  bendInRow: 60,
  cross: 18,
  besideGutter: 5,
  besideBox: 16,
  side: 9,
  rim: 14,
}

/** Finds ways for lines one after another; each one makes its cells dearer for the next. */
export class Router {
  readonly #grid: Grid
  readonly #width: number
  readonly #along: readonly [Uint16Array, Uint16Array]
  readonly #sides = new Map<number, number>()
  readonly #best: Float64Array
  readonly #came: Int32Array
  readonly #stamp: Int32Array
  #round = 0
  readonly #cores = new Map<number, number[]>()
  readonly #x: number[]
  readonly #y: number[]

  constructor(grid: Grid) {
    this.#grid = grid
    this.#width = grid.xs.length
    const cells = grid.owner.length
    this.#along = [new Uint16Array(cells), new Uint16Array(cells)]
    this.#best = new Float64Array(cells * 4)
    this.#came = new Int32Array(cells * 4)
    this.#stamp = new Int32Array(cells * 4)
    this.#x = grid.xs.map(centre)
    this.#y = grid.ys.map(centre)
    for (const [cell, box] of grid.owner.entries()) {
      if (grid.isCore[cell] === 0) continue
      const known = this.#cores.get(box)
      if (known) known.push(cell)
      else this.#cores.set(box, [cell])
    }
  }

  /** Cells from the one box to the other, both included; null if there is no way. */
  route(wish: Wish): number[] | null {
    this.#round += 1
    const { owner, isCore } = this.#grid
    const queue = new Queue()
    const goal = this.#boundsOf(wish.to)
    for (const cell of this.#cores.get(wish.from) ?? []) {
      for (const direction of directions) {
        if (!leaves(isCore[cell], direction)) continue
        const start = wish.leaving[direction] + this.#sideCost(wish.from, direction)
        this.#reach(queue, cell * 4 + direction, start, -1, goal)
      }
    }
    for (let state = queue.pop(); state >= 0; state = queue.pop()) {
      const cell = state >> 2
      const isThere = owner[cell] === wish.to && this.#came[state] !== -1
      if (isThere && leaves(isCore[cell], (state & 3) as Direction)) return this.#take(state, wish)
      this.#expand(queue, state, wish, goal)
    }
    return null
  }

  #expand(queue: Queue, state: number, wish: Wish, goal: Bounds): void {
    const { owner, xs, ys } = this.#grid
    const cell = state >> 2
    const heading = (state & 3) as Direction
    const [x, y] = [cell % this.#width, Math.floor(cell / this.#width)]
    const spent = this.#best[state] ?? 0
    const isInside = owner[cell] === wish.from
    for (const direction of directions) {
      if (direction === (heading + 2) % 4 || (isInside && direction !== heading)) continue
      const [nextX, nextY] = [x + stepX[direction], y + stepY[direction]]
      const [column, row] = [xs[nextX], ys[nextY]]
      if (!column || !row) continue
      const next = nextY * this.#width + nextX
      const holder = owner[next] ?? free
      if (holder !== free && holder !== wish.to && !(holder === wish.from && isInside)) continue
      let total = spent
      total += Math.abs((this.#x[nextX] ?? 0) - (this.#x[x] ?? 0))
      total += Math.abs((this.#y[nextY] ?? 0) - (this.#y[y] ?? 0))
      if (direction !== heading) {
        total += cost.bend
        if (xs[x]?.isGutter === false && ys[y]?.isGutter === false) total += cost.bendInRow
        if (holder === wish.to && owner[cell] !== free) continue
      }
      const isAcross = direction % 2 === 0
      const strip = isAcross ? row : column
      const beside = this.#along[isAcross ? 0 : 1][next] ?? 0
      const crossed = this.#along[isAcross ? 1 : 0][next] ?? 0
      if (holder === free) {
        total += beside * (strip.isGutter ? cost.besideGutter : cost.besideBox)
        total += crossed * cost.cross
        if (!this.#grid.isElastic && strip.size < 13 * (beside + 1)) total += 50
        if (nextX === 0 || nextY === 0 || nextX === this.#width - 1 || nextY === ys.length - 1)
          total += cost.rim
      } else if (holder === wish.to && owner[cell] !== wish.to) {
        total +=
          wish.arriving[direction] + this.#sideCost(wish.to, ((direction + 2) % 4) as Direction)
      }
      this.#reach(queue, next * 4 + direction, total, state, goal)
    }
  }

  #reach(queue: Queue, state: number, total: number, from: number, goal: Bounds): void {
    if (this.#stamp[state] === this.#round && (this.#best[state] ?? 0) <= total) return
    this.#stamp[state] = this.#round
    this.#best[state] = total
    this.#came[state] = from
    const cell = state >> 2
    const x = this.#x[cell % this.#width] ?? 0
    const y = this.#y[Math.floor(cell / this.#width)] ?? 0
    const ahead =
      Math.max(0, goal.left - x, x - goal.right) + Math.max(0, goal.top - y, y - goal.bottom)
    queue.push(state, total + ahead)
  }

  #take(last: number, wish: Wish): number[] {
    const states: number[] = []
    for (let state = last; state >= 0; state = this.#came[state] ?? -1) states.unshift(state)
    const path = states.map((state) => state >> 2)
    for (const [index, state] of states.entries()) {
      const axis = state & 1
      const cell = state >> 2
      this.#count(axis, cell)
      const following = states[index + 1]
      if (following !== undefined && (following & 1) !== axis) this.#count(axis ^ 1, cell)
    }
    this.#useSide(wish.from, ((states[0] ?? 0) & 3) as Direction)
    this.#useSide(wish.to, (((last & 3) + 2) % 4) as Direction)
    return path
  }

  #count(axis: number, cell: number): void {
    const uses = this.#along[axis === 0 ? 0 : 1]
    uses[cell] = (uses[cell] ?? 0) + 1
  }

  #useSide(box: number, direction: Direction): void {
    const key = box * 4 + direction
    this.#sides.set(key, (this.#sides.get(key) ?? 0) + 1)
  }

  #sideCost(box: number, direction: Direction): number {
    return (this.#sides.get(box * 4 + direction) ?? 0) * cost.side
  }

  #boundsOf(box: number): Bounds {
    const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
    for (const cell of this.#cores.get(box) ?? []) {
      const x = this.#x[cell % this.#width] ?? 0
      const y = this.#y[Math.floor(cell / this.#width)] ?? 0
      bounds.left = Math.min(bounds.left, x)
      bounds.right = Math.max(bounds.right, x)
      bounds.top = Math.min(bounds.top, y)
      bounds.bottom = Math.max(bounds.bottom, y)
    }
    return bounds
  }
}

/** Whether a line may leave a box from a cell in a direction, or arrive at it in that direction. */
function leaves(core: number | undefined, direction: Direction): boolean {
  return ((core ?? 0) & (direction % 2 === 0 ? 1 : 2)) !== 0
}

interface Bounds {
  left: number
  right: number
  top: number
  bottom: number
}
