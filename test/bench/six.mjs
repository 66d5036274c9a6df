import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { startEngine } from './engine-client.mjs'
import { letIn, typeLetter } from './live.mjs'
import { median, p95, report, rounded } from './report.mjs'
import { corpusText } from './texts.mjs'

const names = ['Anna', 'Bo', 'Cato', 'Dina', 'Egil', 'Frida']
/** What an engine may have more at the end than after the first tenth, without the data, in MB. */
const mostBeyond = 48

/**
 * Six analysts in one live session, each an engine of its own, each with an act a second: what their
 * engines take in memory after the first tenth of the time and at the end. What the data alone takes is
 * measured by opening the file of the host in a fresh engine, as it was at both moments.
 */
export async function benchSix(folder, minutes = 10) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'corpus.txt')
  writeFileSync(file, corpusText())
  const [anna, ...guests] = names.map(() => startEngine())
  const paths = names.map((name) => join(folder, `${name}.standpoint`))
  await anna.command('project.create', { path: paths[0], analyst: names[0] })
  const { items } = await anna.command('sources.import', { paths: [file] })
  const sourceId = items[0].sourceIds[0]
  const { text } = await anna.query('sources.text', { sourceId })
  const { id: codeId } = await anna.command('codes.create', { name: 'code' })
  const { id: memoId } = await anna.command('memos.create', { title: 'memo', text: 'Beginning.' })
  const bundle = join(folder, 'all.bundle')
  await anna.command('sync.bundle', { path: bundle })
  await anna.command('live.host', { address: '127.0.0.1' })
  for (const [index, guest] of guests.entries()) {
    const [path, analyst] = [paths[index + 1], names[index + 1]]
    await guest.command('project.join', { bundle, path, analyst })
    await letIn(anna, guest)
  }
  const engines = [anna, ...guests]
  const times = []
  const start = performance.now()
  const passed = () => (performance.now() - start) / 60_000
  const work = engines.map(async (engine, who) => {
    const doc = new Y.Doc()
    const { update } = await engine.query('memos.state', { memoId })
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    for (let number = 0; passed() < minutes; number++) {
      const begin = performance.now()
      if (number % 3 === 2) {
        const before = Y.encodeStateVector(doc)
        typeLetter(doc)
        const letter = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
        await engine.command('memos.write', { memoId, update: letter })
      } else {
        const at = ((number * 6 + who) * 7919) % (text.length - 300)
        await engine.command('passages.code', { sourceId, start: at, end: at + 60, codeId })
      }
      times.push(performance.now() - begin)
      await pause(Math.max(0, 1000 - (performance.now() - begin)))
    }
  })
  await pause((minutes * 60_000) / 10)
  const early = engines.map((engine) => engine.memory().now)
  const copy = join(folder, 'early.standpoint')
  await anna.command('backups.create', { path: copy })
  await Promise.all(work)
  await allTheSame(engines)
  const late = engines.map((engine) => engine.memory().now)
  await Promise.all(engines.map((engine) => engine.stop()))
  const data = (await memoryOf(paths[0], sourceId)) - (await memoryOf(copy, sourceId))
  const growth = late.map((value, index) => value - early[index] - data)
  const worst = Math.max(...growth)
  return report({
    name: `six analysts for ${minutes} minutes: memory beyond the data, the engine that grew most`,
    value: worst,
    unit: 'MB',
    target: `≤ ${mostBeyond} MB`,
    ok: worst <= mostBeyond,
    median: rounded(median(growth)),
    host: { early: rounded(early[0]), late: rounded(late[0]) },
    guests: { early: rounded(median(early.slice(1))), late: rounded(median(late.slice(1))) },
    data: rounded(data),
    file: rounded((statSync(paths[0]).size - statSync(copy).size) / 1024 / 1024),
    acts: times.length,
    act: { median: rounded(median(times)), p95: rounded(p95(times)) },
  })
}

async function allTheSame(engines) {
  for (;;) {
    const states = await Promise.all(
      engines.map(async (engine) => (await engine.query('sync.state')).state),
    )
    if (new Set(states).size === 1) return
    await pause(200)
  }
}

/** What an engine takes that has just opened a file and answered what a window asks. */
async function memoryOf(path, sourceId) {
  const engine = startEngine()
  await engine.command('project.open', { path })
  await engine.query('sources.passages', { sourceId })
  await engine.query('codes.list')
  const { now } = engine.memory()
  await engine.stop()
  return now
}
