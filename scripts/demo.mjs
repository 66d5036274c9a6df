// Starts the real program, does the main job on the sample texts and leaves pictures of it and the
// exported codebook in a folder: `npm run demo`, or `npm run demo -- FOLDER`. Prints the folder.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { root } from './lib/paths.mjs'

bootstrap(import.meta.url)

const { runScene } = await import('./lib/scene.mjs')

const given = process.argv[2]
const folder =
  given === undefined
    ? join(root, 'test-results', 'demo')
    : resolve(process.env.INIT_CWD ?? '.', given)
mkdirSync(folder, { recursive: true })
const code = await runScene('demo', [folder])
if (code === 0) process.stdout.write(`${folder}\n`)
process.exit(code)
