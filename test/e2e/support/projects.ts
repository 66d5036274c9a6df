import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../../shared/contract/index.ts'
import { Side } from '../../engine/support/side.ts'

/** An engine without a window. It takes half a second to start, so the tests of a worker share it. */
let shared: Side | undefined
const engine = (): Side => (shared ??= new Side())

/** Carries out a command on the project that is open without a window. */
export async function act<N extends CommandName>(
  name: N,
  args: CommandInput<N>,
): Promise<CommandOutput<N>> {
  return (await engine().ask('command', name, args)) as CommandOutput<N>
}

/** Asks about the project that is open without a window. */
export async function ask<N extends QueryName>(
  name: N,
  args: QueryInput<N>,
): Promise<QueryOutput<N>> {
  return (await engine().ask('query', name, args)) as QueryOutput<N>
}

/** Opens a project without a window, works on it with `act` and `ask`, and closes it. */
export async function inProject<T>(path: string, work: () => Promise<T>): Promise<T> {
  await act('project.open', { path })
  return await untilClosed(work)
}

async function untilClosed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await act('project.close', {})
  }
}

/** Makes a project file with these files as sources, past the window; answers its path. */
export async function makeProjectOf(
  folder: string,
  title: string,
  files: readonly string[],
): Promise<string> {
  const path = join(folder, `${title}.standpoint`)
  await act('project.create', { path, title, analyst: 'Kari Nordmann' })
  return await untilClosed(async () => {
    if (files.length === 0) return path
    const { items } = await act('sources.import', { paths: [...files] })
    const failed = items.filter(({ ok }) => !ok)
    if (failed.length > 0) throw new Error(JSON.stringify(failed))
    return path
  })
}

/**
 * Makes a project file with the given texts as sources, past the window: a scene for tests that
 * begin with an open project. `texts` maps file names to contents.
 */
export async function makeProject(
  folder: string,
  texts: Record<string, string> = {},
): Promise<string> {
  const files = Object.entries(texts).map(([name, text]) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  })
  return await makeProjectOf(folder, 'Test', files)
}

/** Writes everything in a project into a bundle beside it; answers its path. */
export async function bundleOf(project: string): Promise<string> {
  const path = `${project}.bundle`
  await inProject(project, () => act('sync.bundle', { path }))
  return path
}

/** Makes a project of somebody's own from a bundle. */
export async function joinProject(bundle: string, path: string, analyst: string): Promise<void> {
  await act('project.join', { bundle, path, analyst })
  await act('project.close', {})
}
