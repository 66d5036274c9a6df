import { expect, test } from 'vitest'
import { fixture, outline, readOne } from './reading.ts'

test('F7: pages of rtf begin at breaks, at paragraphs and sections that begin one, and where they were seen', async () => {
  const { text } = await readOne(fixture('teammote.rtf'), 'teammote.rtf')
  expect(text.pages.map(({ at, label }) => [label, text.text.slice(at, at + 6)])).toEqual([
    ['1', 'Teammø'],
    ['2', 'Neste '],
    ['3', 'deles '],
    ['4', 'Vedleg'],
    ['5', 'Ny del'],
  ])
})

test('I3: comments of rtf are set aside with who wrote them, and take no words with them', async () => {
  const source = await readOne(fixture('teammote.rtf'), 'teammote.rtf')
  expect(source.setAside).toEqual([
    { text: 'Kari N.: Hvem laget lista?', reason: 'comment' },
    { text: 'Per: Uten ord før.', reason: 'comment' },
  ])
  expect(outline(source)).toEqual([
    'heading 1: Teammøte',
    'paragraph: Vi gikk gjennom lista. Tre står på vent.',
    'paragraph: Neste møte er i uke 12.',
    'paragraph: En setning som deles av siden.',
    'paragraph: Vedlegg',
    'paragraph: Skjemaet',
    'paragraph: Samme side i to spalter.',
    'paragraph: Ny del.',
  ])
})

test('I3: a file without breaks has no pages, and words that every object has are none of ours', async () => {
  const source = await readOne(String.raw`{\rtf1 En \constructor{\constructor x} to}`, 'a.rtf')
  expect(source.text.pages).toEqual([])
  expect(source.text.text).toBe('En x to\n')
})
