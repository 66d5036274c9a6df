import type { Leaving } from '../../../shared/analysis/leaks/find-leaks.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { DocumentBlock } from '../export/codebook/document-model.ts'
import type { TableData } from '../export/tables/table-model.ts'
import type { Cell } from '../export/tables/table-model.ts'

/** A report, ready for pages and for sheets. */
export interface Report {
  title: string
  /** For reading: docx, md, html, tex. */
  blocks: DocumentBlock[]
  /** For sorting and counting: xlsx, csv. */
  table: TableData
  leaving: Leaving
  /** Segments, memos or rows in all. */
  items: number
  /** Wider than high. */
  landscape: boolean
}

export interface ReportColumn<T> {
  key: string
  label: string
  /** Its share of the width. */
  weight: number
  value: (item: T) => Cell
}

/** A table of things of type T, one row each. */
export function reportTable<T>(
  title: string,
  columns: readonly ReportColumn<T>[],
  items: readonly T[],
  notes: string[] = [],
): TableData {
  return {
    table: {
      title,
      columns: columns.map(({ key, label }) => ({ key, label })),
      rows: items.map((item) => ({ ref: null, cells: columns.map(({ value }) => value(item)) })),
      notes,
    },
    weights: columns.map(({ weight }) => weight),
  }
}

/** Yes or no in a language. */
export function yesNo(value: boolean, language: Language): string {
  return language === 'nb' ? (value ? 'ja' : 'nei') : value ? 'yes' : 'no'
}
