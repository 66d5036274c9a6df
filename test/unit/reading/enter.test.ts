import { describe, expect, test } from 'vitest'
import { drawnBlocks, lookAfterEnter } from '../../../renderer/reading/block-look.ts'
import { changedRegion, regionToEdit } from '../../../renderer/reading/changed-region.ts'
import type { KnownParagraph } from '../../../renderer/reading/changed-region.ts'
import { applyEdit } from '../../../shared/text/text-splice.ts'
import { blocksAfterSplice, paragraphStarts } from '../../../shared/text/edit.ts'
import type { Block, SourceText } from '../../../shared/text/source-text.ts'

const options = { page: (label: string) => label, clock: String, measure: 80 }
const item: Block = { kind: 'list-item', level: 2 }
const source: SourceText = {
  text: 'Kø\nmelk\nbrød\nSlutt\n',
  blocks: [{ kind: 'heading', level: 1 }, item, item, { kind: 'paragraph', speaker: 'B' }],
  marks: [],
  pages: [],
}

/** What becomes of the text when Enter makes `after` of its paragraphs; keys tell which are kept. */
function press(after: KnownParagraph[]): SourceText {
  const before = source.text
    .split('\n')
    .slice(0, -1)
    .map((text, index) => ({ key: String(index), text }))
  const words = new Map(after.map(({ key, text }) => [key, text]))
  const region = changedRegion(
    before,
    after.map(({ key }) => key),
    // The neighbours of a new paragraph are dirty too.
    () => true,
    (key) => words.get(key) ?? '',
  )
  if (region === undefined) throw new Error('nothing changed')
  const starts = paragraphStarts(source.text)
  const place = (index: number): number => starts[index] ?? source.text.length
  const range = { start: place(region.from), end: place(region.to) }
  const edit = regionToEdit(source.text, range, region.paragraphs)
  if (edit === undefined) throw new Error('no edit')
  const { from, to, blocks } = blocksAfterSplice(source, edit.start, edit.end, edit.text)
  return {
    ...source,
    text: applyEdit(source.text, edit),
    blocks: [...source.blocks.slice(0, from), ...blocks, ...source.blocks.slice(to + 1)],
  }
}

const kept = (index: number, text = source.text.split('\n')[index] ?? ''): KnownParagraph => ({
  key: String(index),
  text,
})
const fresh = (text: string): KnownParagraph => ({ key: 'new', text })

describe('Enter in edit mode', () => {
  test('at the end of a list item makes another item of the list, and the next turn stays', () => {
    const after = press([kept(0), kept(1), kept(2), fresh(''), kept(3)])
    expect(after.text).toBe('Kø\nmelk\nbrød\n\nSlutt\n')
    expect(after.blocks).toEqual([source.blocks[0], item, item, item, source.blocks[3]])
  })

  test('within and in front of a list item makes two items', () => {
    const within = press([kept(0), kept(1, 'me'), fresh('lk'), kept(2), kept(3)])
    expect(within.blocks.slice(1, 4)).toEqual([item, item, item])
    const before = press([kept(0), kept(1, ''), fresh('melk'), kept(2), kept(3)])
    expect(before.text).toBe('Kø\n\nmelk\nbrød\nSlutt\n')
    expect(before.blocks.slice(1, 4)).toEqual([item, item, item])
  })

  test('after a heading makes a plain paragraph, and leaves the list below it', () => {
    const after = press([kept(0), fresh(''), kept(1), kept(2), kept(3)])
    expect(after.blocks).toEqual([
      source.blocks[0],
      { kind: 'paragraph' },
      ...source.blocks.slice(1),
    ])
  })

  test('at the very end adds a paragraph without the speaker', () => {
    const after = press([kept(0), kept(1), kept(2), kept(3), fresh('x')])
    expect(after.text).toBe('Kø\nmelk\nbrød\nSlutt\nx\n')
    expect(after.blocks.slice(3)).toEqual([source.blocks[3], { kind: 'paragraph' }])
  })

  test('the new item has its bullet or number at once, also while it is empty', () => {
    const ordered: Block = { kind: 'list-item', level: 1, ordered: true }
    const looks = drawnBlocks(
      {
        text: 'én\nto\n\nBerit\n',
        blocks: [ordered, ordered, item, { kind: 'heading', level: 2 }],
        marks: [],
        pages: [],
      },
      options,
    ).map((block) => block.look)
    expect(looks.map((look) => look.data['marker'])).toEqual(['1.', '2.', '•', undefined])
    expect(looks.map((look) => lookAfterEnter(look))).toEqual([
      {
        className: 'reading-block reading-list-item reading-ordered reading-depth-1',
        data: { marker: '2.' },
        lines: 1,
      },
      {
        className: 'reading-block reading-list-item reading-ordered reading-depth-1',
        data: { marker: '3.' },
        lines: 1,
      },
      {
        className: 'reading-block reading-list-item reading-bulleted reading-depth-2',
        data: { marker: '•' },
        lines: 1,
      },
      { className: 'reading-block', data: {}, lines: 1 },
    ])
  })
})
