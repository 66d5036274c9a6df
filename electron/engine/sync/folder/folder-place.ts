import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Project } from '../../project/project.ts'
import { messageOf, Refusal } from '../../refusal.ts'

const prefix = 'standpoint-'

export function projectId(project: Project): string {
  return String(project.documents.get('project').getMap('meta').get('id') ?? '')
}

/** Where the parts of a project stand inside the folder that was chosen; the choice may be that itself. */
export function partsFolder(project: Project, path: string): string {
  const name = `${prefix}${projectId(project)}`
  return basename(path) === name ? path : join(path, name)
}

/**
 * A folder that may be used: it is there, can be written to, and the project's own file does not lie in
 * it (F2). Makes the place of the parts.
 */
export function prepareFolder(project: Project, path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new Refusal('file.notFound', { path })
  const place = realpathSync(path)
  if (liesIn(realpathSync(dirname(project.path)), place))
    throw new Refusal('folder.holdsProject', { path: project.path })
  try {
    mkdirSync(partsFolder(project, path), { recursive: true })
  } catch (error) {
    throw new Refusal('file.notWritable', { path, problem: messageOf(error) })
  }
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return (
    way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|\\\\)/.test(way))
  )
}
