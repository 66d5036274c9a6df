import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { isRightToLeft } from './clean.ts'
import type { DocumentColumn, DocumentLine, DocumentTable } from './document-model.ts'
import { textRuns } from './docx-text.ts'
import type { ExportLanguage } from './options.ts'

interface TablePlace {
  /** Of all tables in the document, from 1. */
  number: number
  language: ExportLanguage
  /** In twentieths of a point. */
  width: number
  dense: boolean
}

/** A row with more text than this may break over pages; a shorter one stays together. */
const LONGEST_UNBROKEN_ROW = 900
/** What a line of a cell takes at least of that. */
const LINE_LENGTH = 40

const RULE = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' }
const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** The caption, numbered by a field as Word's own are, and the table with its header repeated. */
export function tableToDocx(table: DocumentTable, place: TablePlace): (Paragraph | Table)[] {
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = table.columns.map(({ weight }) => Math.floor((place.width * weight) / total))
  return [
    caption(table.caption, place),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      borders: {
        top: RULE,
        bottom: RULE,
        left: NOTHING,
        right: NOTHING,
        insideVertical: NOTHING,
        insideHorizontal: HAIRLINE,
      },
      rows: [
        headerRow(table.columns, widths, place.dense),
        ...table.rows.map((row) => bodyRow(row, table.columns, widths, place.dense)),
      ],
    }),
  ]
}

function caption(text: string, place: TablePlace): Paragraph {
  // Word names the sequence after the label, so that its own list of tables finds it.
  const label = place.language === 'nb' ? 'Tabell' : 'Table'
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(place.number)),
      new TextRun(`. ${text}`),
    ],
  })
}

function headerRow(columns: DocumentColumn[], widths: number[], dense: boolean): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label, align }, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          borders: { bottom: RULE },
          children: [
            new Paragraph({
              style: dense ? 'TableTextDense' : 'TableText',
              alignment: alignmentOf(align),
              children: [new TextRun({ text: label, bold: true })],
            }),
          ],
        }),
    ),
  })
}

function bodyRow(
  row: DocumentLine[][],
  columns: DocumentColumn[],
  widths: number[],
  dense: boolean,
): TableRow {
  const longest = Math.max(
    ...row.map((cell) =>
      cell.reduce((sum, { text }) => sum + text.length + breaksIn(text) * LINE_LENGTH, 0),
    ),
  )
  return new TableRow({
    cantSplit: longest <= LONGEST_UNBROKEN_ROW,
    children: row.map(
      (cell, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          children:
            cell.length === 0
              ? [new Paragraph({ style: dense ? 'TableTextDense' : 'TableText' })]
              : cell.map((line) => lineToDocx(line, columns[column]?.align ?? 'left', dense)),
        }),
    ),
  })
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1
}

function lineToDocx(line: DocumentLine, align: DocumentColumn['align'], dense: boolean): Paragraph {
  const text = dense ? 'TableTextDense' : 'TableText'
  const styles = { name: text, text, small: 'TableSmall', quote: 'TableQuote' }
  return new Paragraph({
    style: styles[line.style],
    alignment: alignmentOf(align),
    bidirectional: isRightToLeft(line.text),
    ...(line.indent === undefined ? {} : { indent: { start: line.indent * 240 } }),
    children:
      line.style === 'name' ? [new TextRun({ text: line.text, bold: true })] : textRuns(line.text),
  })
}

function alignmentOf(align: DocumentColumn['align']): 'start' | 'end' {
  return align === 'right' ? AlignmentType.END : AlignmentType.START
}
