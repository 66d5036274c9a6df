// The one command that checks everything CI checks: `npm test` with all its parts, and that the
// generated list of licences is up to date.
import { bootstrap } from './lib/bootstrap.mjs'

bootstrap(import.meta.url)

const { run } = await import('./lib/run-tool.mjs')

const licences = await run(process.execPath, ['scripts/licences.mjs', '--check'])
const tests = await run(process.execPath, ['scripts/test.mjs'])
process.exit(licences.code || tests.code)
