// Writes docs/contract.md from shared/contract. A test fails when the two differ.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap } from './lib/bootstrap.mjs'
import { root } from './lib/paths.mjs'

bootstrap(import.meta.url)

const script = `import('./shared/contract/reference.ts').then((m) => process.stdout.write(m.contractReference()))`
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  ['--input-type=module', '-e', script],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
if (status !== 0) {
  process.stderr.write(stderr)
  process.exit(1)
}
writeFileSync(join(root, 'docs', 'contract.md'), stdout)
