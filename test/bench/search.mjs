import Database from 'better-sqlite3'
import { startEngine, timed } from './engine-client.mjs'
import { largeProject } from './large-project.mjs'
import { median, report, rounded } from './report.mjs'

const rounds = 5

/** Each asks the engine, and the file itself in plain SQL the nearest thing to it. */
const questions = [
  { name: 'a common word', spec: { query: 'oppfølging' }, match: '"oppfølging"' },
  { name: 'two words', spec: { query: 'vedtak rapport' }, match: '"vedtak" AND "rapport"' },
  { name: 'a phrase', spec: { query: '"kan ikke"' }, match: '"kan ikke"' },
  { name: 'near', spec: { query: 'vedtak NEAR/5 rapport' }, match: 'NEAR("vedtak" "rapport", 5)' },
  { name: 'the beginning of a word', spec: { query: 'arb*' }, match: '"arb" *' },
  {
    name: 'inside compounds',
    spec: { query: 'vedtak', reach: { compounds: true, spellings: true, forms: true } },
    match: '"vedtak" *',
  },
]

/** Searches of the large project: first hits, all hits, neighbours and words. */
export async function benchSearch(given) {
  const path = given ?? (await largeProject())
  const engine = startEngine()
  await engine.command('project.open', { path })
  const db = new Database(path, { readonly: true })
  const lines = []
  for (const question of questions) lines.push(...(await measured(engine, db, question)))
  lines.push(await neighbours(engine))
  db.close()
  await engine.command('project.close')
  await engine.stop()
  return lines.map(report).every(Boolean)
}

async function measured(engine, db, { name, spec, match }) {
  const counted = db.prepare(
    `SELECT source_id, start, stop FROM paragraph_words JOIN paragraphs ON id = paragraph_words.rowid
     WHERE paragraph_words MATCH ?`,
  )
  const firsts = []
  const wholes = []
  const plain = []
  let total = 0
  for (let round = 0; round < rounds; round += 1) {
    firsts.push(
      (await timed(() => engine.query('search.text', { ...spec, limit: 50 }))).milliseconds,
    )
    const started = performance.now()
    counted.raw().all(match)
    plain.push(performance.now() - started)
    // Written a little otherwise each time, so that nothing is remembered.
    const asked = { ...spec, query: `${spec.query}${' '.repeat(round)}`, limit: 50 }
    const { milliseconds, value } = await timedValue(() => engine.query('search.hits', asked))
    wholes.push(milliseconds)
    total = value.total
  }
  const first = median(firsts)
  const whole = median(wholes)
  const baseline = median(plain)
  return [
    {
      name: `search, first 50 hits: ${name}`,
      value: first,
      unit: 'ms',
      target: '≤ 150 ms',
      ok: first <= 150,
      first: rounded(firsts[0]),
    },
    {
      name: `search, all hits: ${name}`,
      value: whole,
      unit: 'ms',
      baseline,
      target: '≤ 1500 ms',
      ok: whole <= 1500,
      hits: total,
    },
  ]
}

async function neighbours(engine) {
  const { milliseconds } = await timedValue(() =>
    engine.query('search.collocations', { query: 'vedtak', limit: 100 }),
  )
  return {
    name: 'neighbours of a word over the whole project',
    value: milliseconds,
    unit: 'ms',
    target: '≤ 3000 ms',
    ok: milliseconds <= 3000,
  }
}

async function timedValue(work) {
  let value
  const { milliseconds } = await timed(async () => {
    value = await work()
  })
  return { milliseconds, value }
}
