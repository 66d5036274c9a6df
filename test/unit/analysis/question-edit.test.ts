import { expect, test } from 'vitest'
import {
  groupAbove,
  joinedAt,
  partAt,
  withDenial,
  withJoin,
  withRelation,
  withoutPart,
  withPart,
} from '../../../shared/analysis/question/edit.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'

const coded = (id: string): Question => ({ type: 'coded', codeIds: [id] })
const [a, b, c] = [coded('a'), coded('b'), coded('c')]
const and = (...parts: Question[]): Question => ({ type: 'and', parts })
const or = (...parts: Question[]): Question => ({ type: 'or', parts })
const not = (part: Question): Question => ({ type: 'not', part })
const near = (of: Question, to: Question): Question => ({
  type: 'related',
  how: 'near',
  distance: { count: 2, unit: 'turns' },
  of,
  to,
})

test('a part is found and replaced where it stands', () => {
  const whole = and(near(a, not(b)), c)
  expect(partAt(whole, [0, 1, 0])).toBe(b)
  expect(withPart(whole, [0, 1, 0], c)).toEqual(and(near(a, not(c)), c))
  expect(withPart(whole, [], a)).toBe(a)
})

test('groups of one, denials of nothing and relations to nothing go with what is taken away', () => {
  expect(withoutPart(and(a, b, c), [1])).toEqual(and(a, c))
  expect(withoutPart(and(a, or(b, c)), [1, 0])).toEqual(and(a, c))
  expect(withoutPart(and(a, not(b)), [1, 0])).toEqual(a)
  expect(withoutPart(near(a, b), [1])).toEqual(a)
  expect(withoutPart(near(a, b), [0])).toEqual(near({ type: 'anything' }, b))
  expect(withoutPart(near({ type: 'anything' }, b), [1])).toBe(null)
  expect(withoutPart(a, [])).toBe(null)
})

test('a denial is put on and taken off', () => {
  expect(withDenial(and(a, b), [1])).toEqual(and(a, not(b)))
  expect(withDenial(and(a, not(b)), [1])).toEqual(and(a, b))
})

test('a condition joins the group that is there, or makes one', () => {
  expect(joinedAt(and(a, b), [0], 'and', c)).toEqual(and(a, c, b))
  expect(joinedAt(and(a, b), [], 'and', c)).toEqual(and(a, b, c))
  expect(joinedAt(and(a, b), [1], 'or', c)).toEqual(and(a, or(b, c)))
  expect(joinedAt(near(a, b), [], 'and', c)).toEqual(and(near(a, b), c))
  expect(joinedAt({ type: 'anything' }, [], 'and', c)).toEqual(c)
})

test('a group changes how it is joined', () => {
  expect(groupAbove(and(a, b), [1])).toEqual([])
  expect(groupAbove(near(a, b), [1])).toBe(null)
  expect(withJoin(and(a, b), [], 'or')).toEqual(or(a, b))
})

test('a relation that knows no distance drops it', () => {
  const far = { count: 5, unit: 'paragraphs' } as const
  expect(withRelation(near(a, b), [], 'followed by', far)).toEqual({
    type: 'related',
    how: 'followed by',
    distance: far,
    of: a,
    to: b,
  })
  expect(withRelation(near(a, b), [], 'overlapping', far)).toEqual({
    type: 'related',
    how: 'overlapping',
    of: a,
    to: b,
  })
})
