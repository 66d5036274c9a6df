import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The published schema lies beside the repository where it is there at all. */
const SCHEMA = fileURLToPath(new URL('../../../../shared/refi-qda/Codebook.xsd', import.meta.url))

/**
 * Why the codebook cannot be validated here; `undefined` when it can. The reason is printed, so
 * that a run without the check is seen to be one.
 */
export function whyNoSchemaCheck(): string | undefined {
  if (!existsSync(SCHEMA)) return say('the REFI-QDA schema is not beside the repository')
  if (hasXmllint()) return undefined
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'libxml2-utils'])
    if (hasXmllint()) return undefined
  }
  return say('xmllint is not installed (Debian: libxml2-utils)')
}

/** What xmllint complains of; empty when the file is valid. */
export function schemaErrors(xml: string): string {
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  return run.status === 0 ? '' : run.stderr
}

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function say(reason: string): string {
  console.log(`schema check left out: ${reason}`)
  return reason
}
