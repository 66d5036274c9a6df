import { expect, test } from 'vitest'
import { requiredLetters } from '../../../../shared/text/search/required-letters.ts'

test.each([
  ['sanksjon', 'sanksjon'],
  ['\\bSanksjon\\w+', 'sanksjon'],
  ['ord7\\d*7\\b', 'ord7'],
  ['møter?', 'møte'],
  ['møter+s', 'møter'],
  ['(?:dialog)?møte', 'møte'],
  ['(a[)]b)møte', 'møte'],
  ['[abc]møte{2,3}skjema', 'skjema'],
  ['vedtak.{0,9}klage', 'vedtak'],
  ['\\.møte', 'møte'],
  ['møte|brev', null],
  ['(møte|brev)', null],
  ['m.te', null],
  ['\\u0061møte', null],
  ['\\p{L}+møte', null],
  ['(?<n>a)møte\\k<n>', null],
])('%s holds %s', (pattern, letters) => {
  expect(requiredLetters(pattern)).toBe(letters)
})
