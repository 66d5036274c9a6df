import type { ExportLanguage } from './options.ts'

/** A codebook laid out for reading; every text is already clean, no format's escapes are in it. */
export interface CodebookDocument {
  language: ExportLanguage
  locale: string
  landscape: boolean
  /** 'Codebook'. */
  title: string
  /** The project's title. */
  subtitle: string
  /** Who, when and how much: one line. */
  metadata: string
  blocks: DocumentBlock[]
}

export type DocumentBlock =
  | { type: 'heading'; level: number; text: string; colour?: string }
  /** A line of small print under a heading. */
  | { type: 'facts'; items: string[] }
  | { type: 'field'; label: string; text: string }
  /** An empty label is left out. */
  | { type: 'quotes'; label: string; quotes: DocumentQuote[] }
  /** Identifiers and dates. */
  | { type: 'fine'; items: string[] }
  | { type: 'paragraph'; text: string }
  /** A sentence below a table. */
  | { type: 'note'; text: string }
  | DocumentTable

export interface DocumentQuote {
  text: string
  /** Source and place: 'Interview 4, 4:32'. */
  reference: string
  /** Printed behind the place; empty where nobody looks it up. */
  passageId: string
  /** Words around it, in small print; empty or missing where there are none. */
  before?: string
  after?: string
}

export interface DocumentTable {
  type: 'table'
  caption: string
  columns: DocumentColumn[]
  /** As many cells in each row as there are columns. */
  rows: DocumentLine[][][]
}

export interface DocumentColumn {
  label: string
  /** Share of the table's width. */
  weight: number
  align: 'left' | 'right'
}

/** One paragraph in a cell. */
export interface DocumentLine {
  style: 'name' | 'text' | 'small' | 'quote'
  text: string
  /** Steps in the tree of codes. */
  indent?: number
}
