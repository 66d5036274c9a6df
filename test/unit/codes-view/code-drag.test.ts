import { expect, it } from 'vitest'
import {
  CODE_DRAG,
  PASSAGE_DRAG,
  draggedCodes,
  draggedRange,
} from '../../../renderer/codes/code-drag.ts'
import { codeHues, nearestHue } from '../../../renderer/codes/code-hues.ts'

const carrying = (type: string, data: string) => ({
  getData: (asked: string) => (asked === type ? data : ''),
})

it('reads dragged codes and ranges, and nothing from what others drag', () => {
  expect(draggedCodes(carrying(CODE_DRAG, '["a","b",3]'))).toEqual(['a', 'b'])
  expect(draggedCodes(carrying('text/plain', '["a"]'))).toEqual([])
  expect(draggedCodes(carrying(CODE_DRAG, 'not json'))).toEqual([])
  expect(draggedRange(carrying(PASSAGE_DRAG, '{"sourceId":"s","start":3,"end":9}'))).toEqual({
    sourceId: 's',
    start: 3,
    end: 9,
  })
  expect(draggedRange(carrying(PASSAGE_DRAG, '{"sourceId":"s","start":9,"end":9}'))).toBeUndefined()
  expect(draggedRange(carrying(PASSAGE_DRAG, 'null'))).toBeUndefined()
})

it('finds the nearest offered hue round the circle', () => {
  expect(nearestHue(258)).toBe(257)
  expect(nearestHue(359)).toBe(10)
  expect(new Set(codeHues).size).toBe(16)
})
