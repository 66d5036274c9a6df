import { expect, test } from 'vitest'
import { Names } from '../../../shared/analysis/question/names.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import { piecesOf, sentenceOf } from '../../../shared/analysis/question/sentence.ts'

const names = new Names([
  { kind: 'code', id: 'ute', name: 'utetid' },
  { kind: 'code', id: 'vent', name: 'ventetid' },
  { kind: 'codeSet', id: 'set', name: 'Tid' },
  { kind: 'analyst', id: 'anna', name: 'Anna' },
  { kind: 'round', id: 'r1', name: 'Runde 1' },
  { kind: 'source', id: 's1', name: 'Intervju 1' },
  { kind: 'folder', id: 'f1', name: 'Kontor 1' },
  { kind: 'person', id: 'p1', name: 'Torunn' },
  { kind: 'case', id: 'c1', name: 'Office 1' },
  { kind: 'attribute', id: 'sex', name: 'Kjønn', of: 'persons', type: 'choice' },
  { kind: 'attribute', id: 'size', name: 'Størrelse', of: 'cases', type: 'number' },
  { kind: 'attribute', id: 'done', name: 'Ferdig', of: 'sources', type: 'yes-no' },
  { kind: 'text', id: 't1', name: 'K-12' },
  { kind: 'clause', id: 'cl', name: '§ 4' },
  { kind: 'actor', id: 'a1', name: 'Veileder' },
  { kind: 'term', id: 'o', name: 'oppfølging' },
  { kind: 'question', id: 'work', name: 'What work is being done here?', type: 'built-in' },
  { kind: 'step', id: 'st', name: 'fyller ut' },
  { kind: 'link', id: 'li', name: 'Lov – authorises – K-12', type: 'authorises' },
])
const coded = (id: string): Question => ({ type: 'coded', codeIds: [id] })
const said: Question = { type: 'person', as: 'speaker', personIds: ['p1'] }
const overlap = (of: Question, to: Question): Question => ({
  type: 'related',
  how: 'overlapping',
  of,
  to,
})

