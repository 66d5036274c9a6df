// Builds what is out of date into `dist/`: engine and command line, main and preload, the window.
// Parts can be named: `npm run build -- engine`.
import { bootstrap } from './lib/bootstrap.mjs'

bootstrap(import.meta.url)
const { ensureBuilt } = await import('./lib/build.mjs')
const named = process.argv.slice(2)
await ensureBuilt(named.length > 0 ? named : undefined)
