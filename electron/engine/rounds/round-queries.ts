import type { ListedRound } from '../../../shared/contract/rounds.ts'
import type { Round } from '../../../shared/model/rounds.ts'
import type { QueryHandlers } from '../handlers.ts'
import { codingsOfRound } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { currentRound, listRounds, missingLayers, roundById } from './round.ts'

export const roundQueries: QueryHandlers<'rounds.list' | 'rounds.get'> = {
  'rounds.list': (_, { project }) => ({
    items: listRounds(project)
      .sort((a, b) => (a.created < b.created ? 1 : -1))
      .map((round) => listedRound(project, round)),
  }),
  'rounds.get': ({ roundId }, { project }) => listedRound(project, roundById(project, roundId)),
}

export function listedRound(project: Project, round: Round): ListedRound {
  const me = project.analystId
  return {
    ...round,
    isCurrent: currentRound(project)?.id === round.id,
    mayEnter:
      round.state === 'open' && round.analystIds.includes(me) && !round.closedBy.includes(me),
    missing: missingLayers(project, round),
    counts: countsOf(project, round.id),
  }
}

/** What may be seen of a round, by analyst. */
export function countsOf(project: Project, roundId: string): ListedRound['counts'] {
  return project.db
    .prepare<[string], { analystId: string; passages: number; codings: number }>(
      `SELECT analyst_id analystId, count(DISTINCT passage_id) passages, count(*) codings
       FROM allowed_codings codings WHERE ${codingsOfRound}
       GROUP BY analyst_id ORDER BY analyst_id`,
    )
    .all(roundId)
}
