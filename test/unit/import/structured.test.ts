import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { fixture, footnotes, marked, outline, paragraphs, readAll, readOne } from './reading.ts'
import { sampleOdt } from './sample-odt.ts'

const row = (cells: string[], tableHeader = false) =>
  new TableRow({
    ...(tableHeader && { tableHeader }),
    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  })

async function sampleDocx(): Promise<Uint8Array> {
  const list = (text: string, level: number, reference: string) =>
    new Paragraph({ text, numbering: { reference, level } })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'tall',
          levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Køen er en liste.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Om køen', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('Køen'),
              new FootnoteReferenceRun(1),
              new TextRun(' er '),
              new TextRun({ text: 'lang', bold: true }),
              new TextRun(' og '),
              new TextRun({ text: 'rød', italics: true }),
              new TextRun(' 😊.'),
            ],
          }),
          new Paragraph({ text: 'kule', bullet: { level: 0 } }),
          new Paragraph({ text: 'kule i kule', bullet: { level: 1 } }),
          list('først', 0, 'tall'),
          new Table({ rows: [row(['Navn', 'Kontor'], true), row(['Åse', 'Nord'])] }),
          new Paragraph({
            children: [new TextRun('Ola: Hei'), new TextRun({ text: 'Åse: Hå', break: 1 })],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('structured formats', () => {
  test('F1, F2: docx keeps headings, lists, tables, emphasis, and footnotes at the end', async () => {
    const source = await readOne(await sampleDocx(), 'kø.docx')
    expect(outline(source)).toEqual([
      'heading 1: Om køen',
      'paragraph: Køen1 er lang og rød 😊.',
      'list-item 1: kule',
      'list-item 2: kule i kule',
      'list-item 1 ordered: først',
      'table-row header: Navn\tKontor',
      'table-row: Åse\tNord',
      'paragraph: Ola: Hei',
      'paragraph: Åse: Hå',
      'footnote: Køen er en liste.',
    ])
    expect(marked(source, 'bold')).toEqual(['lang'])
    expect(marked(source, 'italic')).toEqual(['rød'])
    expect(marked(source, 'noteRef')).toEqual(['1'])
    expect(footnotes(source)).toEqual([['1', 'Køen er en liste.']])
    expect(source.title).toBe('kø')
  })

  test('F1, F2: odt arrives whole', async () => {
    const source = await readOne(
      sampleOdt(
        '<text:h text:outline-level="2">Om køen</text:h><text:p>Køen<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>En liste.</text:p></text:note-body></text:note> er <text:span text:style-name="T1">lang</text:span><text:s text:c="2"/>og<text:tab/>rød &amp; 😊.<office:annotation><text:p>hemmelig</text:p></office:annotation></text:p><text:list text:style-name="L1"><text:list-item><text:p>en</text:p><text:list><text:list-item><text:p>dypere</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Navn</text:p></table:table-cell><table:table-cell><text:p>Sted</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Åse</text:p><text:p>Li</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>',
      ),
      'a.odt',
    )
    expect(outline(source)).toEqual([
      'heading 2: Om køen',
      'paragraph: Køen1 er lang  og\trød & 😊.',
      'list-item 1 ordered: en',
      'list-item 2 ordered: dypere',
      'table-row header: Navn\tSted',
      'table-row: Åse Li\t',
      'footnote: En liste.',
    ])
    expect(marked(source, 'bold')).toEqual(['lang'])
    expect(marked(source, 'noteRef')).toEqual(['1'])
    expect(source.setAside).toEqual([{ text: 'hemmelig', reason: 'comment' }])
  })

  test('F7, F8: odt tells of pages and comments', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/><style:style style:name="P3" style:family="paragraph" style:parent-style-name="P1"><style:paragraph-properties fo:break-before="auto" fo:break-after="page"/></style:style>'
    const source = await readOne(
      sampleOdt(
        '<text:p text:style-name="P2">Side én</text:p><text:p>har en <text:soft-page-break/>setning til.</text:p><text:h text:style-name="P2">Side tre</text:h><text:p text:style-name="P3">slutter her<office:annotation><dc:creator>Kari Li</dc:creator><dc:date>2026-01-01</dc:date><text:p>Hvor</text:p><text:p>lenge?</text:p></office:annotation></text:p><text:p>Side fire</text:p>',
        styles,
      ),
      'a.odt',
    )
    expect(
      source.text.pages.map(({ at, label }) => [label, source.text.text.slice(at, at + 7)]),
    ).toEqual([
      ['1', 'Side én'],
      ['2', 'setning'],
      ['3', 'Side tr'],
      ['4', 'Side fi'],
    ])
    expect(source.setAside).toEqual([{ text: 'Kari Li: Hvor lenge?', reason: 'comment' }])
  })

  test('F1, F2: rtf with code pages, Unicode, destinations, footnotes and tables', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial;}}{\stylesheet{\s1 heading 1;}}{\*\generator Skjult;}{\info{\title Skjult}}\pard\s1 Om k\'f8en\par\pard\plain K\u248?en{\chftn{\footnote\pard\plain{\chftn} En liste.}} er {\b lang} og {\i r\'f8d} \u-10179?\u-8694?{\f1 \'cf}\par\uc2 \u8212\'5f\'5f slutt\par\trowd\cellx1\cellx2\pard\intbl Navn\cell Sted\cell\row\trowd\pard\intbl \'c5se\cell Nord\cell\row\pard Etter\~alt.\par}`
    const source = await readOne(rtf, 'a.rtf')
    expect(outline(source)).toEqual([
      'heading 1: Om køen',
      'paragraph: Køen1 er lang og rød 😊П',
      'paragraph: — slutt',
      'table-row: Navn\tSted',
      'table-row: Åse\tNord',
      'paragraph: Etter\u00a0alt.',
      'footnote: En liste.',
    ])
    expect(marked(source, 'bold')).toEqual(['lang'])
    expect(marked(source, 'italic')).toEqual(['rød'])
    expect(marked(source, 'noteRef')).toEqual(['1'])
  })

  test('F1, F3: html without script, style and what lies outside', async () => {
    const source = await readOne(
      `<!doctype html><html lang="nn"><head><title>Om kø</title><style>p{}</style><script>alert(1)</script></head><body onload="x()"><h2>Kø</h2><p>Ein <b>lang</b>
      kø<br>til<script>alert(2)</script></p><ul><li>ein<ol><li>to</li></ol></li></ul><blockquote><p>Sitat</p></blockquote><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table><img src="http://example.invalid/a.png"><iframe src="http://example.invalid/"></iframe></body></html>`,
      'a.html',
    )
    expect(outline(source)).toEqual([
      'heading 2: Kø',
      'paragraph: Ein lang kø',
      'paragraph: til',
      'list-item 1: ein',
      'list-item 2 ordered: to',
      'quote: Sitat',
      'table-row header: A\tB',
      'table-row: 1\t2 3',
    ])
    expect(source.title).toBe('Om kø')
    expect(source.language).toBe('nn')
    expect(source.notes).toContainEqual({ code: 'images-left-out', count: 1 })
    expect(source.suggestedKind).toBe('web page')
  })

  test('F1, F2: a field note in Markdown', async () => {
    const source = await readOne(fixture('feltnotat-mottaket.md'), 'feltnotat-mottaket.md')
    expect(source.title).toBe('Feltnotat fra mottaket')
    expect(outline(source)).toContain('list-item 2: først hos Unni')
    expect(outline(source)).toContain('list-item 1 ordered: Unni spør om fødselsnummer.')
    expect(outline(source)).toContain('table-row: 09:05\tMann får avslag\tVedtaksbrev')
    expect(marked(source, 'bold')).toEqual(['Unni'])
    expect(marked(source, 'italic')).toEqual(['skranken'])
    expect(marked(source, 'noteRef')).toEqual(['1'])
    expect(footnotes(source)).toEqual([['1', 'Skjermen viser bare tall, ikke navn.']])
    expect(source.speakers).toEqual([])
  })

  test('F1: characters that only look like Markdown stay', async () => {
    const source = await readOne('2 * 3 * 4, snake_case_name og \\*stjerne\\*', 'a.md')
    expect(paragraphs(source)).toEqual(['2 * 3 * 4, snake_case_name og *stjerne*'])
    expect(source.text.marks).toEqual([])
  })

  test('F6: a survey gives a source for each row or each column', async () => {
    const csv = 'Nr;Hva gjør du?;Hva er vanskelig?\r\n1;"Leser; svarer";Tida\r\n2;"To\nlinjer";\r\n'
    const rows = await readAll(csv, 'svar.csv')
    expect(rows.map((source) => source.title)).toEqual(['svar – 1', 'svar – 2'])
    expect(rows[0] && outline(rows[0]).slice(2)).toEqual([
      'heading 2: Hva gjør du?',
      'paragraph: Leser; svarer',
      'heading 2: Hva er vanskelig?',
      'paragraph: Tida',
    ])
    const columns = await readAll(csv, 'svar.csv', { survey: { by: 'column' } })
    expect(columns.map((source) => source.title)).toContain('svar – Hva gjør du?')
    expect(columns[1] && outline(columns[1])).toEqual([
      'heading 2: 1',
      'paragraph: Leser; svarer',
      'heading 2: 2',
      'paragraph: To',
      'paragraph: linjer',
    ])
    expect(rows[0]?.suggestedKind).toBe('survey answers')
  })
})
