import { leaksIn, type Leak, type Leaving } from '../../../shared/analysis/leaks/find-leaks.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { keyFileOf } from './key-file.ts'

/** What in an export could tell who somebody is, by what this project knows of people and consents. */
export async function lookForLeaks(
  project: Project,
  task: Task,
  leaving: Leaving,
): Promise<Leak[]> {
  const roles = listEntities(project, 'persons').map((person) => String(person.role))
  const sources = listEntities(project, 'sources').map(
    (source) =>
      [
        source.id,
        {
          title: String(source.title),
          verbatim: source.verbatim !== false,
          deleteBy: typeof source.deleteBy === 'string' ? source.deleteBy : '',
        },
      ] as const,
  )
  const looking = leaksIn(leaving, {
    names: [...(keyFileOf(project)?.names.keys() ?? [])],
    roles,
    sources: new Map(sources),
    today: project.now().slice(0, 10),
  })
  for (;;) {
    const { done, value } = looking.next()
    if (done) return value
    await task.rest()
  }
}
