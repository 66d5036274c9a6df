import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  CODEBOOK_FORMATS,
  codebookToFile,
  codebookToHtml,
  type CodebookFormat,
} from '../../../electron/engine/export/codebook/index.ts'
import { escapeMarkdown } from '../../../electron/engine/export/codebook/markdown.ts'
import type { Codebook } from '../../../shared/analysis/codebook.ts'
import {
  awkwardCodebook,
  codebookOf,
  EMOJI_TEXT,
  HEBREW_TEXT,
  largeCodebook,
  sampleId,
  smallCodebook,
} from './sample-codebook.ts'
import { schemaErrors, whyNoSchemaCheck } from './xmllint.ts'

async function textOf(
  codebook: Codebook,
  format: CodebookFormat,
  language: 'en' | 'nb' = 'en',
  layout: 'sections' | 'table' = 'sections',
): Promise<string> {
  const bytes = await codebookToFile(codebook, format, { language, layout })
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
}

describe('codebook in every format', () => {
  it('can be written without codes', async () => {
    for (const format of CODEBOOK_FORMATS) {
      const bytes = await codebookToFile(codebookOf([]), format, { language: 'nb' })
      expect(bytes.length, format).toBeGreaterThan(100)
    }
  })
})

describe('codebook as csv', () => {
  it('begins with a byte order mark and a header row, and ends every row with CRLF', async () => {
    const csv = await textOf(smallCodebook(), 'csv')
    expect(csv.startsWith('\uFEFFID,Name,Kind,Parent path,Parent ID,Definition,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain(
      `${sampleId(2)},Waiting for a decision,time,Making the activity plan fit,`,
    )
  })

  it('puts an apostrophe before what a spreadsheet would calculate', async () => {
    const csv = await textOf(awkwardCodebook(), 'csv')
    expect(csv).toContain(",'=1+1,")
    expect(csv).toContain(",'@SUM(A1),'-2,'+3,")
    expect(csv).not.toMatch(/(?:^|,|")[=+@-]/m)
  })
})

describe('codebook as xlsx', () => {
  it('types every text as text, keeps the header in view and gives each column a width', async () => {
    const bytes = await codebookToFile(awkwardCodebook(), 'xlsx', { language: 'en' })
    const files = unzipSync(bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<col [^>]*width=/)
    const nameCell = /<c r="B4"[^>]*t="(s|inlineStr)"/.exec(sheet)
    expect(nameCell).not.toBeNull()
  })

  it('prints as wide as the page, with the header on every page', async () => {
    const bytes = await codebookToFile(smallCodebook(), 'xlsx', { language: 'en' })
    const files = unzipSync(bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/)
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
    const titles = [...workbook.matchAll(/<definedName [^>]*Print_Titles[^>]*>[^<]*/g)].join()
    expect(titles).toMatch(/ localSheetId="0">'Codebook'!\$1:\$1$/)
  })

  it('splits a text longer than a cell holds over two columns', async () => {
    const bytes = await codebookToFile(awkwardCodebook(), 'xlsx', { language: 'en' })
    const xml = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('')
    expect(xml).toContain('Definition (2)')
    const texts = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1] ?? '')
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(32_767)
  })
})

describe('codebook as html', () => {
  it('is one page that fetches and runs nothing', async () => {
    for (const layout of ['sections', 'table'] as const) {
      const html = await textOf(awkwardCodebook(), 'html', 'nb', layout)
      expect(html).toContain('<html lang="nb-NO">')
      expect(html).toContain('<meta charset="utf-8">')
      expect(html).not.toMatch(/<script|\son\w+=|<link|<img|src=|href=|url\(/i)
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(html).toContain(HEBREW_TEXT)
    }
  })

  it('gives the preview the same content, without style attributes', async () => {
    const options = { language: 'en', layout: 'sections' } as const
    const fragment = codebookToHtml(largeCodebook(), options)
    expect(await textOf(largeCodebook(), 'html')).toContain(fragment)
    expect(fragment).not.toMatch(/\sstyle=|<style/)
    expect(fragment.match(/<h[2-4]>/g)).toHaveLength(61)
  })
})

describe('codebook as markdown', () => {
  it('has a heading for each code and no markup from the project', async () => {
    const markdown = await textOf(smallCodebook(), 'md')
    expect(markdown).toContain('\n## Making the activity plan fit\n')
    expect(markdown).toContain('\n### Waiting for a decision\n')
    expect(markdown).toContain(`> — Interview 3, counsellor, 4:32 \\[${sampleId(0x9001)}\\]`)
    const awkward = await textOf(awkwardCodebook(), 'md', 'en', 'table')
    const rows = awkward.split('\n').filter((line) => line.startsWith('|'))
    const cells = rows.map((row) => row.match(/(?<!\\)\|/g)?.length)
    expect(new Set(cells).size).toBe(1)
    expect(awkward).not.toMatch(/(?<!\\)<script/)
  })

  it.each([
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['a_b*c', 'a\\_b\\*c'],
    ['<b>', '\\<b\\>'],
    ['&amp; & x', '\\&amp; & x'],
    ['- a', '\\- a'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })
})

describe('codebook as tex', () => {
  it('escapes what TeX reads as commands and keeps every letter', async () => {
    const tex = await textOf(awkwardCodebook(), 'tex', 'nb')
    expect(tex).toContain(
      'A/B \\& \\textquotedbl{}\\textless{}c\\textgreater{}\\textquotedbl{} \\textquotesingle{}d\\textquotesingle{} 100 \\% \\$x\\_1\\textasciicircum{}2 \\{\\#\\} \\textbackslash{}',
    )
    expect(tex).toContain('blåbær \\spchars{1F600}{😀}{U+1F600}')
    expect(tex).toContain('U+1F469 U+1F3FD U+200D U+1F4BB')
    expect(tex).toContain('æøå ÆØÅ')
    expect(tex).toContain('\\begin{longtable}')
    expect(tex).toContain('\\endhead')
    expect(tex.match(/\\begin\{/g)).toHaveLength(tex.match(/\\end\{/g)?.length ?? 0)
  })
})

describe('codebook as qdc', () => {
  const noCheck = whyNoSchemaCheck()

  it('writes upper-case identifiers, a colour and a labelled description', async () => {
    const qdc = await textOf(smallCodebook(), 'qdc')
    expect(qdc.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    expect(qdc).toMatch(
      new RegExp(
        `<Code guid="${sampleId(1).toUpperCase()}" name="[^"]+" isCodable="true" color="#[0-9a-f]{6}">`,
      ),
    )
    expect(qdc).toContain('\n\nWhen not to use: Talk about what the plan says')
    expect(qdc).toContain(`<MemberCode guid="${sampleId(2).toUpperCase()}"/>`)
    expect(await textOf(awkwardCodebook(), 'qdc')).toContain(EMOJI_TEXT)
  })

  it.runIf(noCheck === undefined)('is valid against the published schema', async () => {
    for (const codebook of [smallCodebook(), largeCodebook(), awkwardCodebook()]) {
      expect(schemaErrors(await textOf(codebook, 'qdc'))).toBe('')
    }
    expect(schemaErrors('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')).not.toBe('')
  })
})
