import type { Box, Point } from './drawing.ts'
import type { MapModel, MapModelEdge } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Segment } from './segments.ts'
import { centreAll, cornersOf, extent, segmentsOf } from './segments.ts'
import type { Grid, Slab } from './slabs.ts'
import { stack } from './slabs.ts'
import type { Bundle } from './tracks.ts'
import { bundles, settle, widen } from './tracks.ts'
import type { EdgeText } from './texts.ts'
import { edgeText } from './texts.ts'
import { Router } from './route.ts'
import { wishesOf } from './wishes.ts'

/** Edges with their ways through the grid; places are set by `place`. */
export class Routing {
  readonly #grid: Grid
  readonly #origin: Point
  readonly #segments: Segment[][] = []
  readonly edges: MapModelEdge[] = []
  readonly texts: (EdgeText | null)[] = []
  readonly #boxesAt: () => Box[]
  #across: Bundle[] = []
  #down: Bundle[] = []

  /** `boxesAt` tells where the boxes are now that slabs have been moved. */
  constructor(
    model: MapModel,
    grid: Grid,
    origin: Point,
    indexOf: ReadonlyMap<string, number>,
    boxesAt: () => Box[],
  ) {
    this.#grid = grid
    this.#origin = origin
    this.#boxesAt = boxesAt
    this.#stack()
    const router = new Router(grid)
    for (const wish of wishesOf(model, indexOf, boxesAt())) {
      const path = router.route(wish)
      if (!path) continue
      this.#segments.push(segmentsOf(path, this.edges.length, wish, grid))
      this.edges.push(wish.edge)
      this.texts.push(edgeText(wish.edge))
    }
    this.#sort()
  }

  #stack(): void {
    if (!this.#grid.isElastic) return
    stack(this.#grid.xs, this.#origin.x)
    stack(this.#grid.ys, this.#origin.y)
  }

  /** Sorts lines into tracks: down first by slabs, then each direction by the other's places. */
  #sort(): void {
    const all = this.#segments.flat()
    centreAll(all, this.#grid.xs, this.#grid.ys)
    this.#down = bundles(all, false, this.#boxesAt())
    this.place()
    this.#across = bundles(all, true, this.#boxesAt())
    this.place()
    if (this.#grid.isElastic) this.#giveRoom()
    this.#down = bundles(all, false, this.#boxesAt())
    this.place()
    this.#across = bundles(all, true, this.#boxesAt())
    this.place()
  }

  /** A line that carries words takes the room of the words in its gutter. */
  #giveRoom(): void {
    const boxes = this.#boxesAt()
    for (const [index, segments] of this.#segments.entries()) {
      const text = this.texts[index]
      if (!text || text.lines.length === 0) continue
      const inGutters = segments
        .map((segment) => {
          const [start, end] = extent(segment, boxes)
          return { segment, length: Math.abs(end - start) }
        })
        .filter(({ segment }) => this.#slabsOf(segment)[segment.slab]?.isGutter === true)
        .toSorted((a, b) => b.length - a.length)
      const across = inGutters.find(
        ({ segment, length }) => segment.isAcross && length >= text.width + 14,
      )
      if (across) across.segment.thickness = Math.max(metrics.track, text.height + 6)
    }
  }

  #slabsOf(segment: Segment): Slab[] {
    return segment.isAcross ? this.#grid.ys : this.#grid.xs
  }

  /** Sets sizes of gutters, then the places of slabs and lines. */
  place(): void {
    if (this.#grid.isElastic) {
      widen(this.#grid.xs, this.#down, metrics.clearanceX)
      widen(this.#grid.ys, this.#across, metrics.clearance)
      this.#stack()
    }
    settle(this.#grid, false, this.#down)
    settle(this.#grid, true, this.#across)
  }

  /** Makes room for words that found none: in the gutters that the longest piece of the line passes. */
  makeRoom(line: number): void {
    const boxes = this.#boxesAt()
    const edge = this.edges[line]
    if (!edge) return
    const [longest] = (this.#segments[line] ?? [])
      .map((segment) => {
        const [start, end] = extent(segment, boxes)
        return { segment, length: Math.abs(end - start) }
      })
      .toSorted((a, b) => b.length - a.length)
    if (!longest) return
    const { segment, length } = longest
    if (segment.isAcross) this.texts[line] = edgeText(edge, metrics.edgeLabelNarrow)
    const text = this.texts[line]
    if (!text) return
    const slabs = segment.isAcross ? this.#grid.xs : this.#grid.ys
    const low = Math.min(segment.from, segment.to)
    const high = Math.max(segment.from, segment.to)
    const passed = slabs.slice(low, high + 1).filter((strip) => strip.isGutter)
    const strip = passed[Math.floor(passed.length / 2)]
    if (!strip) return
    const needed = segment.isAcross ? text.width + 30 - length : text.height + 8
    strip.least = Math.max(strip.least, strip.size + Math.min(60, Math.max(10, needed)))
  }

  points(): Point[][] {
    const boxes = this.#boxesAt()
    return this.#segments.map((segments) => cornersOf(segments, boxes))
  }
}
