import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startEngine, timed } from './engine-client.mjs'
import { largeProject } from './large-project.mjs'
import { enterPersons } from './persons.mjs'
import { median, report, rounded } from './report.mjs'

const rounds = 5
const shown = 50

/** Searches of the large project: first hits, all hits, what is counted of them, and stopping. */
export async function benchSearch(folder) {
  const path = join(folder, 'searched.standpoint')
  copyFileSync(await largeProject(), path)
  const people = await withEngine(path, enterPersons)
  const results = [
    ...(await withEngine(path, unread)),
    ...(await withEngine(path, stopped)),
    ...(await withEngine(path, (engine) => read(engine, path, people))),
  ]
  rmSync(path)
  return results.every(Boolean)
}

async function withEngine(path, work) {
  const engine = startEngine()
  await engine.command('project.open', { path })
  try {
    return await work(engine)
  } finally {
    await engine.command('project.close')
    await engine.stop()
  }
}

/** The first searches after opening, when no text has been read. */
async function unread(engine) {
  const first = await timed(() => engine.query('search.text', { query: 'vedtak', limit: shown }))
  const spec = { query: 'vedtak', limit: shown }
  const whole = await timed(() => engine.query('search.hits', spec))
  return [
    line('the very first search: first 50 hits', first.milliseconds, 150),
    line('the very first search: all hits', whole.milliseconds, 1500, { hits: whole.value.total }),
    line('memory of the engine after it', engine.memory().highest, 400, { unit: 'MB' }),
  ]
}

/**
 * Neighbours of a word when no text has been read: they tell how far they have come, and stop. The codes
 * are asked for before as well, as every window does when it opens: their first counting takes its own time.
 */
async function stopped(engine) {
  await engine.query('codes.list')
  const spec = { query: 'vedtak', limit: 100, task: 'stop' }
  const told = engine.event('task.progress', ({ task }) => task === 'stop')
  const refused = engine.query('search.collocations', spec).then(
    () => null,
    (error) => ({ at: performance.now(), error }),
  )
  const begun = await told
  const asked = await timed(() => engine.query('codes.list'))
  await engine.command('tasks.cancel', { task: 'stop' })
  const pressed = performance.now()
  const stop = await refused
  if (!String(stop?.error).includes('task.cancelled')) throw new Error('It was not stopped.')
  const again = await timed(() => engine.query('search.collocations', { ...spec, task: 'go' }))
  return [
    line('another question while neighbours are looked for', asked.milliseconds, 150),
    line('stopping them', Math.max(0, stop.at - pressed), 150, { after: rounded(stop.at - begun) }),
    line('neighbours of a word, no text read before', again.milliseconds, 3000, {
      hits: again.value.hits,
    }),
  ]
}

async function read(engine, path, { personIds, attributeId, codeId }) {
  await engine.query('search.words', {})
  const db = new Database(path, { readonly: true })
  db.exec(`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, paragraph_words, row)`)
  const lines = []
  for (const question of questions) lines.push(...(await searched(engine, db, question)))
  const scopes = {
    'in passages with a code': [{ codeIds: [codeId] }, inCode, codeId],
    'in what a person says': [{ personIds: [personIds[0]] }, byPerson, personIds[0]],
    'by an attribute of persons': [
      { attributes: [{ attributeId, values: ['kommune'] }] },
      byAttribute,
      attributeId,
    ],
  }
  for (const [name, [scope, sql, value]] of Object.entries(scopes)) {
    const spec = { query: 'oppfølging', scope }
    const plain = () => plainWithin(db, sql, { match: '"oppfølging"', value })
    const hits = plain().length
    lines.push(...(await searched(engine, db, { name, spec, plain, hits })))
  }
  lines.push(...(await counted(engine, db)))
  db.close()
  return lines
}

