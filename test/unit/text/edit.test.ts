import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import {
  readBody,
  sourceTextToDelta,
  spliceBody,
  writeBody,
} from '../../../electron/engine/sources/body.ts'
import {
  blocksAfterSplice,
  editableRange,
  paragraphAt,
  paragraphStarts,
  wholeCharacter,
} from '../../../shared/text/edit.ts'
import { paragraphPlaces } from '../../../shared/text/paragraphs.ts'
import type { Block, InlineMark, SourceText } from '../../../shared/text/source-text.ts'

const paragraph: Block = { kind: 'paragraph' }

function plain(text: string, blocks?: Block[]): SourceText {
  const count = text.split('\n').length - 1
  return {
    text,
    blocks: blocks ?? Array.from({ length: count }, () => paragraph),
    marks: [],
    pages: [],
  }
}

/** What a splice makes of a text, by the rules alone and by the document; both must agree. */
function splice(source: SourceText, start: number, end: number, inserted: string): SourceText {
  const { from, to, blocks } = blocksAfterSplice(source, start, end, inserted)
  const body = new Y.Doc().getText('body')
  writeBody(body, source)
  spliceBody(body, source, start, end, inserted)
  const after = readBody(body)
  expect(after.text).toBe(source.text.slice(0, start) + inserted + source.text.slice(end))
  expect(after.blocks).toEqual([
    ...source.blocks.slice(0, from),
    ...blocks,
    ...source.blocks.slice(to + 1),
  ])
  return after
}

const turn: Block = { kind: 'paragraph', speaker: 'Berit', label: 7, time: 5000 }
const talk = plain('Berit: ja\nog nei\nI: hva\n', [
  turn,
  paragraph,
  { kind: 'paragraph', speaker: 'I', label: 3 },
])

describe('P6 paragraphs after an edit', () => {
  test('typing inside a paragraph leaves its attributes', () => {
    expect(splice(talk, 9, 9, '!').blocks).toEqual(talk.blocks)
  })

  test('a paragraph that is split keeps its speaker on the first part alone', () => {
    expect(splice(talk, 8, 8, '\n').blocks).toEqual([turn, paragraph, ...talk.blocks.slice(1)])
  })

  test('a line end typed in front of a turn leaves the turn whole', () => {
    expect(splice(talk, 0, 0, '\n').blocks).toEqual([paragraph, ...talk.blocks])
  })

  test('two paragraphs that are joined have the attributes of the first', () => {
    expect(splice(talk, 9, 10, '').blocks).toEqual([turn, talk.blocks[2]])
  })

  test('a paragraph removed whole leaves the next one its own', () => {
    expect(splice(talk, 0, 10, '').blocks).toEqual(talk.blocks.slice(1))
    expect(splice(talk, 10, 17, '').blocks).toEqual([turn, talk.blocks[2]])
  })

  test('deleting part of a label shortens it, deleting all of it takes the speaker away', () => {
    expect(splice(talk, 0, 2, '').blocks[0]).toEqual({ ...turn, label: 5 })
    expect(splice(talk, 0, 7, '').blocks[0]).toEqual(paragraph)
  })

  test('typing inside a label lengthens it, behind it does not', () => {
    expect(splice(talk, 3, 3, 'xx').blocks[0]).toEqual({ ...turn, label: 9 })
    expect(splice(talk, 7, 7, 'xx').blocks[0]).toEqual(turn)
  })

  test('a list item that is split goes on as a list item, a heading as a paragraph', () => {
    const list: Block = { kind: 'list-item', level: 2, ordered: true }
    expect(splice(plain('abc\n', [list]), 1, 1, '\n').blocks).toEqual([list, list])
    const heading: Block = { kind: 'heading', level: 1 }
    expect(splice(plain('abc\n', [heading]), 1, 1, '\n').blocks).toEqual([heading, paragraph])
  })
})

