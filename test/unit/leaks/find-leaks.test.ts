import { describe, expect, test } from 'vitest'
import { findLeaks, type LeakKnowledge } from '../../../shared/analysis/leaks/find-leaks.ts'
import { masked } from '../../../shared/analysis/leaks/mask.ts'
import { isNationalId } from '../../../shared/analysis/leaks/national-id.ts'
import { smallGroups } from '../../../shared/analysis/leaks/small-groups.ts'

const nothing: LeakKnowledge = { names: [], roles: [], sources: new Map(), today: '2026-11-22' }

function found(text: string, known: Partial<LeakKnowledge> = {}): string[] {
  return findLeaks({ texts: [{ place: 'here', text }] }, { ...nothing, ...known }).map(
    (leak) => `${leak.kind}: ${leak.text}`,
  )
}

/** A number whose control digits are right, for a day; made here, nobody's. */
function numberFor(day: string, individual: string): string | null {
  for (let control = 0; control < 100; control += 1) {
    const digits = `${day}${individual}${String(control).padStart(2, '0')}`
    if (isNationalId(digits)) return digits
  }
  return null
}

describe('national identity numbers', () => {
  test('one wrong digit is enough', () => {
    const synthetic = numberFor('018190', '123') ?? ''
    expect(synthetic).toHaveLength(11)
    const neighbours = [...synthetic].flatMap((digit, at) =>
      [...'0123456789']
        .filter((other) => other !== digit)
        .map((other) => synthetic.slice(0, at) + other + synthetic.slice(at + 1)),
    )
    expect(neighbours.filter(isNationalId)).toEqual([])
  })
  test('the example of the literature, 01010750160, is right; the calendar counts', () => {
    expect(isNationalId('01010750160')).toBe(true)
    expect(isNationalId('32010750160')).toBe(false)
    expect(isNationalId('00000000000')).toBe(false)
  })
  test('also in groups, not inside longer numbers', () => {
    expect(found('nr. 010107 50160.')).toEqual(['national-id: 010107 50160'])
    expect(found('kontonummer 901010750160')).toEqual([])
  })
})

test.each([
  ['Ring 912 34 567 da.', ['phone: 912 34 567']],
  ['Ring 22 33 44 55, eller +47 91234567.', ['phone: +47 91234567', 'phone: 22 33 44 55']],
  ['Ring +46 70 123 45 67.', ['phone: +46 70 123 45 67']],
  ['Det kostet kr 20 000 000 og 25 000 000 kroner.', []],
  ['I 2019 2020 var det 91234567890 saker.', []],
  ['Se 01a20498-eeba-7a40-a130-a37756276b41.', []],
  ['Skriv til kari.n@nav.example.no!', ['email: kari.n@nav.example.no']],
  ['Hun bor i Storgata 12 B.', ['address: Storgata 12 B']],
  ['Hun bor i Karl Johans gate 3.', ['address: Karl Johans gate 3']],
  ['Han bor i 12 High Street.', ['address: 12 High Street']],
  ['Sendt til 0150 OSLO.', ['address: 0150 OSLO']],
  ['I 2021 Bergen ble det.', ['place: Bergen']],
  ['Time etter time går. I Time kommune og Oslos gater.', ['place: Oslo', 'place: Time']],
  ['Os ble det ikke. Sola skinner.', []],
])('%s', (text, expected) => {
  expect(found(text).toSorted()).toEqual(expected.toSorted())
})

test('names are found as whole words and in the genitive, the longest first', () => {
  expect(
    found('Kari Nordmanns sak, Karianne, karis.', { names: ['Kari', 'Kari Nordmann'] }),
  ).toEqual(['name: Kari Nordmann'])
})

test('a role that one person holds is a leak, one that two hold is none', () => {
  const roles = ['rådgiver', 'Rådgiver', 'overlege']
  expect(found('En rådgiver og en overlege sa det.', { roles })).toEqual(['sole-role: overlege'])
})

test('groups of four are small, of five not; unknown values make no group', () => {
  const persons = (count: number, values: string[]) =>
    Array.from({ length: count }, (_, at) => ({ name: `P${at}`, values }))
  const groups = smallGroups([
    ...persons(5, ['kvinne', 'Oslo']),
    ...persons(4, ['mann', 'Oslo']),
    ...persons(1, ['', '']),
  ])
  expect(groups).toMatchObject([{ values: ['mann', 'Oslo'], holders: 4 }])
})

test('masks take whole words anywhere in a model, and leave what holds it together', () => {
  const model = { id: 'Kari', cells: ['Kari og Karis mor, Karianne', 3], inner: { quote: 'Kari' } }
  expect(masked(model, [{ text: 'Kari', by: 'P1' }])).toEqual({
    id: 'Kari',
    cells: ['P1 og P1s mor, Karianne', 3],
    inner: { quote: 'P1' },
  })
})
