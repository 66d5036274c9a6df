import { openDatabase } from '../../../electron/engine/project/database-file.ts'
import { Documents } from '../../../electron/engine/project/documents.ts'
import { Log } from '../../../electron/engine/project/log.ts'
import { Steps } from '../../../electron/engine/project/steps.ts'

/** Folds every document of a closed project into its snapshot, as a long log is when it is closed. */
export function compactAll(path: string): void {
  const db = openDatabase(path, { readOnly: false })
  try {
    const log = new Log(db)
    const documents = new Documents(log, new Steps(db))
    for (const name of log.longLogs(0)) documents.compact(name)
    if (log.longLogs(0).length > 0) throw new Error('the log was not folded')
  } finally {
    db.close()
  }
}
