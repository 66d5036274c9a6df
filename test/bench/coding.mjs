import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine, timed } from './engine-client.mjs'
import { median, p95, report, rounded } from './report.mjs'
import { corpusText } from './texts.mjs'

const total = 10_000

/** One coding after the other, each waited for until it is durable; the plain insert in between. */
export async function benchCoding(folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'corpus.txt')
  writeFileSync(file, corpusText())
  const engine = startEngine()
  await engine.command('project.create', { path: join(folder, 'coding.standpoint') })
  const { items } = await engine.command('sources.import', { paths: [file] })
  const sourceId = items[0].sourceIds[0]
  const { text } = await engine.query('sources.text', { sourceId })
  const codes = []
  for (let number = 1; number <= 50; number++) {
    codes.push((await engine.command('codes.create', { name: `code ${number}` })).id)
  }
  const plain = plainInserts(join(folder, 'plain-coding.sqlite'))
  const times = []
  const plainTimes = []
  for (let number = 0; number < total; number++) {
    const start = (number * 7919) % (text.length - 300)
    const end = start + 40 + (number % 200)
    const codeId = codes[number % codes.length]
    const { milliseconds } = await timed(() =>
      engine.command('passages.code', { sourceId, start, end, codeId }),
    )
    times.push(milliseconds)
    if (number % 10 === 0) {
      plainTimes.push((await timed(() => plain.insert(sourceId, start, end, codeId))).milliseconds)
    }
  }
  plain.close()
  await engine.stop()
  const value = median(times)
  const first = median(times.slice(0, 1000))
  const last = median(times.slice(-1000))
  const isQuick = report({
    name: 'one coding, command to durable answer (median of 10,000)',
    value,
    unit: 'ms',
    baseline: median(plainTimes),
    target: '≤ 2 ms',
    ok: value <= 2,
    p95: rounded(p95(times)),
    slowest: rounded(Math.max(...times)),
  })
  const isEven = report({
    name: 'last thousand codings against the first thousand (medians)',
    value: last,
    unit: 'ms',
    baseline: first,
    target: '≤ 1.5 × the first',
    ok: last <= 1.5 * first,
  })
  return isQuick && isEven
}

function plainInserts(path) {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE codings (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    code TEXT NOT NULL) STRICT`)
  const insert = db.prepare('INSERT INTO codings (source, start, stop, code) VALUES (?, ?, ?, ?)')
  return {
    insert: (...values) => insert.run(...values),
    close: () => db.close(),
  }
}
