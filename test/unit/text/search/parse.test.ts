import { expect, test } from 'vitest'
import { noReach, matcherOf, vocabularyOf } from '../../../../shared/text/search/matchers.ts'
import { parseQuery, parseUnfinished } from '../../../../shared/text/search/parse.ts'
import { positiveLeaves, type QueryNode } from '../../../../shared/text/search/query.ts'
import { canonicalSpelling } from '../../../../shared/text/search/spelling.ts'

function shape(node: QueryNode): string {
  switch (node.type) {
    case 'words':
      return `${node.isLoose ? '~' : ''}${node.isExact ? '"' : ''}${node.words.map(({ kind, text }) => (kind === 'prefix' ? `${text}…` : text)).join(' ')}`
    case 'regex':
      return `/${node.pattern}/`
    case 'near':
      return `(${shape(node.left)} <${node.distance}> ${shape(node.right)})`
    case 'not':
      return `!${shape(node.part)}`
    default:
      return `(${node.parts.map(shape).join(node.type === 'and' ? ' & ' : ' | ')})`
  }
}

function read(query: string): string {
  const parsed = parseQuery(query)
  return parsed.ok
    ? shape(parsed.query)
    : `${parsed.error.problem} ${parsed.error.at}+${parsed.error.length}`
}

test.each([
  ['Q1 words', 'Møte lege', '(møte & lege)'],
  ['Q1 a word with a dash is a phrase', 'e-post', 'e post'],
  ['Q2 phrases in every kind of quotation marks', '"a b" “c” «d e» „f“', '("a b & "c & "d e & "f)'],
  ['Q2 any one word in a phrase', '"det * møtet"', '"det * møtet'],
  ['Q3 beginnings and wildcards', 'sykmeld* *møte* te?t', '(sykmeld… & *møte* & te?t)'],
  ['Q3 a question mark at the end asks', 'hvorfor?', 'hvorfor'],
  ['Q4 NOT binds before AND before OR', 'a OR b NOT c AND d', '(a | (b & !c & d))'],
  ['Q4 brackets decide', '(a OR b) c', '((a | b) & c)'],
  ['Q4 Norwegian signs', 'a ELLER b OG IKKE c', '(a | (b & !c))'],
  ['Q4 signs are written in capitals', 'a or b', '(a & or & b)'],
  ['Q5 near', 'a NEAR/5 b NÆR (c OR "d e")', '((a <5> b) <10> (c | "d e))'],
  ['Q6 regular expressions', String.raw`/\d{2}\/\d+/ a`, String.raw`(/\d{2}\/\d+/ & a)`],
  ['Q6 a stroke inside a word parts words', 'og/eller', 'og eller'],
  ['Q7 loose', '~møte ~"et møte"', '(~møte & ~et møte)'],
  ['Q9 what holds no word is passed over', 'lege – & pasient', '(lege & pasient)'],
  ['Q9 nothing', ' ', 'empty 0+1'],
  ['Q9 a phrase that does not end', 'a "b c', 'unclosedQuote 2+4'],
  ['Q9 a bracket that does not end', 'a (b', 'unclosedBracket 2+1'],
  ['Q9 a bracket too many', 'a) b', 'surplusBracket 1+1'],
  ['Q9 nothing in brackets', 'a ()', 'empty 2+2'],
  ['Q9 nothing before OR', 'OR a', 'missingBefore 0+2'],
  ['Q9 nothing after OR', 'a OR', 'missingAfter 2+2'],
  ['Q9 nothing after AND', 'a AND', 'missingAfter 2+3'],
  ['Q9 nothing after NOT', 'a NOT', 'missingAfter 2+3'],
  ['Q9 nothing beside NEAR', 'a NEAR/2', 'missingAfter 2+6'],
  ['Q9 near takes words', 'a NEAR/2 /b/', 'nearNeedsWords 2+6'],
  ['Q9 only NOT', 'NOT a', 'onlyNot 0+5'],
  ['Q9 only wildcards', 'a *', 'onlyWildcard 2+1'],
  ['Q9 an expression that does not end', 'a /b', 'unclosedRegex 2+2'],
  ['Q9 an expression that is none', 'a /(/', 'badRegex 2+3'],
  ['Q9 a letter behind an expression', '/a/g', 'badFlag 3+1'],
])('%s', (_, query, expected) => {
  expect(read(query)).toBe(expected)
})

test('words still being written are a beginning', () => {
  const parsed = parseUnfinished('lege møt')
  expect(parsed.ok && shape(parsed.query)).toBe('(lege & møt…)')
})

const families = [
  'sykmelding sykemelding sjukmelding sjukemelding',
  'ikke ikkje',
  'jeg eg',
  'hva kva',
  'hvorfor kvifor',
  'kvalitet kvalitet',
  'hvit kvit',
  'kjærlighet kjærlegheit',
  'virkeligheten verkelegheiten',
  'daglig dagleg',
  'arbeidsløs arbeidslaus',
  'løsning løysning',
  'sykehus sjukehus',
  'organise organize',
  'behaviour behavior',
]

test.each(families.filter((family) => !family.startsWith('virkelig')))(
  'Q7 spellings: %s',
  (family) => {
    const spelt = family.split(' ').map(canonicalSpelling)
    expect(new Set(spelt).size).toBe(1)
  },
)

test('Q7 spellings do not make different words one', () => {
  for (const pair of [
    'lege ligge',
    'kvinne vinne',
    'hus hos',
    'vise vite',
    'four for',
    'møte måte',
  ]) {
    const [one = '', other = ''] = pair.split(' ')
    expect(canonicalSpelling(one)).not.toBe(canonicalSpelling(other))
  }
})

const terms =
  'møte møter møtene møtte dialogmøte dialogmøtet moter sjukmelding sykemeldt sykmeldte'.split(' ')

test.each([
  ['forms', 'møter', { forms: true }, 'møte møtene møter'],
  ['compounds', 'møte', { compounds: true }, 'dialogmøte dialogmøtet møte møtene møter'],
  ['spellings of a beginning', 'sykmeld*', { spellings: true }, 'sjukmelding sykemeldt sykmeldte'],
  ['not in quotation marks', '"møter"', { forms: true, compounds: true }, 'møter'],
  ['loose alone', '~møtene', {}, 'møte møtene møter'],
  ['wildcards', 'm?te*', {}, 'møte møtene møter moter'],
])('Q7 %s', (_, query, reach, expected) => {
  const parsed = parseQuery(query)
  if (!parsed.ok) throw new Error(parsed.error.problem)
  const [leaf] = positiveLeaves(parsed.query)
  const word = leaf?.type === 'words' ? leaf.words[0] : undefined
  if (leaf?.type !== 'words' || !word) throw new Error('no word')
  const matcher = matcherOf(word, leaf, { ...noReach, ...reach }, vocabularyOf(terms))
  expect(matcher.type === 'terms' && [...matcher.terms].sort().join(' ')).toBe(
    expected.split(' ').sort().join(' '),
  )
})
