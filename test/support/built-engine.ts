import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from '../../scripts/lib/build.mjs'
import { dist, root } from '../../scripts/lib/paths.mjs'

/**
 * Before the tests of the engine: the command line and the engine's process as they are shipped. They
 * are started some hundred times, so what was compiled is kept; a process that is killed keeps nothing.
 */
export async function setup(): Promise<void> {
  await ensureBuilt(['engine'])
  process.env.NODE_COMPILE_CACHE = join(root, '.cache', 'compiled')
  spawnSync(process.execPath, [join(dist, 'cli', 'standpoint.mjs'), '--version'])
}
