import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './dependencies.mjs'
import { handOver } from './newer-node.mjs'

/**
 * First line of every script that needs more than Node itself: dependencies as the lockfile names
 * them, then a Node that is new enough. `moduleUrl` is the caller's `import.meta.url`.
 */
export function bootstrap(moduleUrl) {
  ensureDependencies()
  handOver(fileURLToPath(moduleUrl))
}
