import { describe, expect, test } from 'vitest'
import { answerBareData } from '../../../shared/analysis/agreement/bare-answer.ts'
import { readBareData } from '../../../shared/analysis/agreement/bare-data.ts'
import { answered } from './support.ts'

describe('B2 the same judgements, written in another way', () => {
  const expected = answered({ pairs: ['12', '11', '.1', '22', '31'] })

  test.each<[string, unknown]>([
    [
      'lists',
      {
        pairs: [
          [1, 2],
          [1, 1],
          [null, 1],
          ['2', '2'],
          [3, '1'],
        ],
      },
    ],
    ['commas', { pairs: ['1,2', '1, 1', ',1', '2,2', '3,1'] }],
    ['spaces', { pairs: ['1 2', '1 1', '. 1', '2 2', '3 1'] }],
    ['bars, slashes, hyphens', { pairs: ['1|2', '1/1', '*|1', '2-2', '3 | 1'] }],
    ['one line', { pairs: '12 11 *1 22 31' }],
    ['coders', { coders: ['11.23', '21121'] }],
    ['coders by name', { coders: { anna: [1, 1, '', 2, 3], berit: '2 1 1 2 1' } }],
    ['inside another object', { id: 'x', data: { coders: ['11*23', '21121'] }, source: 'y' }],
  ])('%s', (_, data) => {
    expect(answered(data)).toEqual(expected)
  })

  test('a short coder is filled up with missing judgements', () => {
    expect(answered({ coders: ['112', '11'] })).toEqual(answered({ coders: ['112', '11.'] }))
  })

  test('values of several characters', () => {
    const words = { coders: [['work', 'text', 'work', 'n a'], 'work,text,text,n a'] }
    expect(answered(words)).toEqual(answered({ coders: ['wtwn', 'wttn'] }))
  })

  test('rows of unequal length, and their order, do not matter to alpha', () => {
    const first = answered({ rows: '112 22 3.3 1' })
    expect(answered({ rows: [[2, 2], [1, 2, 1], [null, 3, 3], [1]] })).toEqual(first)
    expect(first.kappa).toBe('unequalRaters')
    expect(first.alphaNominal).toBeTypeOf('number')
  })
})

describe('B3 units of a continuum', () => {
  const half = {
    continuum: { length: 20 },
    units: { A: { W: [[2, 6]] }, B: { W: [[3, 6]], T: [[10, 20]] } },
    unitsAre: 'half-open [start,end)',
  }

  test('the two notations and the two ways to order keys', () => {
    const other = {
      continuum: { start: 0, length: 20 },
      units: { W: { A: [[2, 4]], B: [[3, 3]] }, T: { A: [], B: [[10, 10]] } },
    }
    expect(answered(other)).toEqual(answered(half))
    expect(answerBareData(readBareData(other))).toMatchObject({
      unitsAre: '[start, length]',
      unitsBy: 'code, then coder',
    })
    expect(answered({ ...half, unitsBy: 'coder' })).toEqual(answered(half))
    expect(answered({ ...other, unitsAre: undefined, unitsBy: 'code' })).toEqual(answered(half))
    expect(answered({ ...half, unitsAre: undefined })).toEqual(answered(half))
  })

  test('where a continuum begins changes nothing', () => {
    const later = {
      ...half,
      continuum: { start: 100, end: 120 },
      units: { A: { W: [[102, 106]] }, B: { W: [[103, 106]], T: [[110, 120]] } },
    }
    expect(answered(later)).toEqual(answered(half))
  })

  test('names that can only be those of coders say which key comes first', () => {
    const units = { W: { i: [[2, 6]], j: [[3, 6]] }, T: { i: [], j: [[10, 20]] } }
    expect(answered({ ...half, units })).toEqual(answered(half))
    const lengths = {
      continuum: { length: 20 },
      units: { 'coder 1': { W: [[2, 4]] }, 'coder 2': { W: [[3, 3]], T: [[10, 10]] } },
    }
    expect(answered(lengths)).toEqual(answered(half))
  })

  test('three coders', () => {
    const three = { ...half, units: { ...half.units, C: { W: [[2, 6]] } } }
    const answer = answered(three)
    expect(answer.W).toBeTypeOf('number')
    expect(answer.uAlpha).toBeTypeOf('number')
    expect(answer.T).toBeTypeOf('number')
  })
})

test.each<[string, unknown]>([
  ['has to be an object', []],
  ['has to be an object', { id: 'x' }],
  ['holds 2', { pairs: ['11'], rows: '11' }],
  ['not square', { confusion: [[1, 2]] }],
  ['not square', { confusion: [[1, 2], [3]] }],
  [
    'no number',
    {
      confusion: [
        [1, -2],
        [3, 4],
      ],
    },
  ],
  [
    'no number',
    {
      confusion: [
        [1, 'many'],
        [3, 4],
      ],
    },
  ],
  ['confusion is empty', { confusion: [] }],
  ['not two values', { pairs: ['111'] }],
  ['pairs is empty', { pairs: [] }],
  ['neither words nor a number', { coders: [[{}], [1]] }],
  ['no length', { continuum: {}, units: {} }],
  ['outside', { continuum: { length: 5 }, units: { a: { b: [[2, 9]] } } }],
  [
    'overlap',
    {
      continuum: { length: 9 },
      units: {
        a: {
          b: [
            [1, 4],
            [2, 2],
          ],
        },
      },
    },
  ],
  ['neither', { continuum: { length: 9 }, units: {}, unitsAre: 'nonsense' }],
  ['twice', { rows: '11', categories: ['1', '1'] }],
])('B4 refused: %s', (reason, data) => {
  expect(() => readBareData(data)).toThrow(reason)
})