/** Each asks the engine, and the file itself in plain SQL, which knows paragraphs but no places in them. */
const questions = [
  { name: 'a common word', spec: { query: 'oppfølging' }, match: '"oppfølging"' },
  { name: 'a rare word', spec: { query: 'sjeldenord77' }, match: '"sjeldenord77"' },
  { name: 'two words', spec: { query: 'vedtak rapport' }, match: '"vedtak" AND "rapport"' },
  {
    name: 'one word without another',
    spec: { query: 'vedtak NOT rapport' },
    match: '"vedtak" NOT "rapport"',
  },
  {
    name: 'either of two words',
    spec: { query: 'vedtak OR rapport' },
    match: '"vedtak" OR "rapport"',
  },
  { name: 'a phrase', spec: { query: '"kan ikke"' }, match: '"kan ikke"' },
  { name: 'near', spec: { query: 'vedtak NEAR/5 rapport' }, match: 'NEAR("vedtak" "rapport", 5)' },
  { name: 'the beginning of a word', spec: { query: 'arb*' }, match: '"arb" *' },
  { name: 'a wildcard', spec: { query: '*følg*' }, like: '%følg%' },
  {
    name: 'inside compounds',
    spec: { query: 'giver', reach: { compounds: true } },
    like: '%giver%',
  },
  {
    name: 'all forms and spellings',
    spec: { query: 'vedtak', reach: { spellings: true, forms: true } },
    match: '"vedtak" *',
  },
  { name: 'a regular expression', spec: { query: '/oppf.lging/' }, pattern: /oppf.lging/giu },
  {
    name: 'a rare regular expression',
    spec: { query: '/ord7\\d*7\\b/' },
    pattern: /ord7\d*7\b/giu,
  },
]

async function searched(engine, db, { name, spec, hits, ...baseline }) {
  const plainly = baseline.plain ?? plainSearch(db, baseline)
  const [firsts, wholes, plain] = [[], [], []]
  let total = 0
  for (let round = 0; round < rounds; round += 1) {
    const first = await timed(() => engine.query('search.text', { ...spec, limit: shown }))
    firsts.push(first.milliseconds)
    plain.push((await timed(plainly)).milliseconds)
    // Written a little otherwise each time, so that nothing is remembered.
    const asked = { ...spec, query: `${spec.query}${' '.repeat(round)}`, limit: shown }
    const { milliseconds, value } = await timed(() => engine.query('search.hits', asked))
    wholes.push(milliseconds)
    total = value.total
  }
  if (hits !== undefined && hits !== total)
    throw new Error(`${name}: ${total} hits, but ${hits} in plain SQL`)
  return [
    line(`search, first 50 hits: ${name}`, median(firsts), 150, { first: rounded(firsts[0]) }),
    line(`search, all hits: ${name}`, median(wholes), 1500, {
      baseline: median(plain),
      hits: total,
    }),
  ]
}

/**
 * The paragraphs that hold it with the places of their beginnings, in the order of the sources, and the
 * words of the first fifty. Less than what is asked of the engine: that says where in the paragraphs
 * each hit stands, and how many there are.
 */
function plainSearch(db, { match, like, pattern }) {
  if (pattern) return () => plainPattern(db, pattern)
  const paragraphs = db
    .prepare(
      `SELECT sources.id, paragraphs.start, paragraphs.stop FROM paragraph_words
       JOIN paragraphs ON paragraphs.id = paragraph_words.rowid
       JOIN entities sources ON sources.kind = 'sources' AND sources.id = source_id
         AND sources.deleted = 0
       WHERE paragraph_words MATCH ?
       ORDER BY sources.data ->> '$.number', sources.id, paragraphs.start`,
    )
    .raw()
  const words = db
    .prepare(`SELECT substr(text, ? + 1, ? - ?) FROM source_texts WHERE source_id = ?`)
    .pluck()
  return () => {
    const terms = like
      ? db.prepare('SELECT term FROM temp.vocabulary WHERE term LIKE ?').pluck().all(like)
      : []
    const rows = paragraphs.all(match ?? terms.map((term) => `"${term}"`).join(' OR '))
    for (const [id, start, stop] of rows.slice(0, shown)) words.get(start, stop, start, id)
    return rows
  }
}

/** SQLite has no regular expressions: every text is read, and asked for all places at once. */
function plainPattern(db, pattern) {
  const texts = db.prepare(
    `SELECT text FROM source_texts JOIN entities ON kind = 'sources' AND id = source_id
     WHERE deleted = 0 ORDER BY data ->> '$.number', id`,
  )
  const places = []
  for (const text of texts.pluck().iterate())
    for (const hit of text.matchAll(pattern)) places.push(hit.index)
  return places
}

/**
 * Every hit in a scope: paragraphs that hold the word with what of the scope touches them, in the order
 * of the sources, and the places of the word in their texts, each of which is read once. A hit is in
 * scope when all its letters are.
 */
