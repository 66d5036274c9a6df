import type { SetAside, SourceText } from '../../../../shared/text/source-text.ts'

export interface ImportOptions {
  /** Put hard-wrapped lines together to paragraphs; `auto` does so where the text shows the need. */
  reflow?: 'auto' | 'on' | 'off'
  /** Only for csv. */
  survey?: { by: 'row' | 'column'; delimiter?: string }
  /** Recognise speaker turns. */
  turns?: 'auto' | 'off'
  /** Overrides the recognition of the encoding; any label that the Encoding Standard knows. */
  encoding?: string
}

export type SuggestedKind =
  | 'interview'
  | 'focus group'
  | 'field note'
  | 'observation'
  | 'boss text'
  | 'document'
  | 'survey answers'
  | 'audio/video transcript'
  | 'web page'

export type SourceFormat =
  'txt' | 'md' | 'docx' | 'odt' | 'rtf' | 'html' | 'pdf' | 'srt' | 'vtt' | 'csv'

export type ImportNoteCode =
  | 'reflowed'
  | 'encoding-guessed'
  | 'set-aside'
  | 'images-left-out'
  | 'no-paragraphs'
  | 'characters-cleaned'
  | 'read-as'
  | 'pages-without-text'
  | 'damaged-but-read'
  | 'rows-left-out'

/** Something that the reader decided and that a person may want to know. */
export interface ImportNote {
  code: ImportNoteCode
  count?: number
  detail?: string
}

export interface SpeakerCount {
  name: string
  turns: number
}

export interface ReadSource {
  title: string
  text: SourceText
  setAside: SetAside[]
  notes: ImportNote[]
  language?: 'nb' | 'nn' | 'en'
  suggestedKind: SuggestedKind
  format: SourceFormat
  /** Only for formats that are plain text in some encoding. */
  encoding?: string
  reflowed: boolean
  speakers: SpeakerCount[]
}

export type ImportErrorCode =
  | 'import.empty'
  | 'import.tooLarge'
  | 'import.unknownFormat'
  | 'import.notThisFormat'
  | 'import.broken'
  | 'import.encrypted'
  | 'import.noText'
  | 'import.zipBomb'
  | 'import.notText'
  | 'import.cancelled'

export interface ImportError {
  code: ImportErrorCode
  details?: Record<string, string | number>
}

export type ReadResult = { ok: true; sources: ReadSource[] } | { ok: false; error: ImportError }
