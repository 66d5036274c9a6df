import { expect, it } from 'vitest'
import {
  deal,
  dealBack,
  dealBegin,
  dealt,
  targetByKey,
  withoutTarget,
} from '../../../renderer/codes/dialogs/deal-state.ts'

it('deals passages one by one, leaves some, and takes a choice back', () => {
  let state = deal(deal(deal(dealBegin, 0), null), 1)
  expect(state.at).toBe(3)
  expect(dealt(state)).toEqual([
    { passage: 0, target: 0 },
    { passage: 2, target: 1 },
  ])
  state = deal(dealBack(dealBack(state)), 1)
  expect(state.at).toBe(2)
  expect(dealt(state)).toEqual([
    { passage: 0, target: 0 },
    { passage: 1, target: 1 },
    { passage: 2, target: 1 },
  ])
})

it('keeps what was dealt to the others when a target is taken away, and goes back to the first of its own', () => {
  const state = deal(deal(deal(deal(dealBegin, 1), 0), null), 2)
  const left = withoutTarget(state, 0)
  expect(left.at).toBe(1)
  expect(dealt(left)).toEqual([
    { passage: 0, target: 0 },
    { passage: 3, target: 1 },
  ])
  expect(withoutTarget(deal(dealBegin, 0), 1)).toEqual(deal(dealBegin, 0))
})

it('stays at the first passage when going further back', () => {
  expect(dealBack(dealBegin).at).toBe(0)
})

it('takes digits first, then letters, and only as many as there are targets', () => {
  expect(targetByKey('1', 2)).toBe(0)
  expect(targetByKey('3', 2)).toBeUndefined()
  expect(targetByKey('A', 12)).toBe(9)
  expect(targetByKey('Enter', 35)).toBeUndefined()
})
