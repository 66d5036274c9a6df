import type { Codebook, CodebookCode } from '../../../../shared/analysis/codebook.ts'
import { cleanLine, cleanText } from './clean.ts'
import { examplesOf } from './examples.ts'
import type { DocumentColumn, DocumentLine, DocumentTable } from './document-model.ts'
import type { CodebookExportOptions } from './options.ts'
import { CODEBOOK_WORDS, quoted, shortDate } from './words.ts'

interface TableColumn extends DocumentColumn {
  cell: (code: CodebookCode) => DocumentLine[]
}

/** The whole codebook as one table. A column in which no code has anything is left out. */
export function codesTable(codebook: Codebook, options: CodebookExportOptions): DocumentTable {
  const columns = tableColumns(options)
    .map((column) => ({ column, cells: codebook.codes.map((code) => column.cell(code)) }))
    .filter(({ cells }) => cells.some((lines) => lines.some((line) => line.text !== '')))
  return {
    type: 'table',
    caption: CODEBOOK_WORDS[options.language].allCodes,
    columns: columns.map(({ column: { label, weight, align } }) => ({ label, weight, align })),
    rows: codebook.codes.map((_, row) => columns.map(({ cells }) => cells[row] ?? [])),
  }
}

function tableColumns(options: CodebookExportOptions): TableColumn[] {
  const words = CODEBOOK_WORDS[options.language]
  const { fields } = words
  return [
    {
      label: words.code,
      weight: 42,
      align: 'left',
      cell: (code) =>
        lines(
          { style: 'small', text: code.path.map(cleanLine).join(' › ') },
          { style: 'name', text: cleanLine(code.name) },
          { style: 'small', text: code.aliases.map(cleanLine).join('; ') },
          { style: 'small', text: code.id },
        ),
    },
    {
      label: words.kindAndStatus,
      weight: 20,
      align: 'left',
      cell: (code) =>
        lines(
          { style: 'text', text: words.kinds[code.kind] },
          { style: 'text', text: words.statuses[code.status] },
        ),
    },
    {
      label: fields.definition,
      weight: 46,
      align: 'left',
      cell: (code) => paragraphs(code.definition),
    },
    {
      label: fields.whenToUse,
      weight: 36,
      align: 'left',
      cell: (code) => paragraphs(code.whenToUse),
    },
    {
      label: fields.whenNotToUse,
      weight: 36,
      align: 'left',
      cell: (code) => paragraphs(code.whenNotToUse),
    },
    {
      label: fields.examples,
      weight: 50,
      align: 'left',
      cell: (code) =>
        examplesOf(code, options).flatMap((quote) =>
          lines(
            { style: 'quote', text: quoted(quote.text, options.language) },
            { style: 'small', text: `${quote.reference} [${quote.passageId}]` },
          ),
        ),
    },
    {
      label: fields.passages,
      weight: 19,
      align: 'right',
      cell: (code) => lines({ style: 'text', text: String(code.passages) }),
    },
    {
      label: fields.sources,
      weight: 17,
      align: 'right',
      cell: (code) => lines({ style: 'text', text: String(code.sources) }),
    },
    {
      label: words.dates,
      weight: 21,
      align: 'left',
      cell: (code) =>
        lines(
          { style: 'text', text: shortDate(code.created) },
          { style: 'text', text: shortDate(code.changed) },
        ),
    },
  ]
}

function paragraphs(text: string): DocumentLine[] {
  return lines(
    ...cleanText(text)
      .split(/\n+/)
      .map((paragraph) => ({ style: 'text' as const, text: paragraph.trim() })),
  )
}

function lines(...all: DocumentLine[]): DocumentLine[] {
  return all.filter(({ text }) => text !== '')
}
