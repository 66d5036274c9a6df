import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutsBetween, partsOf } from '../../../shared/analysis/map/cuts.ts'
import { drawMap } from '../../../shared/analysis/map/draw-map.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import { roomOn } from '../../../shared/analysis/map/page.ts'
import { headerOf, planSheets } from '../../../shared/analysis/map/sheets.ts'
import { largeMap, processMap } from './example-maps.ts'
import { model, node } from './support.ts'

describe('cutting', () => {
  it('takes the fewest parts, then equal ones, rather at borders', () => {
    const whole = { from: 0, to: 100 }
    const at = (place: number, isBorder = false) => ({ at: place, isBorder })
    expect(partsOf(whole, [at(50)], 100)).toEqual([whole])
    expect(partsOf(whole, [at(30), at(50), at(80)], 80)).toEqual([
      { from: 0, to: 50 },
      { from: 50, to: 100 },
    ])
    expect(partsOf(whole, [at(50), at(52, true)], 80)?.[0]).toEqual({ from: 0, to: 52 })
    expect(partsOf(whole, [at(90)], 80)).toBeNull()
  })

  it('cuts no box', () => {
    const range = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(fc.array(range), fc.array(fc.nat(560)), (made, borders) => {
        const boxes = made.map(([from, length]) => ({ from, to: from + length }))
        for (const { at } of cutsBetween({ from: 0, to: 560 }, boxes, borders, borders))
          for (const { from, to } of boxes) expect(at <= from || at >= to).toBe(true)
      }),
    )
  })

  it('keeps off lines that run along it, near the border of a week', () => {
    const boxes = [
      { from: 10, to: 40 },
      { from: 90, to: 120 },
    ]
    const at = (lines: number[], borders: number[] = []) =>
      cutsBetween({ from: 0, to: 130 }, boxes, borders, lines).map((cut) => cut.at)
    expect(at([])).toEqual([65])
    expect(at([65, 72])).toEqual([58])
    expect(at([60], [62])).toEqual([67])
  })
})

describe('sheets', () => {
  const plan = (map: ReturnType<typeof processMap>, sheets: 'auto' | 'one' | 'several') => {
    const drawing = layOutMap(map)
    return { drawing, plan: planSheets(drawing, drawMap(drawing, map), { paper: 'A4', sheets }) }
  }

  it('are one where that is read easily (E6)', () => {
    const small = model({ nodes: [node('a'), node('b')] })
    expect(plan(small, 'auto').plan).toMatchObject({ sheets: 'whole' })
    expect(plan(small, 'auto').plan.points).toBeCloseTo(9)
    expect(plan(processMap(), 'one').plan.points).toBeLessThan(8)
  })

  it.each([
    ['weeks', processMap()],
    ['ranks', largeMap(60, 75, true)],
    ['lanes', largeMap(60, 70, false)],
  ])('have every box whole on one of them, at nine points: %s (E6)', (_, map) => {
    const { drawing, plan: made } = plan(map, 'auto')
    expect(made.points).toBeCloseTo(9)
    const { sheets } = made
    if (sheets === 'whole') throw new Error('It does not fit on one sheet.')
    const header = headerOf(drawing)
    const room = roomOn(made.size, made.margin)
    for (const { part } of sheets) {
      expect(part.width + header.x).toBeLessThanOrEqual(room.width + 0.01)
      expect(part.height + header.y).toBeLessThan(room.height)
    }
    for (const box of drawing.nodes) {
      const holding = sheets.filter(
        ({ part }) =>
          box.x >= part.x &&
          box.y >= part.y &&
          box.x + box.width <= part.x + part.width &&
          box.y + box.height <= part.y + part.height,
      )
      expect(holding, box.node.key).toHaveLength(1)
    }
  })
})
