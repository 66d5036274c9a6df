import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTokens, WordBook } from '../../../../shared/text/search/tokens.ts'
import { eachWord, folded } from '../../../../shared/text/search/words.ts'

const pieces = fc.constantFrom(
  'møte',
  'Møte',
  'ÅR',
  'x\u0301n',
  '\u0301',
  '𝒜b',
  '𝒜',
  '😀',
  '\ud835',
  '\udc9c',
  'x1',
  ' ',
  ', ',
  '\n',
  '\n\n',
  '-',
)

test('Q1 the words of a text are read in one go as they are one by one', () => {
  const book = new WordBook()
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const units = new Uint16Array(text.length + 1)
      for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at)
      units[text.length] = 10
      const { starts, words, paragraphs, firsts } = readTokens(units, book)
      const read = {
        paragraphs: [...paragraphs],
        firsts: [...firsts],
        starts: [...starts],
        terms: [...words].map((number) => book.termAt(number)),
        lengths: [...words].map((number) => book.lengthAt(number)),
      }
      const expected: typeof read = {
        paragraphs: [],
        firsts: [],
        starts: [],
        terms: [],
        lengths: [],
      }
      let start = 0
      for (const line of text.split('\n')) {
        const end = start + line.length
        if (line !== '') {
          expected.paragraphs.push(start, end)
          expected.firsts.push(expected.starts.length)
          eachWord(text, start, end, (from, to) => {
            expected.starts.push(from)
            expected.terms.push(folded(text.slice(from, to)))
            expected.lengths.push(to - from)
          })
        }
        start = end + 1
      }
      expected.firsts.push(expected.starts.length)
      expect(read).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('thousands of words keep their numbers, and those that differ in capitals are one term', () => {
  const book = new WordBook()
  const words = Array.from({ length: 3000 }, (_, index) => `ord${index}`)
  const numbers = words.map((word) => book.numberOf(word))
  expect(new Set(numbers).size).toBe(words.length)
  expect(words.map((word) => book.numberOf(word))).toEqual(numbers)
  const capital = book.numberOf('ORD7')
  expect(capital).not.toBe(numbers[7])
  expect(book.termNumber(capital)).toBe(book.termNumber(numbers[7]!))
  expect(book.terms[book.termNumber(capital)]).toBe('ord7')
})
