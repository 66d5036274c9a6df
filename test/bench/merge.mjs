import { copyFileSync, mkdirSync } from 'node:fs'
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
    plain.push(mergePlain(path, partner, join(folder, `plain-${round}.db`)))
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
  }
  const value = median(merging)
  const baseline = median(plain)
  return report({
    name: 'merge a bundle of 10,000 codings into a project of 100,000',
    value,
    unit: 'ms',
    baseline,
    target: '≤ 5000 ms and ≤ 3 × plain Yjs and SQLite',
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

/**
 * The same with Yjs and SQLite alone, in milliseconds: each document that differs is read from the log,
 * the update applied and appended, and a row written for each coding and each passage that came.
 */
function mergePlain(path, partner, target) {
  const own = new Database(path, { readonly: true })
  const theirs = new Database(partner, { readonly: true })
  const names = own.prepare('SELECT DISTINCT doc FROM log').pluck().all()
  const bytesOf = (db, name) =>
    db
      .prepare(
        `SELECT bytes FROM (SELECT 0 seq, bytes FROM snapshots WHERE doc = ?
         UNION ALL SELECT seq, bytes FROM log WHERE doc = ?) ORDER BY seq`,
      )
      .pluck()
      .all(name, name)
  const changed = names
    .map((name) => ({ name, own: bytesOf(own, name), theirs: bytesOf(theirs, name) }))
    .filter((each) => each.theirs.length > each.own.length)
    .map((each) => {
      const vector = Y.encodeStateVectorFromUpdate(Y.mergeUpdates(each.own))
      return { ...each, update: Y.diffUpdate(Y.mergeUpdates(each.theirs), vector) }
    })
  own.close()
  theirs.close()
  const db = new Database(target)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE log (seq INTEGER PRIMARY KEY, doc TEXT, bytes BLOB);
    CREATE TABLE items (id TEXT PRIMARY KEY, kind TEXT, doc TEXT, code TEXT, data TEXT);
    CREATE INDEX items_by_code ON items (code, doc)`)
  const started = performance.now()
  db.transaction(() => {
    for (const { name, own: before, update } of changed) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.mergeUpdates(before))
      const known = new Set([...doc.getMap('codings').keys(), ...doc.getMap('passages').keys()])
      Y.applyUpdate(doc, update)
      db.prepare('INSERT INTO log (doc, bytes) VALUES (?, ?)').run(name, update)
      const insert = db.prepare('INSERT INTO items VALUES (?, ?, ?, ?, ?)')
      for (const kind of ['passages', 'codings'])
        for (const [id, item] of doc.getMap(kind))
          if (!known.has(id)) insert.run(id, kind, name, item.codeId ?? '', JSON.stringify(item))
      doc.destroy()
    }
  })()
  const milliseconds = performance.now() - started
  db.close()
  return milliseconds
}
