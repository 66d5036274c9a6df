import type { Database } from 'better-sqlite3'
import { up as first } from '../migrations/001-first.ts'
import { up as history } from '../migrations/002-history.ts'
import { up as meeting } from '../migrations/003-meeting.ts'
import { up as folder } from '../migrations/004-folder.ts'
import { up as rounds } from '../migrations/005-rounds.ts'
import { up as people } from '../migrations/006-people.ts'
import { up as accounts } from '../migrations/007-accounts.ts'

/** "STND", so that `file` and other programs can tell a Standpoint project. */
export const applicationId = 0x53544e44

/** Migrations in order; the format version is how many have been applied. */
const migrations: readonly ((db: Database) => void)[] = [
  first,
  history,
  meeting,
  folder,
  rounds,
  people,
  accounts,
]

export const formatVersion = migrations.length

/** Brings a file of format `from` to the present one, in one transaction. */
export function migrate(db: Database, from: number): void {
  db.transaction(() => {
    for (const up of migrations.slice(from)) up(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${formatVersion}`)
  })()
}
