import { Document, Footer, Packer, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import type { TellProgress } from '../office/office-file.ts'
import type { CodebookDocument, DocumentBlock, DocumentQuote } from './document-model.ts'
import { A4_WIDTH, documentStyles, pageOf } from './docx-styles.ts'
import { tableToDocx } from './docx-table.ts'
import { line } from './docx-text.ts'
import { CODEBOOK_WORDS } from './words.ts'

/** Word has nine heading levels. */
const DEEPEST_HEADING = 9

/**
 * A Word file on A4 with Word's own styles, so that a thesis's template takes over its looks. Says by
 * blocks how far it has come.
 */
export async function documentToDocx(
  document: CodebookDocument,
  tell: TellProgress,
): Promise<Uint8Array> {
  const page = pageOf(document.landscape)
  let tables = 0
  const children: (Paragraph | Table)[] = []
  for (const [index, block] of document.blocks.entries()) {
    tell(index, document.blocks.length)
    if (block.type !== 'table') {
      children.push(...blockToDocx(block, document.blocks[index + 1]?.type === 'fine'))
      continue
    }
    tables += 1
    children.push(
      ...tableToDocx(block, {
        number: tables,
        language: document.language,
        width:
          (document.landscape ? page.size.height : A4_WIDTH) - page.margin.left - page.margin.right,
        dense: document.landscape,
      }),
    )
  }
  // How far the library has come with the file nobody can say.
  tell(0, 0)
  const file = new Document({
    title: `${document.title} – ${document.subtitle}`,
    creator: 'Standpoint',
    description: document.metadata,
    styles: documentStyles(document.locale),
    // Narrow columns and Norwegian words: hyphens where the word processor knows them.
    ...(document.landscape ? { hyphenation: { autoHyphenation: true } } : {}),
    sections: [
      {
        properties: { page },
        footers: { default: pageFooter(document) },
        children: [
          line('Title', document.title),
          line('Subtitle', document.subtitle),
          line('Metadata', document.metadata),
          ...children,
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

/** A code's last lines stay with its identifier: `beforeFine` says that this block is the last. */
function blockToDocx(
  block: Exclude<DocumentBlock, { type: 'table' }>,
  beforeFine: boolean,
): Paragraph[] {
  switch (block.type) {
    case 'heading':
      return [line(`Heading${Math.min(block.level, DEEPEST_HEADING)}`, block.text)]
    case 'facts':
      return [line('CodeFacts', block.items.join(' · '))]
    case 'fine':
      return [line('CodeIdentity', block.items.join(' · '))]
    case 'paragraph':
      return [line('BodyText', block.text)]
    case 'note':
      return [line('TableNote', block.text)]
    case 'field':
      return fieldToDocx(block, beforeFine)
    case 'quotes':
      return [
        new Paragraph({
          style: 'BodyText',
          keepNext: true,
          children: [new TextRun({ text: `${block.label}:`, bold: true })],
        }),
        ...block.quotes.flatMap((quote, index) =>
          quoteToDocx(quote, beforeFine && index === block.quotes.length - 1),
        ),
      ]
  }
}

function fieldToDocx(block: { label: string; text: string }, beforeFine: boolean): Paragraph[] {
  const paragraphs = block.text.split(/\n{2,}/)
  return paragraphs.map((text, index) => {
    const keepNext = beforeFine && index === paragraphs.length - 1
    const label = index === 0 ? [new TextRun({ text: `${block.label}: `, bold: true })] : []
    return line('BodyText', text, { keepNext, before: label })
  })
}

function citation({ reference, passageId }: DocumentQuote): string {
  return passageId === '' ? reference : `${reference} [${passageId}]`
}

function quoteToDocx(quote: DocumentQuote, beforeFine: boolean): Paragraph[] {
  const around = (text: string | undefined) =>
    text === undefined || text === '' ? [] : [line('QuoteContext', text, { keepNext: true })]
  return [
    ...around(quote.before),
    line('Quote', quote.text, { keepNext: true }),
    ...around(quote.after),
    line('QuoteReference', citation(quote), { keepNext: beforeFine }),
  ]
}

function pageFooter(document: CodebookDocument): Footer {
  const [before, between, after] = CODEBOOK_WORDS[document.language].page('\0', '\0').split('\0')
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun(`${document.title} – ${document.subtitle}    `),
          new TextRun({
            children: [
              before ?? '',
              PageNumber.CURRENT,
              between ?? '',
              PageNumber.TOTAL_PAGES,
              after ?? '',
            ],
          }),
        ],
      }),
    ],
  })
}