function plainWithin(db, sql, values) {
  const text = db.prepare('SELECT text FROM source_texts WHERE source_id = ?').pluck()
  const hits = []
  let read = { id: null, text: '' }
  let last = { paragraph: -1, to: -1 }
  let places = []
  for (const [id, paragraph, stop, from, to] of db.prepare(sql).raw().iterate(values)) {
    if (read.id !== id) read = { id, text: text.get(id) }
    if (last.id !== id || last.paragraph !== paragraph) {
      last = { id, paragraph, from: -1, to: -1 }
      places = [...read.text.slice(paragraph, stop).matchAll(/(?<!\p{L})oppfølging(?!\p{L})/giu)]
    }
    // Parts come in order of their beginnings; those that touch are one.
    if (from > last.to) last = { ...last, from, to }
    else last.to = Math.max(last.to, to)
    places = places.filter(({ index, 0: word }) => {
      const start = paragraph + index
      if (start < last.from || start + word.length > last.to) return true
      hits.push([id, start, start + word.length])
      return false
    })
  }
  return hits
}

const inOrder = `JOIN entities sources ON sources.kind = 'sources' AND sources.id = paragraphs.source_id
    AND sources.deleted = 0
  WHERE paragraphs.id IN (SELECT rowid FROM paragraph_words WHERE paragraph_words MATCH :match)`
const inThatOrder = `ORDER BY sources.data ->> '$.number', sources.id, paragraphs.start`
/** In the order in which it is quick: else all that is coded is compared with all that is said. */
const inCode = `SELECT DISTINCT paragraphs.source_id, paragraphs.start, paragraphs.stop, passages.start, passages.stop
  FROM codings CROSS JOIN passages ON passages.id = codings.passage_id
  CROSS JOIN paragraphs ON paragraphs.source_id = passages.source_id
    AND passages.start < paragraphs.stop AND passages.stop > paragraphs.start
  ${inOrder} AND codings.code_id = :value ${inThatOrder}, passages.start`
const spoken = `SELECT DISTINCT paragraphs.source_id, paragraphs.start, paragraphs.stop, paragraphs.start, paragraphs.stop
  FROM paragraphs JOIN speakers ON speakers.source_id = paragraphs.source_id
    AND speakers.name = paragraphs.speaker`
const byPerson = `${spoken} ${inOrder} AND person_id = :value ${inThatOrder}`
const byAttribute = `${spoken} JOIN attribute_values ON holder_id = person_id
  ${inOrder} AND attribute_id = :value AND attribute_values.text = 'kommune' ${inThatOrder}`

/** What is counted of a search, each time of one that was not made before. */
async function counted(engine, db) {
  let blanks = rounds
  const fresh = () => ({ query: `oppfølging${' '.repeat((blanks += 1))}` })
  const several = async (name, most, ask, plainly) => {
    const [values, plain] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      values.push((await timed(ask)).milliseconds)
      if (plainly) plain.push((await timed(plainly)).milliseconds)
    }
    return line(name, median(values), most, plainly ? { baseline: median(plain) } : {})
  }
  const sourceIds = (await engine.query('sources.list')).items.map(({ id }) => id)
  const lines = []
  for (const by of ['source', 'person', 'form'])
    lines.push(
      await several(`hits counted by ${by}`, 1500, () =>
        engine.query('search.counts', { ...fresh(), by }),
      ),
    )
  for (const sort of ['words', 'left1', 'right1'])
    lines.push(
      await several(`all hits sorted by ${sort}`, 1500, () =>
        engine.query('search.hits', { ...fresh(), sort, limit: shown }),
      ),
    )
  for (const unit of ['hit', 'sentence', 'paragraph'])
    lines.push(
      await several(`what coding all hits would code, by ${unit}`, 1500, () =>
        engine.query('search.units', { ...fresh(), unit, limit: shown }),
      ),
    )
  lines.push(
    await several('neighbours of a word', 3000, () =>
      engine.query('search.collocations', { ...fresh(), limit: 100 }),
    ),
    await several(
      'how often each word occurs',
      1500,
      // All sources in another order each time: what is remembered is for another scope.
      () => {
        sourceIds.push(sourceIds.shift())
        return engine.query('search.words', { scope: { sourceIds }, limit: 200 })
      },
      () => db.prepare('SELECT term, cnt FROM temp.vocabulary ORDER BY cnt DESC').raw().all(),
    ),
  )
  return lines
}

function line(name, value, most, more = {}) {
  const { unit = 'ms', ...others } = more
  return report({ name, value, unit, target: `≤ ${most} ${unit}`, ok: value <= most, ...others })
}
