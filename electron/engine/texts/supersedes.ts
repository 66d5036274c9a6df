import { cyclesOf } from '../../../shared/analysis/graph.ts'
import type { Project } from '../project/project.ts'
import { keyOf } from './hierarchy.ts'
import { listLinks } from './text-list.ts'

const mostNamed = 20

/**
 * Rings of texts of which each supersedes the next, one sentence each. No command makes one, but a
 * merge can: where one copy says that A supersedes B and the other that B supersedes A, both are kept.
 */
export function supersedesRings(project: Project): string[] {
  const edges = listLinks(project)
    .filter((link) => link.relation === 'supersedes')
    .map((link) => ({ from: keyOf(link.from), to: keyOf(link.to), link }))
  return cyclesOf(edges, mostNamed).cycles.map((ring) => {
    const names = ring.map(({ link }) => `“${link.fromLabel}”`)
    const ids = ring.map(({ link }) => link.id).join(', ')
    return `supersedes goes round in a ring: ${[...names, names[0]].join(' → ')} (links ${ids}); delete the link that does not hold`
  })
}
