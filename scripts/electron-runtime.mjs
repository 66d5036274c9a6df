// Finds or fetches the Electron to run and prints the path of its executable.
import { bootstrap } from './lib/bootstrap.mjs'
import { ensureSystemPackages } from './lib/system-packages.mjs'

bootstrap(import.meta.url)
ensureSystemPackages({ display: false })
const { ensureElectron } = await import('./lib/electron-runtime.mjs')
const { executable } = await ensureElectron()
process.stdout.write(`${executable}\n`)
