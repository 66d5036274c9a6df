// Starts the program from the repository: `npm start`, or `npm start -- FILE.standpoint`.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { hasDisplay } from './lib/display.mjs'
import { root } from './lib/paths.mjs'

bootstrap(import.meta.url)

const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureElectron } = await import('./lib/electron-runtime.mjs')
const { ensureSystemPackages } = await import('./lib/system-packages.mjs')

if (!hasDisplay()) {
  end('There is no display here. On a computer without one: xvfb-run -a npm start')
}
ensureSystemPackages({ display: false })
await ensureBuilt()
const { executable, folder } = await ensureElectron()

const isRoot = process.getuid?.() === 0
if (isRoot) {
  process.stderr.write('Running as root: Chromium allows that only without its sandbox.\n')
} else {
  checkSandbox()
}

const given = process.argv
  .slice(2)
  .map((argument) =>
    argument.startsWith('-') ? argument : resolve(process.env.INIT_CWD ?? '.', argument),
  )
const environment = { ...process.env }
// Set in the terminals of some editors; it would turn Electron into a plain Node.
delete environment.ELECTRON_RUN_AS_NODE
const child = spawn(executable, [root, ...(isRoot ? ['--no-sandbox'] : []), ...given], {
  stdio: 'inherit',
  env: environment,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => end(error.message))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)))

/** Some distributions (Ubuntu 24.04) let a program build its sandbox only if it was set up for it. */
function checkSandbox() {
  if (process.platform !== 'linux') return
  const isRestricted =
    kernelSetting('apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('unprivileged_userns_clone') === '0'
  const helper = join(folder, 'chrome-sandbox')
  if (!isRestricted || !existsSync(helper)) return
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & 0o4000) !== 0) return
  end(
    'This system wants to be told once that the program may use its sandbox:\n' +
      `  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}\n` +
      'Then start again.',
  )
}

function kernelSetting(name) {
  const path = join('/proc/sys/kernel', name)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

function end(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
