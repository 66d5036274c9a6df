import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Codebook } from '../../../shared/analysis/codebook.ts'
import {
  codebookToFile,
  type CodebookExportOptions,
} from '../../../electron/engine/export/codebook/index.ts'
import {
  awkwardCodebook,
  codebookOf,
  EMOJI_TEXT,
  HEBREW_TEXT,
  largeCodebook,
  sampleId,
  smallCodebook,
} from './sample-codebook.ts'

async function parts(codebook: Codebook, options: CodebookExportOptions) {
  const files = unzipSync(await codebookToFile(codebook, 'docx', options))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  return {
    document: text('word/document.xml'),
    styles: text('word/styles.xml'),
    footer: text('word/footer1.xml'),
  }
}

function paragraphsInStyle(xml: string, style: string): string[] {
  return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''),
    )
}

describe('codebook as docx', () => {
  it('has a title, headings by depth, quotes with their passage, in the styles Word knows', async () => {
    const { document, styles } = await parts(smallCodebook(), { language: 'en' })
    expect(paragraphsInStyle(document, 'Title')).toEqual(['Codebook'])
    expect(paragraphsInStyle(document, 'Heading1')).toEqual([
      'Making the activity plan fit',
      'Activity plan',
      'Code sets',
    ])
    expect(paragraphsInStyle(document, 'Heading2')).toEqual(['Waiting for a decision'])
    expect(paragraphsInStyle(document, 'Quote')).toHaveLength(3)
    expect(paragraphsInStyle(document, 'QuoteReference')[0]).toBe(
      `Interview 3, counsellor, 4:32 [${sampleId(0x9001)}]`,
    )
    for (const used of new Set(
      [...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1]),
    )) {
      expect(styles).toContain(`w:styleId="${used}"`)
    }
  })

  it('says project, date, analysts and counts, in either language', async () => {
    const english = await parts(smallCodebook(), { language: 'en' })
    expect(paragraphsInStyle(english.document, 'Metadata')).toEqual([
      '22 November 2026 · Kari, Ola · 3 codes, 30 passages and 34 codings in 6 sources',
    ])
    expect(english.styles).toMatch(/<w:lang[^>]*w:val="en-GB"/)
    const norwegian = await parts(smallCodebook(), { language: 'nb' })
    expect(paragraphsInStyle(norwegian.document, 'Metadata')).toEqual([
      '22. november 2026 · Kari, Ola · 3 koder, 30 utdrag og 34 kodinger i 6 kilder',
    ])
    expect(norwegian.styles).toMatch(/<w:lang[^>]*w:val="nb-NO"/)
    expect(norwegian.document).toContain('Brukes ikke når: ')
    expect(norwegian.document).not.toContain('When to use')
  })

  it.each([
    ['sections', 'Table', 'en'],
    ['table', 'Tabell', 'nb'],
  ] as const)(
    'layout %s: numbered captions and repeated header rows',
    async (layout, label, language) => {
      const { document } = await parts(largeCodebook(), { language, layout })
      const tables = document.match(/<w:tbl>/g) ?? []
      expect(tables).toHaveLength(2)
      expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
      const captions = [...document.matchAll(/w:instr="([^"]+)"/g)].map((match) => match[1])
      expect(captions).toEqual([`SEQ ${label} \\* ARABIC`, `SEQ ${label} \\* ARABIC`])
      expect(paragraphsInStyle(document, 'Caption')[1]).toMatch(new RegExp(`^${label} 2\\. `))
      expect(document).toContain('<w:tblLayout w:type="fixed"/>')
    },
  )

  it('prints the table on A4 across, the sections on A4 upright, both with page numbers', async () => {
    const table = await parts(largeCodebook(), { language: 'en', layout: 'table' })
    expect(table.document).toMatch(/<w:pgSz w:w="16838" w:h="11906"[^>]*w:orient="landscape"/)
    const sections = await parts(largeCodebook(), { language: 'en' })
    expect(sections.document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    for (const { footer } of [table, sections]) {
      expect(footer).toMatch(/PAGE[\s\S]*NUMPAGES/)
    }
  })

  it('fits the cells to the sheet and leaves out a column in which nothing is filled', async () => {
    const bare = codebookOf(
      smallCodebook().codes.map((code) => ({ ...code, whenNotToUse: '', examples: [] })),
    )
    const { document } = await parts(bare, { language: 'en', layout: 'table' })
    const headings = paragraphsInStyle(document.split('</w:tr>')[0] ?? '', 'TableTextDense')
    expect(headings).toEqual([
      'Code',
      'Kind, status',
      'Definition',
      'When to use',
      'Passages',
      'Sources',
      'Created, changed',
    ])
    const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) =>
      Number(match[1]),
    )
    expect(widths).toHaveLength(headings.length)
    const room = 16_838 - 2 * Math.round((15 * 1440) / 25.4)
    const used = widths.reduce((sum, width) => sum + width, 0)
    expect(used).toBeLessThanOrEqual(room)
    expect(used).toBeGreaterThan(room - 20)
  })

  it('keeps emoji, right-to-left text and very long definitions, drops what XML forbids', async () => {
    const { document } = await parts(awkwardCodebook(), { language: 'en' })
    expect(document).toContain(EMOJI_TEXT)
    expect(document).toContain(HEBREW_TEXT)
    expect(document).toContain('<w:bidi/>')
    expect(document).toContain('lang lang '.repeat(1000))
    expect(document).toContain('&lt;script&gt;')
    expect(document).toContain('abcd')
    // eslint-disable-next-line no-control-regex
    expect(document).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
  })

  it('prints as many examples as asked for', async () => {
    for (const [examples, expected] of [
      [0, 0],
      [1, 2],
      [5, 4],
    ] as const) {
      const { document } = await parts(smallCodebook(), { language: 'en', examples })
      expect(paragraphsInStyle(document, 'Quote')).toHaveLength(expected)
    }
  })
})
