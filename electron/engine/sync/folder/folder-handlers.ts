import type { CommandHandlers, QueryHandlers } from '../../handlers.ts'
import type { Session } from '../../project/session.ts'
import { Refusal } from '../../refusal.ts'

export function folderCommands(
  session: Session,
): CommandHandlers<'folder.use' | 'folder.leave' | 'folder.exchange'> {
  return {
    'folder.use': (settings, { project }) => {
      if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
      return session.folder.use(project, settings)
    },
    'folder.leave': (_, { project }) => {
      if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
      session.folder.leave(project)
      return {}
    },
    'folder.exchange': (_, { project }) => {
      if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
      return session.folder.exchange(project)
    },
  }
}

export function folderQueries(session: Session): QueryHandlers<'folder.status'> {
  return { 'folder.status': (_, { project }) => session.folder.status(project) }
}
