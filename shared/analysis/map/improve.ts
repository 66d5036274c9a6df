import type { MapModelEdge } from './map-model.ts'
import type { Placement, Seat } from './seats.ts'

/** Above this many nodes crossings are not counted, which would take quadratic time. */
const crossingLimit = 120

/**
 * Moves nodes to other cells that they may stand in, or swaps two, as long as lines get shorter,
 * straighter and cross less. Hill climbing in a fixed order: the same map gives the same result.
 */
export function improve(placement: Placement, edges: readonly MapModelEdge[], isRanked: boolean) {
  const { seats, columnCount } = placement
  const seatOf = new Map(seats.map((seat) => [seat.node.key, seat]))
  const lines = edges.flatMap((edge) => {
    const [a, b] = [seatOf.get(edge.from), seatOf.get(edge.to)]
    return a && b && a !== b ? [{ a, b, weight: edge.style === 'sequence' ? 1.5 : 1 }] : []
  })
  const linesOf = new Map<Seat, typeof lines>(seats.map((seat) => [seat, []]))
  for (const line of lines) {
    linesOf.get(line.a)?.push(line)
    linesOf.get(line.b)?.push(line)
  }
  const occupant = new Map<number, Seat>()
  const cell = (row: number, column: number) => row * columnCount + column
  for (const seat of seats) {
    const at = freeCell(seat, occupant, cell)
    ;[seat.row, seat.column] = at
    occupant.set(cell(...at), seat)
  }
  const countsCrossings = seats.length <= crossingLimit

  const lineCost = ({ a, b, weight }: (typeof lines)[number]): number => {
    const rows = Math.abs(a.row - b.row)
    const columns = Math.abs(a.column - b.column)
    let cost = isRanked ? rows * 0.4 + columns : rows * 1.1 + columns * 0.8
    if (rows > 0 && columns > 0) cost += 0.7
    if (columns === 0 && a.row > b.row) cost += 0.2
    if (rows === 0)
      for (let at = Math.min(a.column, b.column) + 1; at < Math.max(a.column, b.column); at += 1)
        if (occupant.has(cell(a.row, at))) cost += 1.2
    if (columns === 0)
      for (let at = Math.min(a.row, b.row) + 1; at < Math.max(a.row, b.row); at += 1)
        if (occupant.has(cell(at, a.column))) cost += 1.2
    return cost * weight
  }
  const costOf = (moved: readonly Seat[]): number => {
    let cost = 0
    for (const seat of moved) {
      cost += Math.abs(seat.column - seat.home) * seat.pull + (seat.row - seat.rows[0]) * 0.05
    }
    for (const seat of moved)
      for (const line of linesOf.get(seat) ?? []) {
        if (seat !== moved[0] && (line.a === moved[0] || line.b === moved[0])) continue
        cost += lineCost(line)
        if (countsCrossings) for (const other of lines) if (crosses(line, other)) cost += 1.1
      }
    return cost
  }
  const move = (seat: Seat, row: number, column: number): boolean => {
    const other = occupant.get(cell(row, column))
    const from = [seat.row, seat.column] as const
    if (other === seat || (other && !mayStand(other, from[0], from[1]))) return false
    const moved = other ? [seat, other] : [seat]
    const before = costOf(moved)
    const put = (to: readonly [number, number], back: readonly [number, number]) => {
      occupant.delete(cell(seat.row, seat.column))
      if (other) [other.row, other.column] = back
      ;[seat.row, seat.column] = to
      occupant.set(cell(...to), seat)
      if (other) occupant.set(cell(...back), other)
    }
    put([row, column], from)
    if (costOf(moved) < before - 1e-6) return true
    occupant.delete(cell(row, column))
    if (other) {
      ;[other.row, other.column] = [row, column]
      occupant.set(cell(row, column), other)
    }
    ;[seat.row, seat.column] = from
    occupant.set(cell(...from), seat)
    return false
  }
  const rounds = countsCrossings ? 14 : 3
  const far = countsCrossings ? Infinity : 2
  for (let round = 0; round < rounds; round += 1) {
    let isBetter = false
    for (const seat of seats)
      for (const row of near(seat.row, seat.rows, far))
        for (const column of near(seat.column, seat.columns, far))
          if (move(seat, row, column)) isBetter = true
    if (!isBetter) return
  }
}

function near(at: number, [first, last]: readonly [number, number], far: number): number[] {
  const from = Math.max(first, at - far)
  return Array.from({ length: Math.min(last, at + far) - from + 1 }, (_, index) => from + index)
}

function mayStand(seat: Seat, row: number, column: number): boolean {
  const [firstRow, lastRow] = seat.rows
  const [firstColumn, lastColumn] = seat.columns
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
}

function freeCell(
  seat: Seat,
  occupant: ReadonlyMap<number, Seat>,
  cell: (row: number, column: number) => number,
): [number, number] {
  let best: [number, number] = [seat.row, seat.column]
  let least = Infinity
  for (let row = seat.rows[0]; row <= seat.rows[1]; row += 1)
    for (let column = seat.columns[0]; column <= seat.columns[1]; column += 1) {
      const distance = Math.abs(row - seat.row) * 1.5 + Math.abs(column - seat.column)
      if (occupant.has(cell(row, column)) || distance >= least) continue
      least = distance
      best = [row, column]
    }
  return best
}

interface Line {
  a: Seat
  b: Seat
}

/** Whether the straight lines between the cells cross; lines that share an end do not. */
function crosses(first: Line, second: Line): boolean {
  const { a, b } = first
  const { a: c, b: d } = second
  if (first === second || a === c || a === d || b === c || b === d) return false
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(a: Seat, b: Seat, c: Seat): number {
  return (b.column - a.column) * (c.row - a.row) - (b.row - a.row) * (c.column - a.column)
}
