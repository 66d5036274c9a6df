// The command line in the repository: `npm run -s standpoint -- ARGS`. Installs and builds silently
// if needed, then hands standard input, output and the exit code to the program itself.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { dist } from './lib/paths.mjs'

bootstrap(import.meta.url)
const { ensureBuilt } = await import('./lib/build.mjs')
await ensureBuilt(['engine'])

const child = spawn(
  process.execPath,
  [join(dist, 'cli', 'standpoint.mjs'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
// The child sits in the same terminal and gets the signal too; it decides how to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
