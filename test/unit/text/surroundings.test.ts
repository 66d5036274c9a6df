import { expect, test } from 'vitest'
import { surroundings, wordsAfter, wordsBefore } from '../../../shared/text/surroundings.ts'

test('surroundings are whole words on one line, and keep the blank towards the passage', () => {
  expect(wordsBefore('hadde snakket\nmed, men ', 15)).toBe('… med, men ')
  expect(wordsAfter('. Den ene\nvar en kar', 12)).toBe('. Den ene …')
  expect(wordsAfter(' oppe i dalen', 40)).toBe(' oppe i …')
  expect(wordsBefore('\n', 40)).toBe('')
  expect(wordsAfter('', 40)).toBe('')
})

test('what stands around a passage ends between characters', () => {
  const text = `${'😀'.repeat(20)}her${'😀'.repeat(20)}`
  const around = surroundings(text, { start: 40, end: 43 }, 31)
  expect(around).toEqual({ before: '😀'.repeat(15), after: '😀'.repeat(15) })
  expect(surroundings(text, { start: 40, end: 43 }, 31, { from: 36, to: 43 })).toEqual({
    before: '😀😀',
    after: '',
  })
})
