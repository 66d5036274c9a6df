import type { CommandName, QueryName } from '../../../../shared/contract/index.ts'
import type { CommandHandlers, QueryHandlers } from '../../handlers.ts'
import type { Live } from './live.ts'

type LiveCommand = Extract<CommandName, `live.${string}`>
type LiveQuery = Extract<QueryName, `live.${string}`>

export function liveCommands(live: Live): CommandHandlers<LiveCommand> {
  return {
    'live.host': async (where, { project }) => {
      await live.host(project, where)
      return live.status(project)
    },
    'live.stop': (_, { project }) => {
      live.mustBeHost()
      live.stop()
      return live.status(project)
    },
    'live.invite': ({ minutes = 30 }) => live.invite(minutes),
    'live.admit': ({ guest }, { project }) => {
      live.decide(guest, true)
      return live.status(project)
    },
    'live.refuse': ({ guest }, { project }) => {
      live.decide(guest, false)
      return live.status(project)
    },
    'live.remove': ({ device }, { project }) => {
      live.remove(device)
      return live.status(project)
    },
    'live.join': ({ invitation }, { project }) => {
      live.join(project, invitation)
      return live.status(project)
    },
    'live.leave': (_, { project }) => {
      live.mustBeGuest()
      // Commands go on meanwhile, and asked for again it is left at once.
      void live.leave(8000)
      return live.status(project)
    },
    'live.connect': ({ server }, { project }) => {
      live.connect(project, server)
      return live.status(project)
    },
    'live.forgetServer': (_, { project }) => {
      live.forgetServer(project)
      return live.status(project)
    },
    'live.show': ({ memo = null, ...place }) => {
      live.show({ ...place, memo })
      return {}
    },
  }
}

export function liveQueries(live: Live): QueryHandlers<LiveQuery> {
  return {
    'live.status': (_, { project }) => live.status(project),
    'live.log': () => ({ items: live.log.entries }),
  }
}
