import Database from 'better-sqlite3'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine, timed } from './engine-client.mjs'
import { median, report } from './report.mjs'
import { corpusText } from './texts.mjs'

const rounds = 5

/** Import of the corpus through the engine against reading it and filling a plain SQLite file. */
export async function benchImport(folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'corpus.txt')
  writeFileSync(file, corpusText())
  const engine = startEngine()
  const imports = []
  const plain = []
  for (let round = 0; round < rounds; round++) {
    await engine.command('project.create', { path: join(folder, `import-${round}.standpoint`) })
    const { milliseconds } = await timed(() => engine.command('sources.import', { paths: [file] }))
    imports.push(milliseconds)
    const { items } = await engine.query('sources.list')
    const { text } = await engine.query('sources.text', { sourceId: items[0].id })
    plain.push((await timed(() => plainImport(folder, round, file, text))).milliseconds)
  }
  await engine.stop()
  const value = median(imports)
  const baseline = median(plain)
  return report({
    name: 'import the corpus text',
    value,
    unit: 'ms',
    baseline,
    target: '≤ 10 × plain SQLite',
    ok: value <= 10 * baseline,
  })
}

/** The same paragraphs the engine has found, in one transaction, durable. */
function plainImport(folder, round, file, text) {
  const db = new Database(join(folder, `plain-${round}.sqlite`))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(text);`)
  readFileSync(file, 'utf8')
  const insert = db.prepare('INSERT INTO paragraphs (text) VALUES (?)')
  const index = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  db.transaction(() => {
    for (const paragraph of text.split('\n')) {
      const { lastInsertRowid } = insert.run(paragraph)
      index.run(lastInsertRowid, paragraph)
    }
  })()
  db.close()
}
