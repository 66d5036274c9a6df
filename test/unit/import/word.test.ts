import { describe, expect, test } from 'vitest'
import type { ReadSource } from '../../../electron/engine/sources/import/index.ts'
import { footnotes, marked, outline, paragraphs, readOne } from './reading.ts'
import { docxOf, p, r } from './word-files.ts'

const read = (...args: Parameters<typeof docxOf>) => readOne(docxOf(...args), 'a.docx')
const pageBreak = '<w:r><w:br w:type="page"/></w:r>'
const seen = '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">'

function pageStarts(source: ReadSource): [string, string][] {
  return source.text.pages.map(({ at, label }) => [label, source.text.text.slice(at, at + 6)])
}

describe('Word', () => {
  test('F7: pages begin where the file says so, and one break told twice counts once', async () => {
    const source = await read(
      p(r('Første side'), '<w:pageBreakBefore/>') +
        p(r('en setning som ') + `${seen}deles av siden</w:t></w:r>`) +
        p(r('slutt på to') + pageBreak) +
        p(`${seen}tredje side</w:t></w:r>`) +
        p(r('Kapittel'), '<w:pStyle w:val="Chapter"/>') +
        p(r('ikke her'), '<w:pStyle w:val="Chapter"/><w:pageBreakBefore w:val="0"/>') +
        p(r('femte side'), '<w:pageBreakBefore w:val="true"/>') +
        p(pageBreak),
      {
        styles:
          '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:pageBreakBefore/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Chapter"><w:basedOn w:val="Base"/></w:style>',
      },
    )
    expect(pageStarts(source)).toEqual([
      ['1', 'Første'],
      ['2', 'deles '],
      ['3', 'tredje'],
      ['4', 'Kapitt'],
      ['5', 'femte '],
    ])
    expect(paragraphs(source)[1]).toBe('en setning som deles av siden')
    expect(source.text.text).toMatch(/^[\p{L}\s]+$/u)
  })

  test('F7: a section begins a page unless it goes on where the one before ended', async () => {
    const section = (type?: string) =>
      type === undefined ? '<w:sectPr/>' : `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`
    const source = await read(
      p(r('Forside')) +
        p(r('siste der'), section()) +
        p(r('spalter')) +
        p('', section('nextPage')) +
        p(r('samme side')) +
        p(r('slutt'), section('continuous')) +
        p(r('liggende')) +
        p('', section('oddPage')) +
        `<w:tbl><w:tr><w:tc>${p(r('rute'))}</w:tc></w:tr></w:tbl>` +
        p(
          r('siste del'),
          '<w:sectPrChange><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:sectPrChange>',
        ),
    )
    expect(pageStarts(source)).toEqual([
      ['1', 'Forsid'],
      ['2', 'spalte'],
      ['3', 'liggen'],
      ['4', 'rute\ns'],
    ])
    expect(paragraphs(source)).toEqual([
      'Forside',
      'siste der',
      'spalter',
      'samme side',
      'slutt',
      'liggende',
      'rute',
      'siste del',
    ])
  })

  test('F7: pages begin within table cells, and a file without breaks has no pages', async () => {
    const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
    const source = await read(
      `<w:tbl>${row(r('a'), r('b'))}${row(r('c'), `${seen}d e f g</w:t></w:r>`)}</w:tbl>`,
    )
    expect(paragraphs(source)).toEqual(['a\tb', 'c\td e f g'])
    expect(pageStarts(source)).toEqual([
      ['1', 'a\tb\nc\t'],
      ['2', 'd e f '],
    ])
    expect((await read(p(r('En side')))).text.pages).toEqual([])
  })

  test('F8: what was inserted or moved here stays, what was deleted or moved away goes', async () => {
    const change = 'w:id="1" w:author="Kari" w:date="2026-01-01T00:00:00Z"'
    const source = await read(
      p(
        `${r('Vi ')}<w:del ${change}><w:r><w:delText>ventet </w:delText></w:r></w:del><w:ins ${change}>${r('skrev ')}</w:ins>${r('hver dag.')}`,
      ) +
        p(`<w:moveFrom ${change}>${r('Flyttet bort.')}</w:moveFrom>`) +
        p(`<w:moveTo ${change}>${r('Flyttet hit.')}</w:moveTo>`) +
        p(r('Slettet linjeskift, '), `<w:rPr><w:del ${change}/></w:rPr>`) +
        p(r('en linje.')),
    )
    expect(paragraphs(source)).toEqual([
      'Vi skrev hver dag.',
      'Flyttet hit.',
      'Slettet linjeskift, en linje.',
    ])
  })

  test('F8: comments are set aside with who wrote them', async () => {
    const source = await read(
      p(
        `<w:commentRangeStart w:id="0"/>${r('Køen er lang')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('.')}`,
      ),
      {
        comments: `<w:comment w:id="0" w:author="Kari Li" w:initials="KL">${p(r('Hvor lang, '))}${p(r('og for hvem?'))}</w:comment>`,
      },
    )
    expect(source.text.text).toBe('Køen er lang.\n')
    expect(source.setAside).toEqual([
      { text: 'Kari Li: Hvor lang, og for hvem?', reason: 'comment' },
    ])
    expect(source.notes).toContainEqual({ code: 'set-aside', count: 1 })
  })

  test('F2: footnotes and endnotes have marks of their own', async () => {
    const note = (kind: string, id: number, words: string) =>
      `<w:${kind} w:id="${String(id)}">${p(`<w:r><w:${kind}Ref/></w:r>${r(words)}`)}</w:${kind}>`
    const source = await read(
      p(
        `${r('Køen')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' og lista')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('.')}`,
      ),
      {
        footnotes: note('footnote', 2, ' En liste.'),
        endnotes: note('endnote', 2, ' På papir.'),
      },
    )
    expect(paragraphs(source)[0]).toBe('Køen1 og lista2.')
    expect(marked(source, 'noteRef')).toEqual(['1', '2'])
    expect(footnotes(source)).toEqual([
      ['1', 'En liste.'],
      ['2', 'På papir.'],
    ])
  })

  test('F1, I3: a table in a table is words of its cell', async () => {
    const inner = `<w:tbl><w:tr><w:tc>${p(r('x'))}</w:tc><w:tc>${p(r('y'))}</w:tc></w:tr></w:tbl>`
    const source = await read(
      `<w:tbl><w:tr><w:tc>${p(r('a'))}</w:tc><w:tc>${p(r('b'))}${inner}${p('')}</w:tc><w:tc>${p(r('c'))}</w:tc></w:tr></w:tbl>`,
    )
    expect(outline(source)).toEqual(['table-row: a\tb x y\tc'])
  })

  test('I3: the words of a text box are there once', async () => {
    const box = p(r('I boksen'))
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
    const source = await read(p(`${r('Før ')}<w:r>${shape}</w:r>${r('etter')}`) + p(r('Til slutt')))
    expect(paragraphs(source)).toEqual(['Før etter', 'I boksen', 'Til slutt'])
  })

  test('I3: Word without an older drawing of a text box still gives its words', async () => {
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${p(r('I boksen'))}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>`
    const source = await read(p(`${r('Før')}<w:r>${shape}</w:r>`))
    expect(paragraphs(source)).toContain('I boksen')
  })

  test('T2: right-to-left text, combining characters and emoji stay as they are', async () => {
    const words = 'שלום مرحبا 👩🏽‍⚕️ e\u0301 \u{1F1F3}\u{1F1F4}'
    const source = await read(p(r(words, '<w:rtl/>'), '<w:bidi/>'))
    expect(paragraphs(source)).toEqual([words])
  })
})