/** Question, English, Norwegian; what stands after “Passages” and “Utdrag”. */
const leaves: [Question, string, string][] = [
  [{ type: 'coded' }, 'coded with any code', 'kodet med en hvilken som helst kode'],
  [
    { type: 'coded', codeIds: ['ute', 'vent'], subcodes: true, analystIds: ['anna'] },
    'coded utetid or ventetid with subcodes by Anna',
    'kodet utetid eller ventetid med underkoder av Anna',
  ],
  [
    { type: 'coded', codeSetIds: ['set'], layer: 'r1', weight: { from: 50, to: 100 } },
    'coded with a code of the set Tid in the round Runde 1 with weight 50 to 100',
    'kodet med en kode i settet Tid i runden Runde 1 med vekt 50 til 100',
  ],
  [
    { type: 'coded', layer: 'working', created: { from: '2024-05' } },
    'coded in the working layer in the period from 2024-05',
    'kodet i arbeidslaget i perioden fra og med 2024-05',
  ],
  [{ type: 'source', sourceIds: ['s1'] }, 'in Intervju 1', 'i Intervju 1'],
  [{ type: 'source', folderIds: ['f1'] }, 'in the folder Kontor 1', 'i mappa Kontor 1'],
  [
    {
      type: 'source',
      kinds: ['interview', 'field note'],
      levels: ['entry'],
      languages: ['nb'],
      dated: { to: '2025' },
    },
    'in sources of the kind interview or field note (entry-level) in the language Norwegian bokmål dated up to 2025',
    'i kilder av typen intervju eller feltnotat (førstelinje) på språket norsk bokmål datert til og med 2025',
  ],
  [said, 'said by Torunn', 'sagt av Torunn'],
  [
    { type: 'person', as: 'participant', roles: ['leder'] },
    'from sources where somebody with the role leder takes part',
    'fra kilder der noen med rollen leder er med',
  ],
  [
    { type: 'case', caseIds: ['c1', 'gone'] },
    'in Office 1 or something deleted',
    'i Office 1 eller noe som er slettet',
  ],
  [
    { type: 'attribute', attributeId: 'sex', values: ['kvinne'] },
    'said by persons whose Kjønn is kvinne',
    'sagt av personer der Kjønn er kvinne',
  ],
  [
    { type: 'attribute', attributeId: 'sex', isSet: false, as: 'participant' },
    'without Kjønn of any participant',
    'uten Kjønn for noen deltaker',
  ],
  [
    { type: 'attribute', attributeId: 'size', between: { from: 10, to: 20 } },
    'in cases where Størrelse is 10 to 20',
    'i caser der Størrelse er 10 til 20',
  ],
  [
    { type: 'attribute', attributeId: 'done', values: [true] },
    'in sources where Ferdig is yes',
    'i kilder der Ferdig er ja',
  ],
  [
    {
      type: 'activation',
      textIds: ['t1'],
      clauseIds: ['cl'],
      actorIds: ['a1'],
      modes: ['cites'],
      stances: ['skips'],
    },
    'activating K-12 clause § 4 by Veileder (cites; skips)',
    'som aktiverer K-12 bestemmelsen § 4 ved Veileder (viser til; hopper over)',
  ],
  [
    { type: 'evidence', kind: 'link', aboutIds: ['li'] },
    'standing as evidence for Lov – authorises – K-12',
    'som er belegg for Lov – gir hjemmel for – K-12',
  ],
  [
    { type: 'work account', visibilities: ['invisible'] },
    'telling of work (invisible)',
    'som forteller om arbeid (usynlig)',
  ],
  [{ type: 'term', termIds: ['o'] }, 'using the term oppfølging', 'som bruker begrepet oppfølging'],
  [
    { type: 'answer', questionIds: ['work'] },
    'answering “What work is being done here?”',
    'som svarer på «Hvilket arbeid gjøres her?»',
  ],
  [
    { type: 'evidence', aboutIds: ['st'], stances: ['supports'] },
    'standing as evidence for fyller ut (supports)',
    'som er belegg for fyller ut (støtter)',
  ],
  [
    { type: 'evidence', kind: 'flow' },
    'standing as evidence for a flow',
    'som er belegg for et forløp',
  ],
  [
    { type: 'text', search: 'skjema*', forms: true },
    'saying “skjema*” (other forms too)',
    'som sier «skjema*» (også i andre former)',
  ],
]

test.each(leaves)('a condition reads as a part of a sentence: %j', (leaf, english, norwegian) => {
  expect(sentenceOf(leaf, names, 'en')).toBe(`Passages ${english}`)
  expect(sentenceOf(leaf, names, 'nb')).toBe(`Utdrag ${norwegian}`)
  const denied: Question = { type: 'not', part: leaf }
  expect(sentenceOf(denied, names, 'en')).toBe(`Passages not ${english}`)
  const ikke = norwegian.startsWith('som ')
    ? norwegian.replace('som ', 'som ikke ')
    : `ikke ${norwegian}`
  expect(sentenceOf(denied, names, 'nb')).toBe(`Utdrag ${ikke}`)
})

