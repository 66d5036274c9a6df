import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './launch.ts'

/** Runs the command line and answers its JSON; fails loudly if it refuses. */
export function standpoint(...args: string[]): unknown {
  const out = outputOf(args)
  return out === '' ? undefined : JSON.parse(out)
}

/** Carries out commands on a project that is not open, faster than a window would. */
export function runCommands(project: string, commands: readonly object[]): void {
  const file = `${project}.jsonl`
  writeFileSync(file, commands.map((line) => JSON.stringify(line)).join('\n'))
  outputOf(['run', project, file])
}

function outputOf(args: readonly string[]): string {
  const script = join(repository, 'dist', 'cli', 'standpoint.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--json'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`standpoint ${args.join(' ')}: ${status}\n${stdout}\n${stderr}`)
  return stdout.trim()
}

/**
 * Makes a project file with the given texts as sources, past the window: a scene for tests that
 * begin with an open project. `texts` maps file names to contents.
 */
export function makeProject(folder: string, texts: Record<string, string> = {}): string {
  const path = join(folder, 'Test.standpoint')
  standpoint('new', path, '--title', 'Test', '--analyst', 'Kari Nordmann')
  const files = Object.entries(texts).map(([name, text]) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  })
  if (files.length > 0) standpoint('import', path, ...files)
  return path
}
