import type { Project } from '../../project/project.ts'

export function titleOf(project: Project): string {
  return String(project.documents.get('project').getMap('meta').get('title') ?? '')
}
