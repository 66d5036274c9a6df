import type { ErrorCode, Failure } from '../../shared/contract/errors.ts'
import { failureIn } from '../../shared/i18n/failure.ts'

export type Details = Record<string, string | number | boolean>

/**
 * A command cannot be carried out, for a reason its user can understand. Thrown inside the engine,
 * turned into a value at its boundary; anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: Details
  constructor(code: ErrorCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export function refusalToFailure(error: unknown): Failure {
  if (error instanceof Refusal) return failureIn('en', error.code, error.details)
  const sqlite = sqliteCode(error)
  if (sqlite) return failureIn('en', sqlite, { problem: messageOf(error) })
  return failureIn('en', 'internal', { problem: messageOf(error) })
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Why a file that somebody named cannot be read. */
export function fileRefusal(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  const problem = messageOf(error)
  return new Refusal(isMissing ? 'file.notFound' : 'file.notReadable', { path, problem })
}

/** Which of our reasons an error of SQLite or of the file system stands for, if any. */
export function sqliteCode(error: unknown): ErrorCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EFBIG')
    return 'project.diskFull'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'project.damaged'
  if (code === 'SQLITE_READONLY_DBMOVED') return 'project.fileGone'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'project.notWritable'
  if (code === 'SQLITE_BUSY') return 'project.locked'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN'))
    return 'project.notSaved'
  return null
}
