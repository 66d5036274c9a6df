import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { textWidth } from '../../../shared/analysis/map/text-measure.ts'
import { hierarchyMap, largeMap, processMap } from './example-maps.ts'
import { problems } from './geometry.ts'
import { edge, model, node } from './support.ts'

function boxOf(drawing: Drawing, key: string) {
  return drawing.nodes.find((drawn) => drawn.node.key === key)!
}

const maps: [string, () => MapModel][] = [
  ['process', processMap],
  ['hierarchy', hierarchyMap],
  ['sixty ranked nodes', () => largeMap(60, 75, true)],
  ['sixty nodes in lanes', () => largeMap(60, 70, false)],
]

describe.each(maps)('the map %s', (_, make) => {
  it('keeps the rules of boxes, lines and words (P2, L1, L2, W1)', () => {
    expect(problems(layOutMap(make()))).toEqual([])
  })

  it('is the same again, whatever the order of its parts (P1)', () => {
    const map = make()
    const turned = { ...map, nodes: map.nodes.toReversed(), edges: map.edges.toReversed() }
    const byKey = (drawing: Drawing) => ({
      ...drawing,
      edges: drawing.edges.toSorted((a, b) => (a.edge.key < b.edge.key ? -1 : 1)),
    })
    expect(byKey(layOutMap(turned))).toEqual(byKey(layOutMap(map)))
  })

  it('draws every edge (L3)', () => {
    const map = make()
    expect(layOutMap(map).edges).toHaveLength(map.edges.length)
  })

  it('has boxes of one width whose lines of text fit (P8, W2)', () => {
    const drawing = layOutMap(make())
    expect(new Set(drawing.nodes.map((box) => box.width)).size).toBe(1)
    for (const box of drawing.nodes)
      for (const line of box.lines) expect(textWidth(line, 13)).toBeLessThan(box.width - 12)
  })
})

describe('lanes and weeks', () => {
  it('puts boxes in their lanes, the standpoint at the bottom (P3)', () => {
    const drawing = layOutMap(processMap())
    expect(drawing.lanes.map((lane) => lane.key)).toEqual([
      ...['directorate', 'employer', 'leader', 'specialist'],
    ])
    for (const box of drawing.nodes) {
      const lane = drawing.lanes.find((one) => one.key === box.node.lane)!
      expect(box.y).toBeGreaterThan(lane.y)
      expect(box.y + box.height).toBeLessThan(lane.y + lane.height)
    }
    expect(drawing.groups.map((group) => group.label)).toEqual(['Office'])
  })

  it('puts weeks into columns from left to right (P4)', () => {
    const drawing = layOutMap(processMap())
    const dated = drawing.nodes.filter((box) => box.node.weekFrom !== null)
    for (const a of dated)
      for (const b of dated)
        expect(Math.sign(a.x - b.x)).toBe(
          Math.sign((a.node.weekFrom ?? 0) - (b.node.weekFrom ?? 0)),
        )
    expect(drawing.ticks.map((tick) => tick.label)).toContain('week 26')
  })

  it('puts what follows to the right when the order is not fixed (P6)', () => {
    const drawing = layOutMap(
      model({
        nodes: ['a', 'b', 'c', 'd'].map((key) => node(key)),
        edges: [
          ...[edge('a', 'b'), edge('b', 'c'), edge('c', 'd')],
          edge('d', 'b', { isBackward: true }),
        ],
      }),
    )
    const xs = ['a', 'b', 'c', 'd'].map((key) => boxOf(drawing, key).x)
    expect(xs).toEqual(xs.toSorted((a, b) => a - b))
    expect(new Set(xs).size).toBe(4)
    expect(drawing.note?.label).toBe('order not fixed')
    expect(problems(drawing)).toEqual([])
  })

  it('puts ranks below each other (P5)', () => {
    const drawing = layOutMap(largeMap(60, 75, true))
    for (const a of drawing.nodes)
      for (const b of drawing.nodes)
        if (a.node.rank < b.node.rank) expect(a.y + a.height).toBeLessThan(b.y)
  })
})

