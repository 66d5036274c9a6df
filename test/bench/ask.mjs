import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startEngine, timed } from './engine-client.mjs'
import { largeProject } from './large-project.mjs'
import { enterPersons, personsInProject } from './persons.mjs'
import { median, report } from './report.mjs'

const rounds = 5
const living = `passages.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

/** Questions to the coding of the large project, each beside the same question in plain SQL. */
export async function benchAsk(folder) {
  const path = join(folder, 'asked.standpoint')
  copyFileSync(await largeProject(), path)
  const engine = startEngine()
  await engine.command('project.open', { path })
  await enterPersons(engine)
  const db = new Database(path, { readonly: true })
  const codes = (await engine.query('codes.list')).items.map(({ id }) => id)
  const [one, other] = [codes[42], codes[43]]
  const coded = (id) => ({ type: 'coded', codeIds: [id] })
  const overlapping = { type: 'related', how: 'overlapping', of: coded(one), to: coded(other) }
  const page = (question) => () => engine.query('analysis.ask', { question, limit: 50 })
  const matrix = (rows, columns) => () =>
    engine.query('analysis.matrix', { rows: { by: rows }, columns: { by: columns } })
  const plain = (sql, ...values) => {
    const statement = db.prepare(sql).raw()
    return () => statement.all(...values)
  }
  const lines = [
    await measured({
      name: 'ask by code, counts and the first 50 passages',
      most: 150,
      ask: page(coded(one)),
      plain: plainPage(db, one),
    }),
    await measured({
      name: 'ask by overlapping, counts and the first 50 passages',
      most: 1500,
      ask: page(overlapping),
      plain: plain(
        `SELECT DISTINCT a.id FROM passages a JOIN codings c ON c.passage_id = a.id
         JOIN passages b ON b.source_id = a.source_id AND a.start < b.stop AND b.start < a.stop
           AND b.id <> a.id
         JOIN codings d ON d.passage_id = b.id WHERE c.code_id = ? AND d.code_id = ?`,
        one,
        other,
      ),
    }),
    await measured({
      name: 'matrix, 300 codes × 1,000 sources',
      most: 1000,
      ask: matrix('codes', 'sources'),
      plain: plain(
        `SELECT code_id, passages.source_id, count(DISTINCT passages.id) FROM codings
         JOIN passages ON passages.id = passage_id WHERE ${living}
         GROUP BY code_id, passages.source_id`,
      ),
    }),
    await measured({
      name: `matrix, 300 codes × ${personsInProject} persons`,
      most: 1500,
      ask: matrix('codes', 'persons'),
      plain: plain(
        `SELECT code_id, person_id, count(DISTINCT passages.id) FROM passages
         JOIN codings ON codings.passage_id = passages.id
         JOIN paragraphs ON paragraphs.source_id = passages.source_id
           AND paragraphs.start <= passages.start AND paragraphs.stop >= passages.start
         JOIN speakers ON speakers.source_id = paragraphs.source_id
           AND speakers.name = paragraphs.speaker
         WHERE person_id IS NOT NULL AND ${living} GROUP BY code_id, person_id`,
      ),
    }),
  ]
  db.close()
  await engine.command('project.close')
  await engine.stop()
  rmSync(path)
  return lines.map(report).every(Boolean)
}

/**
 * The same rows in the same order, for the first fifty with their surroundings, speaker and place, and
 * with all codings that stand on them; sources, codings and (by blanks) words are counted of all.
 */
function plainPage(db, codeId) {
  const all = db
    .prepare(
      `SELECT passages.id, passages.source_id, start, stop, quote FROM passages
       JOIN entities sources ON sources.kind = 'sources' AND sources.id = passages.source_id
       WHERE sources.deleted = 0
         AND passages.id IN (SELECT passage_id FROM codings WHERE code_id = ?)
       ORDER BY sources.data ->> '$.number', sources.id, start, stop DESC, passages.id`,
    )
    .raw()
  const counts = db.prepare(
    `SELECT count(DISTINCT passages.source_id), count(codings.id),
       total(length(quote) - length(replace(quote, ' ', '')) + 1)
     FROM passages JOIN codings ON codings.passage_id = passages.id
     WHERE code_id = ? AND ${living}`,
  )
  const around = db.prepare(
    `SELECT passages.id, sources.data ->> '$.title', ordinal, speaker, turn, time, page,
       substr(source_texts.text, max(0, passages.start - 240) + 1, min(240, passages.start)),
       substr(source_texts.text, passages.stop + 1, 240)
     FROM passages
     JOIN entities sources ON sources.kind = 'sources' AND sources.id = passages.source_id
     JOIN source_texts ON source_texts.source_id = passages.source_id
     JOIN paragraphs ON paragraphs.id = (SELECT id FROM paragraphs p
       WHERE p.source_id = passages.source_id AND p.start <= passages.start
       ORDER BY p.start DESC LIMIT 1)
     WHERE passages.id IN (SELECT value FROM json_each(?))`,
  )
  const codings = db.prepare(
    'SELECT * FROM codings WHERE passage_id IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  return () => {
    const rows = all.all(codeId)
    counts.get(codeId)
    const page = JSON.stringify(rows.slice(0, 50).map(([id]) => id))
    return [rows, around.all(page), codings.all(page)]
  }
}

async function measured({ name, most, ask, plain }) {
  const [values, baselines] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    values.push((await timed(ask)).milliseconds)
    baselines.push((await timed(plain)).milliseconds)
  }
  const value = median(values)
  return {
    name,
    value,
    unit: 'ms',
    baseline: median(baselines),
    target: `≤ ${most} ms`,
    ok: value <= most,
  }
}
