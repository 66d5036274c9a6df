import type { Database } from 'better-sqlite3'
import { vocabularyOf, type Vocabulary } from '../../../shared/text/search/matchers.ts'
import { folded } from '../../../shared/text/search/words.ts'
import { textGeneration } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'

const caches = new WeakMap<Database, { generation: number; vocabulary: Vocabulary }>()
/** So many terms are read before others are let in. */
const portion = 20_000

/** All words of the project's texts; read when it is needed and kept until a text changes. */
export async function vocabulary(db: Database, task: Task): Promise<Vocabulary> {
  const generation = textGeneration(db)
  const known = caches.get(db)
  if (known?.generation === generation) return known.vocabulary
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.paragraph_vocabulary
    USING fts5vocab(main, paragraph_words, row)`)
  const next = db
    .prepare<[string], string>(
      `SELECT term FROM temp.paragraph_vocabulary WHERE term > ? ORDER BY term LIMIT ${portion}`,
    )
    .pluck()
  const terms = new Set<string>()
  let last = ''
  for (;;) {
    const page = next.all(last)
    for (const term of page) terms.add(folded(term))
    last = page.at(-1) ?? ''
    if (page.length < portion) break
    await task.reach(0, 0)
  }
  const read = vocabularyOf([...terms])
  if (textGeneration(db) === generation) caches.set(db, { generation, vocabulary: read })
  return read
}
