// Takes the pictures of the documentation anew: `npm run screenshots`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { root } from './lib/paths.mjs'

bootstrap(import.meta.url)

const { runScene } = await import('./lib/scene.mjs')

const folder = join(root, 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })
const code = await runScene('screenshots', [folder])
if (code === 0) process.stdout.write(`${folder}\n`)
process.exit(code)
