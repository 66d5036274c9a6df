import { describe, expect, test } from 'vitest'
import { neighbourOf, ordersAfterMove } from '../../../renderer/work/ordering.ts'
import { findThings, holdsWords } from '../../../renderer/work/thing-search.ts'
import { textOfWeeks, weeksFromText } from '../../../renderer/work/week-text.ts'

describe('weeks of a step', () => {
  test.each([
    ['3', 3, null, '3'],
    ['3–8', 3, 8, '3–8'],
    ['3 - 8', 3, 8, '3–8'],
    ['week 3', 3, null, '3'],
    ['uke 3 til 8', 3, 8, '3–8'],
    ['-2 to 0', -2, 0, '−2–0'],
    ['−2–−1', -2, -1, '−2–−1'],
    ['8-3', 3, 8, '3–8'],
    ['–8', null, 8, '–8'],
    ['0,5', 0.5, null, '0.5'],
    ['', null, null, ''],
  ])('“%s” is read, and written as “%s”', (text, weekFrom, weekTo, written) => {
    expect(weeksFromText(text)).toEqual({ weekFrom, weekTo })
    expect(textOfWeeks({ weekFrom, weekTo })).toBe(written)
  })

  test.each(['soon', '3 days', '3-8-9', '–'])('“%s” is no time', (text) => {
    expect(weeksFromText(text)).toBeUndefined()
  })
})

describe('order of steps', () => {
  const items = ['a', 'b', 'c'].map((id, index) => ({ id, order: index + 1 }))

  function after(id: string, beforeId: string | null, from = items): string {
    const moved = new Map(ordersAfterMove(from, id, beforeId).map((item) => [item.id, item.order]))
    return from
      .map((item) => ({ ...item, order: moved.get(item.id) ?? item.order }))
      .toSorted((one, other) => one.order - other.order)
      .map((item) => item.id)
      .join('')
  }

  test('a step goes before another one, or to the end', () => {
    expect(after('c', 'a')).toBe('cab')
    expect(after('a', null)).toBe('bca')
    expect(after('c', 'b')).toBe('acb')
    expect(after('a', 'c')).toBe('bac')
    expect(after('b', 'c')).toBe('abc')
    expect(ordersAfterMove(items, 'b', 'c')).toEqual([])
  })

  test('steps of the same number are told apart', () => {
    const same = items.map((item) => ({ ...item, order: 1 }))
    expect(after('c', 'b', same)).toBe('acb')
  })

  test('one place up and down, and no further than the ends', () => {
    expect(neighbourOf(items, 'b', -1)).toBe('a')
    expect(neighbourOf(items, 'b', 1)).toBeNull()
    expect(neighbourOf(items, 'a', 1)).toBe('c')
    expect(neighbourOf(items, 'a', -1)).toBeUndefined()
    expect(neighbourOf(items, 'c', 1)).toBeUndefined()
  })
})

test('things are found by other names and by a few letters, the same name first', () => {
  const things = [
    { id: '1', name: 'Dialogmøte 2-innkalling', aliases: ['DM2'] },
    { id: '2', name: 'Lege' },
    { id: '3', name: 'Legeerklæring' },
  ]
  expect(findThings(things, 'dm2').exact?.id).toBe('1')
  expect(findThings(things, 'lege').found.map(({ id }) => id)).toEqual(['2', '3'])
  expect(findThings(things, 'erkl').found[0]?.id).toBe('3')
  expect(findThings(things, '').found).toHaveLength(3)
  expect(holdsWords('Legeerklæring', 'ERKL')).toBe(true)
  expect(holdsWords('Lege', 'Lekse')).toBe(false)
})
