import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { startEngine, timed } from './engine-client.mjs'
import { codeSource, largeProject } from './large-project.mjs'
import { median, report } from './report.mjs'
import { randomFrom } from './texts.mjs'

const codedSources = 100
const rounds = 3

/** Merging a bundle of 10,000 codings in 100 sources into the project of 100,000. */
export async function benchMerge(folder) {
  mkdirSync(folder, { recursive: true })
  const large = await largeProject()
  const bundle = join(folder, 'from-partner.bundle')
  const partner = join(folder, 'partner.standpoint')
  copyFileSync(large, partner)
  await codeAsPartner(partner, bundle)
  const merging = []
  const plain = []
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `own-${round}.standpoint`)
    copyFileSync(large, path)
    const copy = join(folder, `plain-${round}.standpoint`)
    copyFileSync(large, copy)
    plain.push(mergePlain(copy, partner))
    const engine = startEngine()
    await engine.command('project.open', { path })
    const { milliseconds, value } = await timed(() =>
      engine.command('sync.merge', { path: bundle }),
    )
    const codings = value.counts.find(({ kind }) => kind === 'codings')
    if (codings?.added !== 10_000) throw new Error(`merged ${JSON.stringify(value.counts)}`)
    merging.push(milliseconds)
    await engine.command('project.close')
    await engine.stop()
    mustAgree(path, copy)
    for (const file of [path, copy]) rmSync(file)
  }
  const value = median(merging)
  const baseline = median(plain)
  return report({
    name: 'merge a bundle of 10,000 codings into a project of 100,000',
    value,
    unit: 'ms',
    baseline,
    target: '≤ 5000 ms and ≤ 3 × plain Yjs and SQLite',
    each: merging.map(Math.round),
    baselines: plain.map(Math.round),
    ok: value <= 5000 && value <= 3 * baseline,
  })
}

async function codeAsPartner(path, bundle) {
  const engine = startEngine()
  await engine.command('project.open', { path })
  const { state } = await engine.query('sync.state')
  const { id } = await engine.command('analysts.create', { name: 'Partner' })
  await engine.command('analysts.use', { analystId: id })
  const { items: sources } = await engine.query('sources.list')
  const { items: codes } = await engine.query('codes.list')
  const random = randomFrom(11)
  for (const source of sources.slice(0, codedSources))
    await codeSource(
      engine,
      source.id,
      codes.map((code) => code.id),
      random,
    )
  await engine.command('sync.bundle', { path: bundle, since: state })
  await engine.command('project.close')
  await engine.stop()
}

/** Tables of which the partner's file has rows that are to come: with the columns that are written. */
const tables = {
  passages: 'id, source_id, start, length, state, quote, created, created_by, layer, record',
  codings:
    'id, passage_id, source_id, code_id, analyst_id, layer, weight, comment, created, created_by, changed',
  entities: 'kind, id, deleted, data',
  activity: 'seq, time, analyst_id, device_id, command, label, changes, stream, number',
  activity_entities: 'entity, seq',
}

/**
 * The same with Yjs and SQLite alone, in milliseconds, in a copy of the same file: each document that
 * differs is read from its log, the update applied and appended, and the rows that came are inserted,
 * which are at hand; all in one durable transaction.
 */
function mergePlain(path, partner) {
  const db = new Database(path)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -16000'])
    db.pragma(pragma)
  const theirs = new Database(partner, { readonly: true })
  const updates = updatesOf(db, theirs)
  const rows = Object.entries(tables).map(([table, columns]) => {
    const all = (from) => from.prepare(`SELECT ${columns} FROM ${table}`).raw().all()
    const known = new Set(all(db).map((row) => JSON.stringify(row)))
    const came = all(theirs).filter((row) => !known.has(JSON.stringify(row)))
    return { table, columns, came }
  })
  theirs.close()
  const started = performance.now()
  db.transaction(() => {
    const read = db.prepare(bytesOfDocument).pluck()
    const append = db.prepare('INSERT INTO log (doc, time, bytes) VALUES (?, ?, ?)')
    for (const { name, update } of updates) {
      const doc = new Y.Doc()
      // The quickest way to read a document; merging the updates before takes more than twice as long.
      doc.transact(() => {
        for (const bytes of read.all(name, name)) Y.applyUpdate(doc, bytes)
      })
      Y.applyUpdate(doc, update)
      append.run(name, '2026-11-22T12:00:00.000Z', update)
      doc.destroy()
    }
    for (const { table, columns, came } of rows) {
      const places = columns.replaceAll(/\w+/g, '?')
      const insert = db.prepare(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${places})`)
      for (const row of came) insert.run(...row)
    }
  })()
  const milliseconds = performance.now() - started
  db.close()
  return milliseconds
}

const bytesOfDocument = `SELECT bytes FROM (SELECT 0 seq, bytes FROM snapshots WHERE doc = ?
  UNION ALL SELECT seq, bytes FROM log WHERE doc = ?) ORDER BY seq`

/** What the partner's documents have and the own ones do not. */
function updatesOf(own, theirs) {
  const bytesOf = (db, name) => db.prepare(bytesOfDocument).pluck().all(name, name)
  const names = theirs.prepare('SELECT DISTINCT doc FROM log').pluck().all()
  return names
    .map((name) => ({ name, own: bytesOf(own, name), theirs: bytesOf(theirs, name) }))
    .filter((each) => each.theirs.length > each.own.length)
    .map((each) => {
      const vector = Y.encodeStateVectorFromUpdate(Y.mergeUpdates(each.own))
      return { name: each.name, update: Y.diffUpdate(Y.mergeUpdates(each.theirs), vector) }
    })
}

/** Both ways must have come to the same rows, or the one is no measure for the other. */
function mustAgree(path, plain) {
  const db = new Database(path, { readonly: true })
  db.exec(`ATTACH '${plain}' AS plain`)
  for (const table of ['passages', 'codings', 'entities']) {
    const select = (schema) => `SELECT ${tables[table]} FROM ${schema}.${table}`
    for (const [one, other] of [
      ['main', 'plain'],
      ['plain', 'main'],
    ]) {
      const [row] = db.prepare(`${select(one)} EXCEPT ${select(other)} LIMIT 1`).all()
      if (row) throw new Error(`${table} only in ${one}: ${JSON.stringify(row)}`)
    }
  }
  db.close()
}
