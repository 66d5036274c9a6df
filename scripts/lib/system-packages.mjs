import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a bare Debian or Ubuntu lacks for Electron (by library) and for tests (by program). */
const libraries = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libgbm.so.1': ['libgbm1'],
}
const displayPrograms = { Xvfb: ['xvfb'], xauth: ['xauth'] }
const redisPrograms = { 'redis-server': ['redis-server'] }

/**
 * Makes sure that Electron's system libraries are there, and with `display` also a virtual display.
 * Installs them where that is possible without asking (Debian, root); otherwise says what to do.
 */
export function ensureSystemPackages({ display }) {
  if (process.platform !== 'linux') return
  const missing = missingPackages(display)
  if (missing.length === 0) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !isOnPath('apt-get')) {
    fail(missing)
  }
  process.stderr.write(`Installing ${missing.map(([name]) => name).join(', ')} …\n`)
  apt(['update', '-qq'])
  const names = missing.map((candidates) => candidates.find(isInstallable) ?? candidates.at(-1))
  apt(['install', '-y', '-qq', '--no-install-recommends', ...names])
  const still = missingPackages(display)
  if (still.length > 0) fail(still)
}

/**
 * Makes sure that Redis is there, for the tests of an institution's servers. Where it cannot be
 * installed without asking it is said, and the test that needs it fails; it keeps nothing else waiting.
 */
export function ensureRedis() {
  const missing = missingPrograms(redisPrograms)
  if (process.platform !== 'linux' || missing.length === 0) return
  if (process.getuid?.() === 0 && isOnPath('apt-get')) {
    process.stderr.write('Installing redis-server …\n')
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', 'redis-server'])
  }
  if (missingPrograms(redisPrograms).length > 0) say(missing)
}

function missingPrograms(programs) {
  return Object.entries(programs)
    .filter(([program]) => !isOnPath(program))
    .map(([, names]) => names)
}

function missingPackages(display) {
  const known = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  }).stdout
  // Without ldconfig (not every Linux has it) the libraries are taken for granted.
  const wantedLibraries = known ? Object.entries(libraries) : []
  return [
    ...wantedLibraries.filter(([file]) => !known.includes(file)).map(([, names]) => names),
    ...(display ? missingPrograms(displayPrograms) : []),
  ]
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, program)))
}

/** A name that only other packages provide has no candidate of its own. */
function isInstallable(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' })
  return /Candidate: (?!\(none\))/.test(stdout ?? '')
}

function apt(args) {
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function fail(missing) {
  say(missing)
  process.exit(1)
}

function say(missing) {
  const names = missing.map((candidates) => candidates.at(-1)).join(' ')
  process.stderr.write(
    `System packages are missing. Install them and try again, on Debian and Ubuntu with:\n` +
      `  sudo apt-get install ${names}\n`,
  )
}
