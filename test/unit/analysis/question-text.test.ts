import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Names } from '../../../shared/analysis/question/names.ts'
import { parseQuestion } from '../../../shared/analysis/question/parse.ts'
import { printQuestion } from '../../../shared/analysis/question/print.ts'
import {
  distanceUnits,
  relationKinds,
  type Question,
} from '../../../shared/analysis/question/question.ts'
import '../../support/seed.ts'

const names = new Names([
  { kind: 'code', id: 'c1', name: 'ventetid' },
  { kind: 'code', id: 'c2', name: 'Tid "ute" \\ borte' },
  { kind: 'code', id: 'c3', name: 'dobbelt' },
  { kind: 'code', id: 'c4', name: 'Dobbelt' },
  { kind: 'person', id: 'p1', name: 'and (not)' },
  { kind: 'text', id: 't1', name: 'Forskrift' },
  { kind: 'attribute', id: 'a1', name: 'Alder' },
])

const ids = fc.array(fc.constantFrom('c1', 'c2', 'c3', 'p1', 't1', 'x "y"'), {
  minLength: 1,
  maxLength: 3,
})
const words = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), {
  minLength: 1,
  maxLength: 2,
})
const range = fc.record(
  { from: fc.constantFrom('2024', '2024-05'), to: fc.constantFrom('2025', '2024-05-17') },
  { requiredKeys: [] },
)
const number = fc.integer({ min: -40, max: 100 })

const { question } = fc.letrec<{ question: Question; leaf: Question }>((tie) => ({
  leaf: fc.oneof(
    fc.constant<Question>({ type: 'anything' }),
    fc.record(
      {
        type: fc.constant('coded' as const),
        codeIds: ids,
        codeSetIds: ids,
        subcodes: fc.constant(true as const),
        analystIds: ids,
        layer: fc.constantFrom('working', 'r1'),
        weight: fc.record({ from: number, to: number }, { requiredKeys: [] }),
        created: range,
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('source' as const),
        sourceIds: ids,
        kinds: fc.subarray(['focus group', 'e-mail'] as ('focus group' | 'e-mail')[], {
          minLength: 1,
        }),
        dated: range,
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('person' as const),
        personIds: ids,
        roles: words,
        as: fc.constantFrom('speaker' as const, 'participant' as const),
      },
      { requiredKeys: ['type', 'as'] },
    ),
    fc.record(
      {
        type: fc.constant('attribute' as const),
        attributeId: fc.constantFrom('a1', 'no such'),
        values: fc.array(fc.oneof(fc.string({ minLength: 1 }), number, fc.boolean()), {
          minLength: 1,
          maxLength: 3,
        }),
        between: fc.record({ from: number, to: fc.constant('2024') }, { requiredKeys: [] }),
        isSet: fc.boolean(),
        as: fc.constantFrom('speaker' as const, 'participant' as const),
      },
      { requiredKeys: ['type', 'attributeId'] },
    ),
    fc.record(
      {
        type: fc.constant('activation' as const),
        textIds: ids,
        actorIds: ids,
        modes: fc.subarray(['believed, not read'] as 'believed, not read'[], { minLength: 1 }),
        stances: fc.subarray(['skips'] as 'skips'[], { minLength: 1 }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('evidence' as const),
        kind: fc.constantFrom('link' as const, 'disjuncture' as const),
        aboutIds: ids,
        bases: fc.subarray(['the text says'] as 'the text says'[], { minLength: 1 }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('text' as const),
        search: fc.string({ minLength: 1, unit: 'binary' }),
        forms: fc.constant(true as const),
      },
      { requiredKeys: ['type', 'search'] },
    ),
  ),
  question: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('question'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('not' as const), part: tie('question') }),
    fc.record(
      {
        type: fc.constant('related' as const),
        how: fc.constantFrom(...relationKinds),
        distance: fc.record({ count: fc.nat(500), unit: fc.constantFrom(...distanceUnits) }),
        of: tie('question'),
        to: tie('question'),
      },
      { requiredKeys: ['type', 'how', 'of', 'to'] },
    ),
  ),
}))

test('A18 what is printed is read back as the same question, whatever its names', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const text = printQuestion(asked, names)
      expect(parseQuestion(text, names), text).toEqual({ ok: true, question: asked })
    }),
    { numRuns: 500 },
  )
})

test('A18 a text form reads as one would say it', () => {
  const text =
    'coded "ventetid" with subcodes overlapping coded "Tid \\"ute\\" \\\\ borte" and said by «and (not)» or not (coded #c3 weight [50..100] followed by {2 turns} activates "forskrift" stance skips) and in source kind interview dated [2024..2024-05]'
  const read = parseQuestion(text, names)
  expect(read).toEqual({
    ok: true,
    question: {
      type: 'or',
      parts: [
        {
          type: 'and',
          parts: [
            {
              type: 'related',
              how: 'overlapping',
              of: { type: 'coded', codeIds: ['c1'], subcodes: true },
              to: { type: 'coded', codeIds: ['c2'] },
            },
            { type: 'person', as: 'speaker', personIds: ['p1'] },
          ],
        },
        {
          type: 'and',
          parts: [
            {
              type: 'not',
              part: {
                type: 'related',
                how: 'followed by',
                distance: { count: 2, unit: 'turns' },
                of: { type: 'coded', codeIds: ['c3'], weight: { from: 50, to: 100 } },
                to: { type: 'activation', textIds: ['t1'], stances: ['skips'] },
              },
            },
            {
              type: 'source',
              kinds: ['interview'],
              dated: { from: '2024', to: '2024-05' },
            },
          ],
        },
      ],
    },
  })
})

test.each([
  ['coded "ventetd"', 'unknownName', 6, 'ventetd'],
  ['coded "dobbelt"', 'severalNames', 6, 'dobbelt'],
  ['coded "ventetid" and', 'condition', 20, ''],
  ['(coded "ventetid"', 'bracket', 17, ''],
  ['coded "ventetid', 'unclosedQuote', 6, '"'],
  ['coded "ventetid" near {x turns} anything', 'number', 23, 'x'],
  ['coded "ventetid" coded', 'unexpected', 17, 'coded'],
  ['in source kind "nonsense"', 'unexpected', 0, ''],
])('A18 %s is refused: %s at %i', (text, problem, at, word) => {
  expect(parseQuestion(text, names)).toMatchObject({ ok: false, error: { problem, at, word } })
})
