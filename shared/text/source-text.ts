/**
 * The text of a source as every part of the program sees it.
 *
 * One flat string; each paragraph ends in `\n` (also the last one). All offsets are UTF-16 code
 * units from the start of the string, ranges are half-open `[start, end)`. Nothing that the
 * reader sees as words is kept outside `text`; structure is described beside it.
 */
export interface SourceText {
  text: string
  /** One entry for each paragraph, in order; `blocks.length` equals the number of `\n` in `text`. */
  blocks: Block[]
  /** Inline formats, ordered by start; never across a paragraph end. */
  marks: InlineMark[]
  /** Where pages of the original begin, ordered by `at`; may lie in mid-paragraph. */
  pages: PageStart[]
}

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-row' | 'footnote' | 'quote'

/** Attributes of one paragraph. Absent means "none"; no field is ever `undefined` or `null`. */
export interface Block {
  kind: BlockKind
  /** Heading level 1–6, or depth of a list item, 1 = outermost. */
  level?: number
  /** For list items: numbered rather than bulleted. */
  ordered?: boolean
  /**
   * For table rows: the table's ordinal in the source, from 1. The cells of a row are the parts of
   * the paragraph between tab characters, so a cell is addressed by table, row and column.
   */
  table?: number
  /** For table rows: the row is a heading row. */
  header?: boolean
  /** For footnotes: the mark that stands in the running text, such as `1` or `*`. */
  note?: string
  /** Who speaks; only on the paragraph that begins a turn. */
  speaker?: string
  /**
   * Length in UTF-16 code units of the label (`Berit: `, `[00:12:31] I: `) with which this paragraph
   * begins. 0 or absent: the label is known from the format and is not part of the text.
   */
  label?: number
  /** Time stamp in milliseconds from the start of the recording. */
  time?: number
}

export interface InlineMark {
  start: number
  end: number
  bold?: true
  italic?: true
  underline?: true
  /** A footnote reference: the running text holds its mark (for example `1`), set apart by this. */
  noteRef?: true
}

export interface PageStart {
  /** Offset of the first character of the page. */
  at: number
  /** The page's label as printed, or its ordinal. */
  label: string
}

/** What was taken out of the running text at import, such as page furniture; kept and shown, never lost. */
export interface SetAside {
  text: string
  reason: 'page-number' | 'running-head' | 'running-foot' | 'comment'
  /** Label of the page it stood on, if known. */
  page?: string
}
