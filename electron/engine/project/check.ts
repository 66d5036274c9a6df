import type { Database } from 'better-sqlite3'
import { messageOf } from '../refusal.ts'
import { isIncomplete } from './fill-gaps.ts'
import { Log } from './log.ts'
import { differencesFromRebuild, rebuildProjection } from './projection.ts'

export interface CheckResult {
  clean: boolean
  problems: string[]
  checked: string[]
}

/** Checks the file's pages, that every document can be read, and the invariants of passages. */
export function checkProject(db: Database, log: Log, options: { rebuild: boolean }): CheckResult {
  const problems: string[] = []
  const checked: string[] = []
  const check = (name: string, find: () => string[]) => {
    checked.push(name)
    try {
      problems.push(...find())
    } catch (error) {
      problems.push(`${name}: ${messageOf(error)}`)
    }
  }
  check('pages of the file', () => fileProblems(db))
  check('documents in the log', () => documentProblems(log))
  check('quotes equal the text', () => quoteProblems(db))
  check('codings have their passage', () => strayCodings(db))
  if (options.rebuild) check('projection equals its rebuild', () => differencesFromRebuild(db, log))
  return { clean: problems.length === 0, problems, checked }
}

/** Makes the projection anew from the log. */
export function repairProject(db: Database, log: Log): void {
  db.transaction(() => rebuildProjection(db, log))()
}

/** Whether every page of the file can be read and is where it belongs, and so every document. */
export function isWhole(db: Database): boolean {
  try {
    return fileProblems(db).length === 0 && documentProblems(new Log(db)).length === 0
  } catch {
    return false
  }
}

function fileProblems(db: Database): string[] {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}

function documentProblems(log: Log): string[] {
  return log.documents().flatMap((name) => {
    try {
      const doc = log.load(name)
      const problems = isIncomplete(doc) ? [`${name}: changes are missing that others rest on`] : []
      doc.destroy()
      return problems
    } catch (error) {
      return [`${name}: ${messageOf(error)}`]
    }
  })
}

function quoteProblems(db: Database): string[] {
  const texts = db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
  const passages = db.prepare<[string], { id: string; start: number; stop: number; quote: string }>(
    `SELECT id, start, stop, quote FROM passages WHERE source_id = ? AND state = 'placed'`,
  )
  return db
    .prepare<[], string>('SELECT DISTINCT source_id FROM passages')
    .pluck()
    .all()
    .flatMap((sourceId) => {
      const text = texts.get(sourceId) ?? ''
      return passages
        .all(sourceId)
        .filter((passage) => text.slice(passage.start, passage.stop) !== passage.quote)
        .map((passage) => `passage ${passage.id}: its quote is not the text at its place`)
    })
}

function strayCodings(db: Database): string[] {
  return db
    .prepare<[], string>('SELECT id FROM codings WHERE passage_id NOT IN (SELECT id FROM passages)')
    .pluck()
    .all()
    .map((id) => `coding ${id}: its passage is missing`)
}
