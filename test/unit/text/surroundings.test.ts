import { expect, test } from 'vitest'
import { wordsAfter, wordsBefore } from '../../../shared/text/surroundings.ts'

test('surroundings are whole words on one line, and keep the blank towards the passage', () => {
  expect(wordsBefore('hadde snakket\nmed, men ', 15)).toBe('… med, men ')
  expect(wordsAfter('. Den ene\nvar en kar', 12)).toBe('. Den ene …')
  expect(wordsAfter(' oppe i dalen', 40)).toBe(' oppe i …')
  expect(wordsBefore('\n', 40)).toBe('')
  expect(wordsAfter('', 40)).toBe('')
})
