import type { Database } from 'better-sqlite3'
import type { CheckPart } from '../../../shared/contract/project.ts'
import { messageOf, Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { isIncomplete } from './fill-gaps.ts'
import { Log } from './log.ts'
import { differencesFromRebuild, rebuildProjection } from './projection.ts'

export interface CheckResult {
  clean: boolean
  problems: string[]
  checked: string[]
  parts: { part: CheckPart; problems: string[] }[]
}

const names: Record<CheckPart, string> = {
  pages: 'pages of the file',
  documents: 'documents in the log',
  quotes: 'quotes equal the text',
  codings: 'codings have their passage',
  projection: 'projection equals its rebuild',
}

type Find = () => string[] | Promise<string[]>

/**
 * Checks the file's pages, that every document can be read, and the invariants of passages. With
 * a way to open a connection of its own, also that the projection is what the log says.
 */
export async function checkProject(
  db: Database,
  task: Task,
  openToRebuild: (() => Database) | null,
): Promise<CheckResult> {
  const log = new Log(db)
  const parts: CheckResult['parts'] = []
  const check = async (part: CheckPart, find: Find): Promise<void> => {
    await task.reach(0, 0, part)
    parts.push({ part, problems: await problemsOf(part, find) })
  }
  await check('pages', () => fileProblems(db))
  await check('documents', () => documentProblems(log, task))
  await check('quotes', () => quoteProblems(db, task))
  await check('codings', () => strayCodings(db))
  if (openToRebuild) {
    await check('projection', async () => {
      const own = openToRebuild()
      try {
        return await differencesFromRebuild(own, new Log(own), task)
      } finally {
        own.close()
      }
    })
  }
  const problems = parts.flatMap((each) => each.problems)
  const checked = parts.map(({ part }) => names[part])
  return { clean: problems.length === 0, problems, checked, parts }
}

async function problemsOf(part: CheckPart, find: Find): Promise<string[]> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'task.cancelled') throw error
    return [`${names[part]}: ${messageOf(error)}`]
  }
}

/** Makes the projection anew from the log; taken back whole if it is stopped. */
export async function repairProject(db: Database, log: Log, task: Task): Promise<void> {
  db.exec('BEGIN IMMEDIATE')
  try {
    await rebuildProjection(db, log, task)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Whether every page of the file can be read and is where it belongs, and so every document. */
export async function isWhole(db: Database, task: Task): Promise<boolean> {
  const problems = await problemsOf('documents', async () => [
    ...fileProblems(db),
    ...(await documentProblems(new Log(db), task)),
  ])
  return problems.length === 0
}

function fileProblems(db: Database): string[] {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}

async function documentProblems(log: Log, task: Task): Promise<string[]> {
  const problems: string[] = []
  const documents = log.documents()
  for (const [index, name] of documents.entries()) {
    await task.reach(index, documents.length, 'documents')
    try {
      const doc = log.load(name)
      if (isIncomplete(doc)) problems.push(`${name}: changes are missing that others rest on`)
      doc.destroy()
    } catch (error) {
      problems.push(`${name}: ${messageOf(error)}`)
    }
  }
  return problems
}

async function quoteProblems(db: Database, task: Task): Promise<string[]> {
  const texts = db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
  const passages = db.prepare<[string], { id: string; start: number; stop: number; quote: string }>(
    `SELECT id, start, stop, quote FROM main.passages WHERE source_id = ? AND state = 'placed'`,
  )
  const sources = db
    .prepare<[], string>('SELECT DISTINCT source_id FROM main.passages')
    .pluck()
    .all()
  const problems: string[] = []
  for (const [index, sourceId] of sources.entries()) {
    await task.reach(index, sources.length, 'quotes')
    const text = texts.get(sourceId) ?? ''
    for (const { id, start, stop, quote } of passages.all(sourceId)) {
      if (text.slice(start, stop) !== quote)
        problems.push(`passage ${id}: its quote is not the text at its place`)
    }
  }
  return problems
}

function strayCodings(db: Database): string[] {
  return db
    .prepare<[], string>(
      'SELECT id FROM main.codings WHERE passage_id NOT IN (SELECT id FROM main.passages)',
    )
    .pluck()
    .all()
    .map((id) => `coding ${id}: its passage is missing`)
}
