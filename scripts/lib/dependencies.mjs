import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, root } from './paths.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(modules, '.standpoint-lock')

/**
 * Installs exactly what the lockfile names, if that is not what stands in `node_modules` already.
 * Needs nothing but Node's own modules, because it runs before anything is installed.
 */
export function ensureDependencies() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (readIfThere(stampFile) === stamp) return
  if (!installedMatchesLock()) {
    process.stderr.write('Installing the dependencies (npm ci) …\n')
    // No package here needs an install script: native parts come prebuilt inside the packages.
    const result = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    if (result.status !== 0) {
      process.stderr.write('npm ci failed; nothing was started. Is the network reachable?\n')
      process.exit(1)
    }
  }
  writeFileSync(stampFile, stamp)
}

/**
 * Whether npm's record of what it installed holds every package of the lockfile in the same build.
 * Spares a full `npm ci` after `npm install NAME`, which leaves both in step.
 */
function installedMatchesLock() {
  const record = readIfThere(join(modules, '.package-lock.json'))
  if (record === undefined) return false
  const installed = JSON.parse(record).packages
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    // npm leaves out optional packages of other platforms.
    if (there === undefined) return entry.optional === true
    return there.version === entry.version && there.integrity === entry.integrity
  })
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
