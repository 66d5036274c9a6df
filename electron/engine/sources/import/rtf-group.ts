import type { Format } from './flow.ts'

/** What a group inherits from the one around it. */
export interface Group {
  skip: boolean
  fontTable: boolean
  note: boolean
  format: Format
  /** Characters that stand in for one `\u` for old readers. */
  unicodeSkip: number
  codePage: string
  inTable: boolean
  header: boolean
  level: number | undefined
  listItem: boolean
  listLevel: number
  ordered: boolean
  /** The paragraph begins a page. */
  beginsPage: boolean
  fresh: boolean
  /** Words of these groups are not text but say what a style, a list mark or a comment is. */
  capture: 'styles' | 'list mark' | 'author' | 'comment' | undefined
}

export function outermostGroup(): Group {
  return {
    skip: false,
    fontTable: false,
    note: false,
    format: {},
    unicodeSkip: 1,
    codePage: 'windows-1252',
    inTable: false,
    header: false,
    level: undefined,
    listItem: false,
    listLevel: 1,
    ordered: false,
    beginsPage: false,
    fresh: false,
    capture: undefined,
  }
}

/** What a paragraph is before anything is said of it. */
export const plainParagraph = {
  inTable: false,
  level: undefined,
  listItem: false,
  listLevel: 1,
  ordered: false,
  beginsPage: false,
} as const
