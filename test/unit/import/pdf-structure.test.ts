import { describe, expect, test } from 'vitest'
import { fixture, footnotes, marked, outline, paragraphs, readOne } from './reading.ts'
import { pdfOf } from './small-pdf.ts'

// Written in a word processor and saved as PDF there; the text is our own.
const real = () => readOne(fixture('lista-pa-mottaket.pdf'), 'lista-pa-mottaket.pdf')

describe('the structure of a PDF', () => {
  test('F1, F4: bold and italic come from the names of the fonts', async () => {
    const source = await real()
    expect(marked(source, 'italic')).toEqual(['ingen eier den'])
    expect(marked(source, 'bold').slice(0, 2)).toEqual(['Alle', 'Hvem'])
    expect(marked(source, 'bold')).toContain('Morgenen etter')
    expect(outline(source)).toContain('paragraph: Morgenen etter')
    expect(outline(source)[0]).toBe('heading 2: Lista på mottaket')
  })

  test('F9: columns that stand below one another are a table, also with empty and long cells', async () => {
    const source = await real()
    expect(outline(source).filter((line) => line.startsWith('table-row'))).toEqual([
      'table-row header: Hvem\tHva vedkommende gjør med lista\tSaker',
      'table-row: Unni\tLeser den høyt og fordeler sakene på dem som er der\t14',
      'table-row: Den som er vikar for Berit denne uka\tSvarer på telefon\t3',
      'table-row: Ola\t\t120',
    ])
    expect(paragraphs(source).find((text) => text.startsWith('Etter tabellen'))).toMatch(
      /^Etter tabellen går det videre2\. På mottaket .+ telefonen åpner\.$/,
    )
  })

  test('F2, F4: footnotes at the foot of the page are set apart and their marks known', async () => {
    const source = await real()
    expect(marked(source, 'noteRef')).toEqual(['1', '2'])
    expect(footnotes(source)).toEqual([
      [
        '1',
        'Lista skrives ut på papir, fordi systemet er nede hver natt fram til klokka sju, og ingen vil stå uten når dørene åpnes.',
      ],
      ['2', 'Jf. rundskriv 12, som ingen på kontoret bruker.'],
    ])
    const second = source.text.pages.find((page) => page.label === '2')
    expect(second?.at).toBeGreaterThan(0)
  })

  test('F9: switched off, the rows of a table are rows all the same', async () => {
    const source = await readOne(fixture('lista-pa-mottaket.pdf'), 'a.pdf', { reflow: 'off' })
    expect(outline(source)).toContain('table-row: Ola\t\t120')
    expect(footnotes(source)[0]?.[0]).toBe('1')
  })

  test('F9: running text in two columns is no table', async () => {
    const left = 'Venstre spalte går her med mange ord'
    const right = 'Høyre spalte går her med mange andre'
    const lines = [1, 2, 3, 4].map((n): [string, string] => [
      `${left} ${String(n)}`,
      `${right} ${String(n)}`,
    ])
    const source = await readOne(pdfOf([lines]), 'a.pdf')
    expect(source.text.blocks.every((block) => block.kind === 'paragraph')).toBe(true)
    expect(source.text.text).toContain(`${right} 4`)
  })

  test('F9: columns that the file has one after the other stay one after the other', async () => {
    const source = await readOne(
      pdfOf([[['til venstre', ''], ['slutt.', ''], -2, ['', 'Til høyre'], ['og ned.', '']]]),
      'a.pdf',
    )
    expect(source.text.text).toMatch(/^til venstre slutt\.\s+Til høyre/)
  })

  test('F9: labels of turns and marks of lists beside their words make no table', async () => {
    const talk = await readOne(
      pdfOf([
        [
          ['I:', 'Hva da?'],
          ['Berit:', 'Ingenting.'],
          ['I:', 'Å?'],
          ['Berit:', 'Nei.'],
        ],
      ]),
      'a.pdf',
    )
    expect(talk.speakers).toEqual([
      { name: 'I', turns: 2 },
      { name: 'Berit', turns: 2 },
    ])
    const list = await readOne(
      pdfOf([
        [
          ['1.', 'Melk'],
          ['2.', 'Brød'],
          ['3.', 'Smør'],
        ],
      ]),
      'a.pdf',
    )
    expect(list.text.blocks.some((block) => block.kind === 'table-row')).toBe(false)
  })

  test('F9: a table of contents is none', async () => {
    const dots = ' . . . . . . . . . '
    const source = await readOne(
      pdfOf([
        [
          ['1', `Om lista${dots}3`],
          ['2', `Om køen${dots}9`],
          ['3', `Slutt${dots}12`],
        ],
      ]),
      'a.pdf',
    )
    expect(source.text.blocks.every((block) => block.kind !== 'table-row')).toBe(true)
  })

  test('F9: a single line with a wide gap is no table, two such rows are', async () => {
    const one = await readOne(pdfOf([['Før.', 1, ['Sted', 'Dato'], 1, 'Etter.']]), 'a.pdf')
    expect(outline(one)).toEqual(['paragraph: Før. Sted Dato Etter.'])
    const two = await readOne(
      pdfOf([['Før.', 1, ['Sted', 'Dato'], ['Fjellvik', '3. mai'], 1, 'Etter.']]),
      'a.pdf',
    )
    expect(outline(two)).toEqual([
      'paragraph: Før.',
      'table-row: Sted\tDato',
      'table-row: Fjellvik\t3. mai',
      'paragraph: Etter.',
    ])
  })
})
