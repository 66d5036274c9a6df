import type { Drawing } from '../../../../shared/analysis/map/drawing.ts'
import type { MapModel } from '../../../../shared/analysis/map/map-model.ts'
import { wordsInSentence } from '../../../../shared/analysis/quotes/in-sentence.ts'
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
  | MapBlock
  /** What was to stand here and is not there any more, in words. */
  | { type: 'missing'; text: string }

export interface MapBlock {
  type: 'map'
  caption: string
  svg: string
  drawing: Drawing
  model: MapModel
  /** Within a Word file. */
  png: Uint8Array
  /** Beside a text file: the name of its picture. */
  file: string
}

export interface Quotation {
  type: 'quotation'
  text: string
  translation: string
  label: string
  sourceId: string
}

/** A quotation in a running sentence. */
export interface QuotedRun {
  type: 'quoted'
  text: string
  translation: string
  /** Empty: without. */
  label: string
  sourceId: string
}

export type Run =
  | { type: 'text'; text: string; bold: boolean; italic: boolean }
  | { type: 'break' }
  | QuotedRun
  | { type: 'footnote'; text: string }

/** A quotation of a sentence in quotation marks, with its label behind it. */
export function quotedWords({ text, ...run }: QuotedRun, language: Language): string {
  return wordsInSentence({ printed: text, ...run }, language)
}
