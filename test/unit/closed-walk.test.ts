import { describe, expect, test } from 'vitest'
import { breaksOf } from '../../shared/analysis/closed-walk.ts'

const arc = (from: string, to: string) => [{ from, to }]

describe('the breaks of a walk', () => {
  test('are none where each member leads to the next and the last to the first', () => {
    expect(breaksOf([arc('a', 'b'), arc('b', 'c'), arc('c', 'a')])).toEqual([])
    expect(breaksOf([arc('a', 'a')])).toEqual([])
    expect(breaksOf([])).toEqual([])
  })
  test('are behind the members that do not lead on', () => {
    expect(breaksOf([arc('a', 'b'), arc('b', 'c')])).toEqual([1])
    expect(breaksOf([arc('a', 'b'), arc('x', 'y'), arc('b', 'a')])).toEqual([0, 1])
    expect(breaksOf([arc('a', 'b'), arc('b', 'c'), arc('d', 'a')])).toEqual([1])
    expect(breaksOf([arc('a', 'b')])).toEqual([0])
  })
  test('lie on both sides of what leads nowhere, also at the ends', () => {
    expect(breaksOf([arc('a', 'b'), [], arc('b', 'a')])).toEqual([0, 1])
    expect(breaksOf([[], arc('a', 'b')])).toEqual([0, 1])
    expect(breaksOf([arc('a', 'b'), arc('b', 'a'), []])).toEqual([1, 2])
    expect(breaksOf([[]])).toEqual([0])
  })
  test('are as few as the ways to pass the members allow', () => {
    const either = [
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ]
    expect(breaksOf([arc('a', 'c'), either, arc('b', 'a')])).toEqual([])
    expect(breaksOf([either, arc('b', 'a'), arc('a', 'c')])).toEqual([])
  })
})
