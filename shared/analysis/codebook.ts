/** The codebook as data: made by one query, then shown, exported or compared. */

import type { CodeKind, CodeStatus } from '../model/kinds.ts'

export interface CodebookExample {
  passageId: string
  quote: string
  sourceTitle: string
  /** Where in the source, as a reader would cite it: '4:32' or '¶ 58'. */
  locator: string
}

export interface CodebookCode {
  id: string
  name: string
  kind: CodeKind
  parentId?: string
  /** Names of the ancestors, outermost first. */
  path: string[]
  /** 0 at the top of the tree. */
  depth: number
  definition: string
  whenToUse: string
  whenNotToUse: string
  aliases: string[]
  status: CodeStatus
  /** Hue in degrees, 0–359. */
  hue: number
  examples: CodebookExample[]
  passages: number
  sources: number
  /** ISO 8601. */
  created: string
  /** ISO 8601. */
  changed: string
}

export interface CodebookSet {
  name: string
  codeIds: string[]
}

export interface Codebook {
  /** `exported` is ISO 8601. */
  project: { title: string; analysts: string[]; exported: string }
  sets: CodebookSet[]
  /** Depth-first, in tree order. */
  codes: CodebookCode[]
  totals: { codes: number; passages: number; sources: number; codings: number }
}