describe('P2 whole characters', () => {
  test('an offset inside a surrogate pair moves to its edge', () => {
    expect(wholeCharacter('a😀b', 2, -1)).toBe(1)
    expect(wholeCharacter('a😀b', 2, 1)).toBe(3)
    expect(wholeCharacter('a😀b', 1, -1)).toBe(1)
    expect(editableRange('a😀b\n', 2, 2)).toEqual({ start: 1, end: 1 })
    expect(editableRange('a😀b\n', 2, 99)).toEqual({ start: 1, end: 4 })
  })

  test('an editable range spares the last line end and cuts no character', () => {
    fc.assert(
      fc.property(someText(), fc.integer(), fc.integer(), (source, start, end) => {
        const range = editableRange(source.text, start, end)
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThan(source.text.length)
        const rest = source.text.slice(0, range.start) + source.text.slice(range.end)
        expect(rest.isWellFormed()).toBe(true)
        expect(rest.endsWith('\n')).toBe(true)
      }),
    )
  })
})

test('P6 there is one block for each line end and no label longer than its paragraph, whatever is edited', () => {
  const edit = fc.record({ start: fc.nat(80), length: fc.nat(30), inserted: someWords() })
  fc.assert(
    fc.property(someText(), fc.array(edit, { maxLength: 8 }), (source, edits) => {
      let now = source
      for (const { start, length, inserted } of edits) {
        const range = editableRange(now.text, start, start + length)
        now = splice(now, range.start, range.end, inserted)
        expect(now.blocks).toHaveLength(now.text.split('\n').length - 1)
        for (const place of paragraphPlaces(now)) {
          const label = now.blocks[place.ordinal - 1]?.label ?? 0
          expect(label).toBeLessThanOrEqual(place.stop - place.start)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('P5 a text written into a document is read again as it was', () => {
  fc.assert(
    fc.property(someText(), (source) => {
      const body = new Y.Doc().getText('body')
      writeBody(body, source)
      expect(readBody(body)).toEqual(source)
      expect(sourceTextToDelta(readBody(body))).toEqual(sourceTextToDelta(source))
      const copy = new Y.Doc()
      if (body.doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(body.doc))
      expect(readBody(copy.getText('body'))).toEqual(source)
    }),
    { numRuns: 400 },
  )
})

test('P2 paragraphs are found by their starts', () => {
  fc.assert(
    fc.property(someText(), ({ text }) => {
      const starts = paragraphStarts(text)
      for (let at = 0; at < text.length; at++) {
        expect(paragraphAt(starts, at)).toBe(text.slice(0, at).split('\n').length - 1)
      }
    }),
  )
})

function someWords(): fc.Arbitrary<string> {
  const piece = fc.constantFrom('a', 'ord ', '😀', '👩‍👩‍👧', '\n', '\n\n', 'é́', '\t', 'Berit: ')
  return fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
}

/** A text of up to six paragraphs with attributes, inline formats and page starts in order. */
function someText(): fc.Arbitrary<SourceText> {
  const line = fc.record({
    words: someWords().map((words) => words.replaceAll('\n', '')),
    block: fc.constantFrom<Block>(
      paragraph,
      { kind: 'heading', level: 2 },
      { kind: 'list-item', level: 1, ordered: false },
      { kind: 'table-row', table: 1, header: true },
      { kind: 'footnote', note: '1' },
      { kind: 'quote' },
    ),
    speaker: fc.option(fc.constantFrom('Berit', 'I'), { nil: undefined }),
    label: fc.nat(8),
    bold: fc.boolean(),
    italic: fc.boolean(),
    page: fc.boolean(),
  })
  return fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => {
    const source: SourceText = { text: '', blocks: [], marks: [], pages: [] }
    for (const [index, { words, block, speaker, label, bold, italic, page }] of lines.entries()) {
      const start = source.text.length
      if (page) source.pages.push({ at: start, label: String(index + 1) })
      const cut = wholeCharacter(words, Math.min(words.length, label), -1)
      source.blocks.push(
        speaker === undefined ? block : { ...block, speaker, ...(cut > 0 ? { label: cut } : {}) },
      )
      if (words !== '' && (bold || italic)) {
        const mark: InlineMark = { start, end: start + words.length }
        if (bold) mark.bold = true
        if (italic) mark.italic = true
        source.marks.push(mark)
      }
      source.text += `${words}\n`
    }
    return source
  })
}
