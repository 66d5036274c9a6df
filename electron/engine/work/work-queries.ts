import type { QueryHandlers } from '../handlers.ts'
import { compareProcesses } from './compare-processes.ts'
import { listActors, listFlows, listProcesses, listSites, listSteps } from './work-list.ts'

export const workQueries: QueryHandlers<
  | 'actors.list'
  | 'sites.list'
  | 'processes.list'
  | 'steps.list'
  | 'flows.list'
  | 'processes.compare'
> = {
  'actors.list': (_, { project }) => ({ items: listActors(project) }),
  'sites.list': (_, { project }) => ({ items: listSites(project) }),
  'processes.list': (_, { project }) => ({ items: listProcesses(project) }),
  'steps.list': (filter, { project }) => ({ items: listSteps(project, filter) }),
  'flows.list': (filter, { project }) => ({ items: listFlows(project, filter) }),
  'processes.compare': ({ processIds }, { project }) => compareProcesses(project, processIds),
}