describe('hands, loops and frames', () => {
  it('leaves a node where a hand has set it, and keeps the other rules (P7)', () => {
    const map = processMap()
    const set: Record<string, [number, number]> = { warm: [640, 560], guide: [333, 71] }
    const drawing = layOutMap({
      ...map,
      nodes: map.nodes.map((one) => {
        const [x, y] = set[one.key] ?? [null, null]
        return { ...one, x, y }
      }),
    })
    expect(boxOf(drawing, 'warm')).toMatchObject({ x: 640, y: 560 })
    expect(boxOf(drawing, 'guide')).toMatchObject({ x: 333, y: 71 })
    expect(problems(drawing)).toEqual([])
  })

  it('runs no line over the names of lanes and weeks when a hand has set nodes (P7)', () => {
    const map = processMap()
    const drawing = layOutMap({
      ...map,
      nodes: map.nodes.map((one) => (one.key === 'talk' ? { ...one, x: 200, y: 330 } : one)),
    })
    const [lane] = drawing.lanes
    const before = { x: lane!.x + 80, y: lane!.y }
    for (const { edge, points } of drawing.edges)
      for (const { x, y } of points) expect(x > before.x && y > before.y, edge.key).toBe(true)
  })

  it('draws a line from a step to itself (L3)', () => {
    const drawing = layOutMap(
      model({ nodes: [node('a'), node('b')], edges: [edge('a', 'a'), edge('a', 'b')] }),
    )
    const self = drawing.edges.find((drawn) => drawn.edge.to === 'a')!
    expect(self.points.length).toBeGreaterThanOrEqual(4)
    expect(problems(drawing)).toEqual([])
  })

  it('surrounds the members of a frame and ties its texts to it (F1)', () => {
    const drawing = layOutMap(processMap())
    const [frame] = drawing.frames
    for (const key of processMap().frames[0]!.members) {
      const box = boxOf(drawing, key)
      expect(box.x).toBeGreaterThan(frame!.x)
      expect(box.y).toBeGreaterThan(frame!.y)
      expect(box.x + box.width).toBeLessThan(frame!.x + frame!.width)
      expect(box.y + box.height).toBeLessThan(frame!.y + frame!.height)
    }
    expect(frame!.ties.map((tie) => tie.text).toSorted()).toEqual(['guide', 'regulation'])
    for (const tie of frame!.ties) {
      const end = tie.points.at(-1)!
      const isOnBorder =
        end.y === frame!.y ||
        end.x === frame!.x ||
        end.x === frame!.x + frame!.width ||
        end.y === frame!.y + frame!.height
      expect(isOnBorder).toBe(true)
    }
  })

  it('keeps lines off the title of a frame where they leave room for it (F2)', () => {
    const drawing = layOutMap(processMap())
    const [frame] = drawing.frames
    expect(frame).toMatchObject({ isTitleCrossed: false })
    const { x, width } = frame!
    // The arrow into the first step comes down where the title would begin.
    const isDown = (points: readonly { x: number }[]) =>
      points.some((point) => point.x > x && point.x < x + 120)
    expect(drawing.edges.some(({ edge, points }) => edge.to === 'talk' && isDown(points))).toBe(
      true,
    )
    expect(frame!.titleAt.x).toBeLessThan(x + width)
    expect(problems(drawing)).toEqual([])
  })

  it('says when the title of a narrow frame has to stand on a line (F2)', () => {
    const drawing = layOutMap(
      model({
        axis: 'rank',
        nodes: [node('a'), node('b', { rank: 1 })],
        edges: [edge('a', 'b', { style: 'governs' })],
        frames: [{ key: 'f', title: 'A title as long as the box', members: ['b'], texts: [] }],
      }),
    )
    expect(drawing.frames[0]).toMatchObject({ isTitleCrossed: true })
  })

  it('lays out a map with nothing on it', () => {
    expect(layOutMap(model({})).nodes).toEqual([])
  })
})

describe('any map', () => {
  const key = fc.integer({ min: 0, max: 39 }).map((index) => `n${index}`)
  const style = fc.constantFrom('sequence', 'governs', 'text moves', 'reports', 'conflict')
  const label = fc.constantFrom('', '', 'mandates', 'if the doctor agrees to it')
  const maps = fc.record({
    axis: fc.constantFrom('weeks', 'rank', 'none'),
    laneCount: fc.integer({ min: 0, max: 4 }),
    nodes: fc.array(
      fc.record({
        lane: fc.nat(4),
        week: fc.option(fc.nat(9)),
        rank: fc.nat(5),
        words: fc.lorem({ maxCount: 6 }),
        pin: fc.option(fc.tuple(fc.nat(12), fc.nat(8)), { freq: 8 }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    edges: fc.array(fc.record({ from: key, to: key, style, label, passages: fc.nat(12) }), {
      maxLength: 60,
    }),
    pins: fc.boolean(),
    framed: fc.array(key, { maxLength: 8 }),
  })

  it('keeps the rules of boxes, lines and words (P2, P7, L1, L2, L3, W1)', () => {
    fc.assert(
      fc.property(maps, (made) => {
        const taken = new Set<string>()
        const nodes = made.nodes.map((one, index) => {
          const place = made.pins && one.pin ? one.pin : null
          const isTaken = place === null || taken.has(place.join())
          if (place) taken.add(place.join())
          return node(`n${index}`, {
            label: one.words,
            lane: made.laneCount > 0 ? `lane${one.lane % made.laneCount}` : '',
            weekFrom: one.week,
            rank: one.rank,
            x: isTaken ? null : place[0] * 190 + 7,
            y: isTaken ? null : place[1] * 160 + 11,
          })
        })
        const edges = made.edges
          .map((one, index) => edge(one.from, one.to, { ...one, key: `e${index}` }))
          .filter(({ from, to }) => [from, to].every((end) => nodes.some((one) => one.key === end)))
        const drawing = layOutMap(
          model({
            ...{ axis: made.axis, nodes, edges },
            frames: [{ key: 'frame', title: 'Work here', members: made.framed, texts: [] }],
            lanes: Array.from({ length: made.laneCount }, (_, index) => ({
              ...{ key: `lane${index}`, label: `Lane ${index}`, group: '' },
              isStandpoint: index === 0,
            })),
          }),
        )
        expect(problems(drawing)).toEqual([])
        expect(drawing.edges).toHaveLength(edges.length)
        for (const one of nodes)
          if (one.x !== null) expect(boxOf(drawing, one.key)).toMatchObject({ x: one.x, y: one.y })
      }),
      { numRuns: 60 },
    )
  })
})

describe('size', () => {
  it.each([true, false])('lays out 300 nodes and 500 edges (A3), ranked: %s', (isRanked) => {
    const map = largeMap(300, 500, isRanked)
    // Processor time: other programs on the machine do not count.
    const before = process.cpuUsage()
    const drawing = layOutMap(map)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
    expect(drawing.nodes).toHaveLength(300)
    expect(drawing.edges).toHaveLength(map.edges.length)
  })
})
