import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { onADisplay } from './display.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { root } from './paths.mjs'
import { run } from './run-tool.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Runs one of the scenes in `test/e2e/scenes` with the real program on a display, a virtual one where
 * there is no other. Answers its exit code; what it says goes to this process's streams.
 */
export async function runScene(name, args) {
  ensureSystemPackages({ display: true })
  await ensureBuilt()
  await ensureElectron()
  const [command, commandArgs] = onADisplay(process.execPath, [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    join(root, 'test', 'e2e', 'scenes', `${name}.ts`),
    ...args,
  ])
  const { code } = await run(command, commandArgs)
  return code
}