/** The order of strength is told by “both” and “either”, and by brackets where these do not do. */
test.each<[Question, string, string]>([
  [{ type: 'anything' }, 'All passages', 'Alle utdrag'],
  [
    {
      type: 'and',
      parts: [overlap(coded('ute'), coded('vent')), said, { type: 'case', caseIds: ['c1'] }],
    },
    'Passages coded utetid that overlap ventetid, said by Torunn, in Office 1',
    'Utdrag kodet utetid som overlapper ventetid, sagt av Torunn, i Office 1',
  ],
  [
    { type: 'or', parts: [coded('ute'), { type: 'and', parts: [coded('vent'), said] }] },
    'Passages coded utetid or both coded ventetid and said by Torunn',
    'Utdrag kodet utetid eller både kodet ventetid og sagt av Torunn',
  ],
  [
    { type: 'and', parts: [said, { type: 'or', parts: [coded('ute'), coded('vent')] }] },
    'Passages said by Torunn, either coded utetid or coded ventetid',
    'Utdrag sagt av Torunn, enten kodet utetid eller kodet ventetid',
  ],
  [
    { type: 'not', part: { type: 'and', parts: [coded('ute'), said] } },
    'All passages except passages both coded utetid and said by Torunn',
    'Alle utdrag unntatt utdrag både kodet utetid og sagt av Torunn',
  ],
  [
    overlap({ type: 'anything' }, { type: 'anything' }),
    'Passages that overlap other passages',
    'Utdrag som overlapper andre utdrag',
  ],
  [
    overlap({ type: 'and', parts: [coded('ute'), said] }, said),
    'Passages coded utetid, said by Torunn, that overlap passages said by Torunn',
    'Utdrag kodet utetid, sagt av Torunn, som overlapper utdrag sagt av Torunn',
  ],
  [
    overlap(coded('ute'), overlap(coded('vent'), said)),
    'Passages coded utetid that overlap passages (coded ventetid that overlap passages said by Torunn)',
    'Utdrag kodet utetid som overlapper utdrag (kodet ventetid som overlapper utdrag sagt av Torunn)',
  ],
  [
    overlap(overlap(coded('ute'), coded('vent')), said),
    'Passages coded utetid that overlap ventetid and that overlap passages said by Torunn',
    'Utdrag kodet utetid som overlapper ventetid og som overlapper utdrag sagt av Torunn',
  ],
])('a whole question reads as a sentence: %j', (question, english, norwegian) => {
  expect(sentenceOf(question, names, 'en')).toBe(english)
  expect(sentenceOf(question, names, 'nb')).toBe(norwegian)
})

test.each([
  ['overlapping', undefined, 'that overlap', 'som overlapper'],
  ['within', undefined, 'that lie within', 'som ligger innenfor'],
  ['containing', undefined, 'that contain', 'som inneholder'],
  ['same turn', undefined, 'in the same turn as', 'i samme replikk som'],
  ['near', undefined, 'in the same source as', 'i samme kilde som'],
  ['near', 'paragraphs', 'at most 2 paragraphs from', 'høyst 2 avsnitt fra'],
  ['followed by', undefined, 'that come before', 'som kommer før'],
  ['followed by', 'turns', 'at most 2 turns before', 'høyst 2 replikker før'],
  ['preceded by', 'characters', 'at most 2 characters after', 'høyst 2 tegn etter'],
] as const)('a relation reads as a part of a sentence: %s %s', (how, unit, english, norwegian) => {
  const question: Question = {
    type: 'related',
    how,
    ...(unit === undefined ? {} : { distance: { count: 2, unit } }),
    of: coded('ute'),
    to: coded('vent'),
  }
  expect(sentenceOf(question, names, 'en')).toBe(`Passages coded utetid ${english} ventetid`)
  expect(sentenceOf(question, names, 'nb')).toBe(`Utdrag kodet utetid ${norwegian} ventetid`)
})

test('pieces tell which part of the question they speak of', () => {
  const question: Question = {
    type: 'and',
    parts: [overlap(coded('ute'), coded('vent')), { type: 'not', part: said }],
  }
  const pieces = piecesOf(question, names, 'nb').filter(({ role }) => role !== 'glue')
  expect(pieces).toEqual([
    { role: 'condition', text: 'kodet utetid', path: [0, 0] },
    { role: 'relation', text: 'som overlapper', path: [0] },
    { role: 'condition', text: 'ventetid', path: [0, 1] },
    { role: 'condition', text: 'ikke sagt av Torunn', path: [1] },
  ])
})
