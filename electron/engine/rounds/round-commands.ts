import type { CommandHandlers } from '../handlers.ts'
import { codingsOfRound } from '../passages/visible.ts'
import {
  createEntity,
  entityById,
  given,
  readableChanges,
  updateEntity,
} from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { ConflictWatch } from '../sync/conflicts/conflict-watch.ts'
import { layerDocument } from '../sync/withheld.ts'
import { adoptAgreed } from './adopt.ts'
import { requireWhole, roundById } from './round.ts'
import { countsOf, listedRound } from './round-queries.ts'

export const roundCommands: CommandHandlers<
  | 'rounds.create'
  | 'rounds.update'
  | 'rounds.enter'
  | 'rounds.close'
  | 'rounds.reopen'
  | 'rounds.delete'
  | 'rounds.adopt'
> = {
  'rounds.create': ({ codeIds = null, ...input }, { project }) => {
    requireParts(project, { ...input, codeIds })
    const id = project.newId()
    project.change(
      // A round is made with others, who may be at work in it: it is deleted, and that can be undone.
      { command: 'rounds.create', label: input.name, entities: [id], undoable: false },
      (edit) =>
        edit('project', (doc) =>
          createEntity(project, doc, 'rounds', id, {
            name: input.name,
            sourceIds: unique(input.sourceIds),
            analystIds: unique(input.analystIds),
            codeIds: codeIds && unique(codeIds),
            isBlind: input.isBlind,
            closedBy: [],
          }),
        ),
    )
    project.tellSight()
    return listedRound(project, roundById(project, id))
  },
  'rounds.update': ({ roundId, ...fields }, { project }) => {
    const round = roundById(project, roundId)
    requireParts(project, fields)
    const isBegun = round.closedBy.length > 0 || hasLayer(project, roundId)
    if (isBegun && (fields.sourceIds !== undefined || fields.codeIds !== undefined))
      throw new Refusal('round.begun', { round: round.name })
    project.change(
      {
        command: 'rounds.update',
        label: round.name,
        entities: [roundId],
        changes: readableChanges(fields.name === undefined ? {} : { name: fields.name }),
      },
      (edit) =>
        edit('project', (doc) => updateEntity(project, doc, 'rounds', roundId, given(fields))),
    )
    return {}
  },
  'rounds.enter': ({ roundId }, { project }) => {
    if (roundId !== null) requireOpen(project, roundId)
    if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
    project.device.enterRound(roundId)
    project.tellSight()
    return {}
  },
  'rounds.close': ({ roundId }, { project }) => {
    const round = requireOpen(project, roundId)
    const closedBy = [...round.closedBy, project.analystId]
    const isLast = round.analystIds.every((id) => closedBy.includes(id))
    const watch = new ConflictWatch(project, { analyst: project.analystId, state: null })
    watch.watchLayers()
    project.change(
      // Steps back in the layer are no more (B5), and this one is taken back by reopening.
      { command: 'rounds.close', label: round.name, entities: [roundId], undoable: false },
      (edit) => {
        edit(layerDocument(roundId, project.analystId), (doc) =>
          doc.getMap('meta').set('closed', project.now()),
        )
        edit('project', (doc) => {
          // `released` makes it final: whoever takes their closing back without knowing that all
          // others have closed by then does not close what may have been sent already (B6).
          updateEntity(project, doc, 'rounds', roundId, {
            closedBy,
            released: isLast ? true : undefined,
          })
          if (isLast) watch.note()
        })
      },
    )
    project.history.forgetDocument(layerDocument(roundId, project.analystId))
    project.tellSight()
    return { state: isLast ? 'closed' : 'open' }
  },
  'rounds.reopen': ({ roundId }, { project }) => {
    const round = roundById(project, roundId)
    if (round.state === 'closed') throw new Refusal('round.closed', { round: round.name })
    const closedBy = round.closedBy.filter((id) => id !== project.analystId)
    project.change(
      { command: 'rounds.reopen', label: round.name, entities: [roundId], undoable: false },
      (edit) =>
        edit('project', (doc) => updateEntity(project, doc, 'rounds', roundId, { closedBy })),
    )
    project.tellSight()
    return {}
  },
  'rounds.delete': ({ roundId }, { project }) => {
    const round = roundById(project, roundId)
    const counts = countsOf(project, roundId)
    project.change({ command: 'rounds.delete', label: round.name, entities: [roundId] }, (edit) =>
      edit('project', (doc) => updateEntity(project, doc, 'rounds', roundId, { deleted: true })),
    )
    project.tellSight()
    return {
      passages: counts.reduce((sum, each) => sum + each.passages, 0),
      codings: counts.reduce((sum, each) => sum + each.codings, 0),
    }
  },
  'rounds.adopt': ({ roundId }, { project }) => {
    const round = roundById(project, roundId)
    requireWhole(project, round)
    return adoptAgreed(project, round)
  },
}

/** A round in which the analyst who sits here is at work, or a refusal. */
function requireOpen(project: Project, roundId: string) {
  const round = roundById(project, roundId)
  if (!round.analystIds.includes(project.analystId))
    throw new Refusal('round.notTakingPart', { round: round.name })
  if (round.state === 'closed' || round.closedBy.includes(project.analystId))
    throw new Refusal('round.closed', { round: round.name })
  return round
}

function requireParts(
  project: Project,
  parts: {
    sourceIds?: string[] | undefined
    analystIds?: string[] | undefined
    codeIds?: string[] | null | undefined
  },
): void {
  for (const id of parts.sourceIds ?? []) entityById(project, 'sources', id, 'source.notFound')
  for (const id of parts.analystIds ?? []) entityById(project, 'analysts', id, 'analyst.notFound')
  for (const id of parts.codeIds ?? []) entityById(project, 'codes', id, 'code.notFound')
}

function hasLayer(project: Project, roundId: string): boolean {
  return (
    project.db
      .prepare(`SELECT 1 FROM main.codings WHERE ${codingsOfRound} LIMIT 1`)
      .get(roundId) !== undefined
  )
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
