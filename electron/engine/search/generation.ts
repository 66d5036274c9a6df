import type { Database } from 'better-sqlite3'
import { forgetCharacters } from '../sources/source-text-store.ts'

/** Changes whenever anything was written, here or by a program that writes while we read. */
export function generationOf(db: Database): number {
  const own = db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0
  return own + versionOf(db)
}

const versions = new WeakMap<Database, number>()

/** Of what others have written; texts that were read before are forgotten when it changes. */
function versionOf(db: Database): number {
  const version = Number(db.pragma('data_version', { simple: true }))
  const known = versions.get(db)
  versions.set(db, version)
  if (known !== undefined && known !== version) forgetCharacters(db)
  return version
}
