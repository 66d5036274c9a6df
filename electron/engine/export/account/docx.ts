import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  TextRun,
  type ParagraphChild,
  type Table,
} from 'docx'
import { isRightToLeft } from '../codebook/clean.ts'
import { A4_WIDTH, documentStyles, pageOf } from '../codebook/docx-styles.ts'
import { tableToDocx } from '../codebook/docx-table.ts'
import { line, textRuns } from '../codebook/docx-text.ts'
import { CODEBOOK_WORDS } from '../codebook/words.ts'
import { tableBlocks } from '../tables/table-blocks.ts'
import { quotedWords, type AccountBlock, type AccountDocument, type Run } from './account-model.ts'

/** Pixels to the inch in which `docx` counts pictures. */
const PIXELS = 96
const TWIPS = 1440

interface Writing {
  document: AccountDocument
  footnotes: string[]
  tables: number
  figures: number
  /** In twentieths of a point. */
  width: number
}

/** A Word file on A4 with Word's own styles and footnotes, to be worked on further. */
export async function accountToDocx(document: AccountDocument): Promise<Uint8Array> {
  const page = pageOf(false)
  const width = A4_WIDTH - page.margin.left - page.margin.right
  const writing: Writing = { document, footnotes: [], tables: 0, figures: 0, width }
  const children = document.blocks.flatMap((block) => blockToDocx(block, writing))
  const file = new Document({
    title: document.title,
    creator: 'Standpoint',
    styles: accountStyles(CODEBOOK_WORDS[document.language].locale),
    numbering: { config: listLevels(document) },
    footnotes: Object.fromEntries(
      writing.footnotes.map((text, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: textRuns(` ${text}`) })] },
      ]),
    ),
    sections: [
      {
        properties: { page },
        footers: { default: pageFooter() },
        children: [line('Title', document.title), line('Metadata', document.metadata), ...children],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function blockToDocx(block: AccountBlock, writing: Writing): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [paragraph(`Heading${block.level}`, block.runs, writing)]
    case 'paragraph':
      return [paragraph('BodyText', block.runs, writing)]
    case 'quote':
      return [paragraph('Quote', block.runs, writing)]
    case 'item':
      return [
        new Paragraph({
          style: 'ListParagraph',
          numbering: {
            reference: block.ordered ? `list-${block.list}` : 'bullets',
            level: Math.min(block.depth, 5),
          },
          children: runsToDocx(block.runs, writing),
        }),
      ]
    case 'quotation':
      return [
        line('Quote', block.text, { keepNext: true }),
        ...(block.translation === ''
          ? []
          : [line('QuoteTranslation', block.translation, { keepNext: block.label !== '' })]),
        ...(block.label === '' ? [] : [line('QuoteReference', block.label)]),
      ]
    case 'missing':
      return [line('Metadata', block.text)]
    case 'map':
      return mapToDocx(block, writing)
    case 'table':
      return tableBlocks(block.data, writing.document.language, true).flatMap((part) => {
        if (part.type !== 'table') return 'text' in part ? [line('BodyText', part.text)] : []
        writing.tables += 1
        const { language } = writing.document
        const place = { number: writing.tables, language, width: writing.width, dense: true }
        return [...tableToDocx(part, place), line('BodyText', '')]
      })
  }
}

function paragraph(style: string, runs: readonly Run[], writing: Writing): Paragraph {
  const words = runs
    .map((run) => ('text' in run && run.type !== 'footnote' ? run.text : ''))
    .join('')
  return new Paragraph({
    style,
    bidirectional: isRightToLeft(words),
    children: runsToDocx(runs, writing),
  })
}

function runsToDocx(runs: readonly Run[], { footnotes, document }: Writing): ParagraphChild[] {
  return runs.map((run) => {
    if (run.type === 'break') return new TextRun({ break: 1 })
    if (run.type === 'quoted') {
      const text = quotedWords(run, document.language)
      return new TextRun({ text, rightToLeft: isRightToLeft(text) })
    }
    if (run.type === 'text')
      return new TextRun({
        text: run.text,
        rightToLeft: isRightToLeft(run.text),
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italics: true } : {}),
      })
    footnotes.push(run.text)
    return new FootnoteReferenceRun(footnotes.length)
  })
}

/** As wide as the text at most, and not higher than most of a page. */
function mapToDocx(
  { png, svg, caption }: Extract<AccountBlock, { type: 'map' }>,
  writing: Writing,
): Paragraph[] {
  const size = (name: string) =>
    Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`, 'u').exec(svg)?.[1] ?? 1)
  const room = { width: (writing.width / TWIPS) * PIXELS, height: 8 * PIXELS }
  const scale = Math.min(1, room.width / size('width'), room.height / size('height'))
  const label = writing.document.language === 'nb' ? 'Figur' : 'Figure'
  writing.figures += 1
  return [
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      // Said outright: without the rule LibreOffice cuts a picture to the height of a line.
      spacing: { before: 160, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          altText: { name: caption, title: caption, description: caption },
          transformation: { width: size('width') * scale, height: size('height') * scale },
        }),
      ],
    }),
    new Paragraph({
      style: 'Caption',
      keepNext: false,
      children: [
        new TextRun(`${label} `),
        new SimpleField(`SEQ ${label} \\* ARABIC`, String(writing.figures)),
        new TextRun(`. ${caption}`),
      ],
    }),
  ]
}

function accountStyles(locale: string): ReturnType<typeof documentStyles> {
  const styles = documentStyles(locale)
  return {
    ...styles,
    default: {
      ...styles.default,
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 20, line: 240 } } },
    },
    paragraphStyles: [
      ...(styles.paragraphStyles ?? []),
      {
        id: 'QuoteTranslation',
        name: 'Quote Translation',
        basedOn: 'Quote',
        quickFormat: true,
        run: { italics: false, size: 20, color: '404040' },
      },
    ],
  }
}

/** Bullets, and one numbering for each numbered list, so that each begins with 1. */
function listLevels({ blocks }: AccountDocument) {
  const levels = (format: 'bullet' | 'decimal') =>
    Array.from({ length: 6 }, (_, level) => ({
      level,
      format: format === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: format === 'bullet' ? '•' : `%${level + 1}.`,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
    }))
  const numbered = new Set(
    blocks.flatMap((block) => (block.type === 'item' && block.ordered ? [block.list] : [])),
  )
  return [
    { reference: 'bullets', levels: levels('bullet') },
    ...[...numbered].map((list) => ({ reference: `list-${list}`, levels: levels('decimal') })),
  ]
}

function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  })
}
