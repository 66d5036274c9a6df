import type { Clause, Target } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import { findPlace, passageMaker, type FoundPlace } from '../passages/passage-at.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { MadeToo } from '../work/made-too.ts'
import { listClauses } from './text-list.ts'

export const clauseCommands: CommandHandlers<
  'clauses.create' | 'clauses.update' | 'clauses.delete'
> = {
  'clauses.create': ({ at, textId, newText, ...fields }, { project }) => {
    const place = at ? findPlace(project, at) : null
    const too = new MadeToo(project)
    const ofText =
      newText !== undefined
        ? too.text(newText, { sourceIds: place ? [place.sourceId] : [] })
        : (textId ?? (place ? textOfSource(project, place.sourceId) : null))
    if (ofText === null) throw new Refusal('clause.noText')
    if (newText === undefined) thingById(project, 'text', ofText)
    const wording = fields.wording ?? (place ? quoteOf(place) : '')
    if (`${wording}${fields.locator ?? ''}`.trim() === '') throw new Refusal('clause.empty')
    const id = makeThing(
      project,
      'clause',
      'clauses.create',
      (edit) => ({
        textId: ofText,
        locator: fields.locator ?? '',
        wording,
        target: fields.target ?? null,
        version: fields.version ?? '',
        note: fields.note ?? '',
        passageId: place ? passageMaker(project, edit)(place) : null,
      }),
      (edit) => too.write(edit),
    )
    return clauseById(project, id)
  },
  'clauses.update': ({ clauseId, at, target, ...fields }, { project }) => {
    const place = at ? findPlace(project, at) : at
    const { target: before } = clauseById(project, clauseId)
    changeThings(project, 'clause', 'clauses.update', [clauseId], (edit) => ({
      ...fields,
      target: target && { ...(before ?? newTarget), ...target },
      passageId: place ? passageMaker(project, edit)(place) : place,
    }))
    return {}
  },
  'clauses.delete': ({ clauseIds }, { project }) => {
    deleteThings(project, 'clause', 'clauses.delete', clauseIds)
    return {}
  },
}

const newTarget: Target = { comparison: 'at least', value: 0, unit: '' }

export function clauseById(project: Project, id: string): Clause {
  const found = listClauses(project).find((clause) => clause.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'clause' })
  return found
}

/** The one text that a source holds; null if it holds none or several. */
function textOfSource(project: Project, sourceId: string): string | null {
  const texts = listEntities(project, 'texts').filter(
    (text) => Array.isArray(text.sourceIds) && text.sourceIds.includes(sourceId),
  )
  const [only] = texts
  return texts.length === 1 && only ? only.id : null
}

function quoteOf(place: FoundPlace): string {
  return place.text.slice(place.start, place.end).trim().replace(/\s+/g, ' ')
}
