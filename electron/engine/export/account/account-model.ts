import type { TableData } from '../tables/table-model.ts'
import type { Language } from '../../../../shared/i18n/index.ts'

/** An account as it is printed: its quotations, tables and maps filled in. */
export interface AccountDocument {
  language: Language
  title: string
  /** The project's title and the day. */
  metadata: string
  blocks: AccountBlock[]
}

export type AccountBlock =
  | { type: 'heading'; level: 1 | 2 | 3; runs: Run[] }
  | { type: 'paragraph' | 'quote'; runs: Run[] }
  | { type: 'item'; ordered: boolean; depth: number; list: number; runs: Run[] }
  | Quotation
  | { type: 'table'; data: TableData }
  | { type: 'map'; caption: string; png: Uint8Array; svg: string; mermaid: string }
  /** What was to stand here and is not there any more, in words. */
  | { type: 'missing'; text: string }

export interface Quotation {
  type: 'quotation'
  text: string
  translation: string
  label: string
  sourceId: string
}

export type Run =
  | { type: 'text'; text: string; bold: boolean; italic: boolean }
  | { type: 'break' }
  | { type: 'footnote'; text: string }
