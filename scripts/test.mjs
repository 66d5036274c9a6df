// Everything that is tested, from a fresh clone: installs, builds, fetches Electron if needed, and
// ends with one line, `N passed, N failed`. Parts can be named: `npm test -- unit engine`.
import { bootstrap } from './lib/bootstrap.mjs'

bootstrap(import.meta.url)

const { runStaticChecks } = await import('./lib/static-checks.mjs')
const { runPlaywright, runVitest } = await import('./lib/test-runs.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureElectron } = await import('./lib/electron-runtime.mjs')
const { ensureRedis, ensureSystemPackages } = await import('./lib/system-packages.mjs')

const parts = {
  static: runStaticChecks,
  unit: () => runVitest('unit'),
  engine: () => runVitest('engine'),
  e2e: () => runPlaywright('e2e'),
  security: () => runPlaywright('security'),
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(2)
}
const chosen = named.length > 0 ? named : Object.keys(parts)

const sum = { passed: 0, failed: 0, names: [] }
const add = ({ passed, failed, names }) => {
  sum.passed += passed
  sum.failed += failed
  sum.names.push(...names)
}

try {
  await ensureBuilt()
  if (chosen.includes('e2e') || chosen.includes('security')) {
    ensureSystemPackages({ display: true })
    await ensureElectron()
  }
  if (chosen.includes('engine')) ensureRedis()
} catch (error) {
  process.stdout.write(`The program could not be built or started: ${error.message}\n`)
  add({ passed: 0, failed: 1, names: ['building and starting the program'] })
}
for (const name of chosen) {
  process.stdout.write(`\n── ${name} ──\n`)
  add(await parts[name]())
}

// At the end, because who reads a long report begins there.
for (const name of sum.names) process.stdout.write(`\nfailed: ${name}`)
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
