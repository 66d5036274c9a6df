// Measures what users wait for and prints one JSON line for each: `npm run bench`. With `--quick`
// without the project of 1,000 sources. Parts can be named: `npm run bench -- import coding`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { root } from './lib/paths.mjs'

bootstrap(import.meta.url)

const { ensureBuilt } = await import('./lib/build.mjs')
const { onADisplay } = await import('./lib/display.mjs')
const { ensureElectron } = await import('./lib/electron-runtime.mjs')
const { run } = await import('./lib/run-tool.mjs')
const { ensureSystemPackages } = await import('./lib/system-packages.mjs')
const { benchImport } = await import('../test/bench/import-text.mjs')
const { benchCoding } = await import('../test/bench/coding.mjs')
const { benchSample } = await import('../test/bench/sample.mjs')
const { benchLive } = await import('../test/bench/live.mjs')
const { benchSix } = await import('../test/bench/six.mjs')
const { benchLargeProject } = await import('../test/bench/large-project.mjs')
const { benchSearch } = await import('../test/bench/search.mjs')
const { benchAsk } = await import('../test/bench/ask.mjs')
const { benchReportFile } = await import('../test/bench/report-file.mjs')
const { benchMerge } = await import('../test/bench/merge.mjs')

const scratch = mkdtempSync(join(tmpdir(), 'standpoint-bench-'))
const parts = {
  import: () => benchImport(join(scratch, 'import')),
  coding: () => benchCoding(join(scratch, 'coding')),
  live: () => benchLive(join(scratch, 'live')),
  six: () => benchSix(join(scratch, 'six'), Number(process.env.STANDPOINT_MINUTES ?? 10)),
  sample: () => benchSample(join(scratch, 'sample')),
  large: () => benchLargeProject(),
  search: () => benchSearch(scratch),
  ask: () => benchAsk(scratch),
  report: () => benchReportFile(scratch),
  merge: () => benchMerge(join(scratch, 'merge')),
  window: () => benchWindow('window.mjs'),
  map: () => benchWindow('map.mjs'),
  matrix: () => benchWindow('matrix.mjs'),
}

/** Parts that take many minutes, and are measured only when they are named. */
const onlyNamed = new Set(['six'])

/** Parts that are measured in the window. */
const onScreen = new Set(['window', 'map', 'matrix'])

const given = process.argv.slice(2)
const isQuick = given.includes('--quick')
const named = given.filter((argument) => !argument.startsWith('--'))
const unknown = named.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(2)
}
const chosen = Object.keys(parts).filter(
  (name) =>
    (named.includes(name) || (named.length === 0 && !onlyNamed.has(name))) &&
    !(isQuick && ['large', 'search', 'ask', 'report', 'merge', 'matrix'].includes(name)),
)

let allMet = true
try {
  await ensureBuilt(chosen.some((name) => onScreen.has(name)) ? undefined : ['engine'])
  for (const name of chosen) allMet = (await parts[name]()) && allMet
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
process.exit(allMet ? 0 : 1)

/** In a process of its own, because it needs a display, and Node to read TypeScript. */
async function benchWindow(script) {
  ensureSystemPackages({ display: true })
  await ensureElectron()
  const [command, args] = onADisplay(process.execPath, [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    join(root, 'test', 'bench', script),
  ])
  const { code } = await run(command, args)
  return code === 0
}
