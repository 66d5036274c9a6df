import type { Round } from '../../../shared/model/rounds.ts'
import { layerDocument } from '../sync/withheld.ts'
import { entityById, listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

/** A living round, or a refusal. */
export function roundById(project: Project, id: string): Round {
  return entityToRound(entityById(project, 'rounds', id, 'round.notFound'))
}

export function listRounds(project: Project): Round[] {
  return listEntities(project, 'rounds').map(entityToRound)
}

/** The round this device is in. */
export function currentRound(project: Project): Round | null {
  const id = project.db.prepare<[], string>('SELECT id FROM current_round').pluck().get()
  return id === undefined ? null : roundById(project, id)
}

function entityToRound(entity: Entity): Round {
  const fields = entity as unknown as Omit<Round, 'state'>
  const isOver =
    entity.released === true || fields.analystIds.every((id) => fields.closedBy.includes(id))
  return {
    id: fields.id,
    created: fields.created,
    createdBy: fields.createdBy,
    changed: fields.changed,
    name: fields.name,
    sourceIds: fields.sourceIds,
    analystIds: fields.analystIds,
    codeIds: fields.codeIds,
    isBlind: fields.isBlind,
    closedBy: fields.closedBy,
    state: isOver ? 'closed' : 'open',
  }
}

/** Analysts of a closed round whose layer has not come to this copy yet. */
export function missingLayers(project: Project, round: Round): string[] {
  if (round.state === 'open') return []
  return round.analystIds.filter(
    (id) => !project.documents.get(layerDocument(round.id, id)).getMap('meta').has('closed'),
  )
}

/** Refuses a round that is not closed, or whose layers are not all here: nothing is said of a part. */
export function requireWhole(project: Project, round: Round): void {
  if (round.state === 'open') throw new Refusal('round.notClosed', { round: round.name })
  const missing = new Set(missingLayers(project, round))
  if (missing.size === 0) return
  const names = listEntities(project, 'analysts').filter(({ id }) => missing.has(id))
  throw new Refusal('round.missingLayer', {
    round: round.name,
    names: names.map(({ name }) => String(name)).join(', '),
  })
}

/** The document that holds the codings of a layer in a source. */
export function documentOfLayer(layer: string, sourceId: string, analystId: string): string {
  return layer === 'working' || layer === 'settled'
    ? `source:${sourceId}`
    : layerDocument(layer, analystId)
}

/** Where coding a source goes to now, and in which round it is done, if any. */
export interface CodingPlace {
  document: string
  layer: string
  round: Round | null
}

/** Refuses sources that the round this device is in does not hold. */
export function codingPlace(project: Project, sourceId: string): CodingPlace {
  const round = currentRound(project)
  if (!round) return { document: `source:${sourceId}`, layer: 'working', round }
  if (!round.sourceIds.includes(sourceId))
    throw new Refusal('round.otherSource', { round: round.name })
  return { document: layerDocument(round.id, project.analystId), layer: round.id, round }
}

/** Refuses codes that a round does not use; null codes are all. */
export function requireCodes(
  round: Round | null,
  codes: readonly { id: string; name: string }[],
): void {
  const other = codes.find(({ id }) => round?.codeIds && !round.codeIds.includes(id))
  if (round && other) throw new Refusal('round.otherCode', { round: round.name, code: other.name })
}

/** What rests on a passage of a blind layer would tell others of it. */
export function refuseBlind(project: Project): void {
  const round = currentRound(project)
  if (round?.isBlind) throw new Refusal('round.onlyCodings', { round: round.name })
}
