import { describe, expect, test } from 'vitest'
import { outline, paragraphs, readOne, refusal } from './reading.ts'
import { pdfOf } from './small-pdf.ts'

const body = (n: number) => [
  `Avsnitt ${String(n)} handler om listen som ligger i systemet hver morgen, og som`,
  'må leses av den som kommer først, før noe annet kan gjøres av noen på',
  'dette kontoret. Slik er det hver dag.',
  1,
  `Det neste avsnittet på side ${String(n)} er like langt som det første, og det`,
  'skal ikke settes sammen med det som står over, men være for seg selv, og så',
]

describe('pdf', () => {
  test('F4, R6, R7: lines become paragraphs, pages start, heads and numbers are set aside', async () => {
    const pages = [1, 2, 3].map((n) => [
      'Kommunens rutiner',
      1,
      ...(n === 1 ? [] : ['går det videre på neste side til det er slutt.', 1]),
      ...body(n),
      2,
      `Side ${String(n)} av 3`,
    ])
    const source = await readOne(pdfOf(pages), 'rutiner.pdf')
    expect(outline(source).map((line) => line.slice(0, 34))).toEqual([
      'paragraph: Avsnitt 1 handler om li',
      'paragraph: Det neste avsnittet på ',
      'paragraph: Avsnitt 2 handler om li',
      'paragraph: Det neste avsnittet på ',
      'paragraph: Avsnitt 3 handler om li',
      'paragraph: Det neste avsnittet på ',
    ])
    expect(paragraphs(source)[1]).toMatch(/selv, og så går det videre på neste side/)
    expect(source.setAside.map((item) => [item.reason, item.page])).toEqual(
      expect.arrayContaining([
        ['page-number', '1'],
        ['running-head', '2'],
        ['page-number', '3'],
      ]),
    )
    expect(source.setAside).toHaveLength(6)
    const second = source.text.pages.find((page) => page.label === '2')
    expect(source.text.text.slice(second?.at).startsWith('går det videre')).toBe(true)
  })

  test('F4: switched off, every visual line is a paragraph', async () => {
    const source = await readOne(pdfOf([body(1)]), 'a.pdf', { reflow: 'off' })
    expect(paragraphs(source)).toHaveLength(5)
    expect(source.reflowed).toBe(false)
  })

  test('I7: scanned, encrypted and broken PDFs are told apart', async () => {
    expect(await refusal(pdfOf([[], []]), 'a.pdf')).toEqual({
      code: 'import.noText',
      details: { pages: 2 },
    })
    const key = `<${'41'.repeat(32)}>`
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<41><41>]`
    expect((await refusal(pdfOf([['Hemmelig']], locked), 'a.pdf')).code).toBe('import.encrypted')
    expect((await refusal('%PDF-1.4\nnoe helt annet', 'a.pdf')).code).toBe('import.broken')
  })

  test('F4: a page without text among others is noted', async () => {
    const source = await readOne(pdfOf([['En linje med ord.'], []]), 'a.pdf')
    expect(source.notes).toContainEqual({ code: 'pages-without-text', count: 1 })
  })
})
