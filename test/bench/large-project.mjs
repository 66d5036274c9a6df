import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from '../../scripts/lib/paths.mjs'
import { startEngine, timed } from './engine-client.mjs'
import { median, note, report, rounded } from './report.mjs'
import { madeUpText, randomFrom } from './texts.mjs'

/** To be raised when the generator or the project format changes: the file is made anew. */
const key = 'large-3'
const sources = 1000
const charactersEach = 50_000
const codingsEach = 100
const codesInProject = 300
const folder = join(cache, 'bench')
const filesAtOnce = 20

/** Opening, memory and search of a project of 1,000 sources. */
export async function benchLargeProject() {
  const path = await largeProject()
  const opened = []
  const memories = []
  let search
  for (let round = 0; round < 3; round++) {
    const engine = startEngine()
    // The program has been started before a project is opened: not part of the opening.
    await engine.query('project.info').catch(() => {})
    const { milliseconds } = await timed(async () => {
      await engine.command('project.open', { path })
      await Promise.all(
        ['sources.list', 'codes.list', 'project.counts'].map((name) => engine.query(name)),
      )
    })
    opened.push(milliseconds)
    search = await benchSearches(engine)
    memories.push(engine.memory())
    await engine.command('project.close')
    await engine.stop()
  }
  const opening = median(opened)
  const highest = Math.max(...memories.map((memory) => memory.highest))
  const isOpenQuick = report({
    name: 'open a project of 1,000 sources, 50 million characters, 100,000 codings',
    value: opening,
    unit: 'ms',
    target: '≤ 2000 ms',
    ok: opening <= 2000,
    slowest: rounded(Math.max(...opened)),
  })
  const isSmall = report({
    name: 'memory of the engine after opening and searching it, highest',
    value: highest,
    unit: 'MB',
    target: '< 400 MB',
    ok: highest < 400,
  })
  return [isOpenQuick, isSmall, ...search.map(report)].every(Boolean)
}

async function benchSearches(engine) {
  const queries = {
    'a common word': 'oppfølging',
    'a rare word': 'sjeldenord77',
    'two words': 'vedtak rapport',
    'a phrase': '"kan ikke"',
    'the beginning of a word': 'arb*',
  }
  const lines = []
  for (const [name, query] of Object.entries(queries)) {
    const times = []
    for (let round = 0; round < 5; round++) {
      const { milliseconds } = await timed(() => engine.query('search.text', { query, limit: 50 }))
      times.push(milliseconds)
    }
    const value = median(times)
    lines.push({
      name: `search in it, first 50 hits: ${name}`,
      value,
      unit: 'ms',
      target: '≤ 100 ms',
      ok: value <= 100,
      first: rounded(times[0]),
    })
  }
  return lines
}

/** The project file, made through the engine's own commands; kept between runs. */
export async function largeProject() {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${key}.standpoint`)
  if (existsSync(path)) return path
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  const started = performance.now()
  const draft = join(folder, 'draft.standpoint')
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  const engine = startEngine()
  await engine.command('project.create', { path: draft, title: 'Large project' })
  const codeIds = await makeCodes(engine)
  const random = randomFrom(7)
  for (let first = 1; first <= sources; first += filesAtOnce) {
    const paths = Array.from({ length: filesAtOnce }, (_, index) => {
      const path = join(texts, `interview-${first + index}.txt`)
      writeFileSync(path, madeUpText(charactersEach, first + index))
      return path
    })
    const { items } = await engine.command('sources.import', { paths, options: { reflow: 'off' } })
    for (const { sourceIds } of items) await codeSource(engine, sourceIds[0], codeIds, random)
    for (const path of paths) rmSync(path)
    if (first % 100 === 1) process.stderr.write(`large project: ${first - 1} of ${sources} …\n`)
  }
  await engine.command('project.close')
  await engine.stop()
  rmSync(texts, { recursive: true })
  renameSync(draft, path)
  const seconds = Math.round((performance.now() - started) / 1000)
  note(`Made the large project in ${seconds} s; it is kept in .cache/bench for the next time.`)
  return path
}

async function makeCodes(engine) {
  const ids = []
  for (let number = 1; number <= codesInProject; number++) {
    const parentId = number % 10 === 1 ? null : ids[number - 1 - ((number - 1) % 10)]
    const code = await engine.command('codes.create', { name: `code ${number}`, parentId })
    ids.push(code.id)
  }
  return ids
}

/** Four codes on each of 25 passages; sent without waiting for one another. */
export async function codeSource(engine, sourceId, codeIds, random) {
  const commands = Array.from({ length: codingsEach / 4 }, () => {
    const start = Math.floor(random() * (charactersEach - 600))
    const end = start + 50 + Math.floor(random() * 400)
    const first = Math.floor(random() * (codeIds.length - 4))
    return engine.command('passages.code', {
      sourceId,
      start,
      end,
      codeIds: codeIds.slice(first, first + 4),
    })
  })
  await Promise.all(commands)
}
