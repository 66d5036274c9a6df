import type { CodeKind, CodeStatus } from '../../../shared/model/kinds.ts'

/** A code as a file tells it. A field is absent when the file does not say. */
export interface CodebookFileCode {
  name: string
  /** Names of the ancestors, outermost first. Every ancestor is itself in the list, earlier. */
  path: string[]
  /** Index of the parent in the list of codes: exact also where siblings have the same name. */
  parent?: number
  /** Upper case, without braces. */
  guid?: string
  kind?: CodeKind
  definition?: string
  whenToUse?: string
  whenNotToUse?: string
  aliases?: string[]
  status?: CodeStatus
  /** Hue in degrees, 0–359. */
  hue?: number
  /** False for a mere folder (REFI-QDA isCodable="false"). */
  selectable?: boolean
}

export interface CodebookFileSet {
  name: string
  /** Indices into the list of codes. */
  members: number[]
}

export type CodebookFileErrorCode =
  'exchange.notACodebook' | 'exchange.broken' | 'exchange.empty' | 'exchange.unknownColumns'

export interface CodebookFileContent {
  ok: true
  /** Depth-first, in the order of the file. */
  codes: CodebookFileCode[]
  sets: CodebookFileSet[]
  /** What was repaired or set aside, in whole sentences. */
  notes: string[]
}

export interface CodebookFileFailure {
  ok: false
  error: { code: CodebookFileErrorCode; details?: Record<string, string | number> }
}

export type CodebookFileResult = CodebookFileContent | CodebookFileFailure

/** What one format's reader gives; the notes are collected beside it. */
export type CodesRead =
  { ok: true; codes: CodebookFileCode[]; sets: CodebookFileSet[] } | CodebookFileFailure

export function codebookFileFailure(
  code: CodebookFileErrorCode,
  details?: Record<string, string | number>,
): CodebookFileFailure {
  return { ok: false, error: details === undefined ? { code } : { code, details } }
}
