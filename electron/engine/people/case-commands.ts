import type { StudyCase } from '../../../shared/model/entities.ts'
import type { CommandHandlers } from '../handlers.ts'
import { findPlace, passageMaker, type PassageOrPlace } from '../passages/passage-at.ts'
import { entityById } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { requireWords } from '../texts/new-text.ts'
import { caseById } from './case-list.ts'

export const caseCommands: CommandHandlers<
  'cases.create' | 'cases.update' | 'cases.link' | 'cases.unlink' | 'cases.delete'
> = {
  'cases.create': ({ name, kind, note, ...members }, { project }) => {
    const lists = membersOf(project, members)
    const id = makeThing(project, 'case', 'cases.create', (edit) => ({
      name: requireWords(name),
      kind: kind ?? 'other',
      note: note ?? '',
      personIds: [],
      sourceIds: [],
      passageIds: [],
      ...lists(edit),
    }))
    return caseById(project, id)
  },
  'cases.update': ({ caseId, name, kind, note, ...members }, { project }) => {
    const lists = membersOf(project, members)
    const words = name === undefined ? undefined : requireWords(name)
    changeThings(project, 'case', 'cases.update', [caseId], (edit) => ({
      kind,
      note,
      name: words,
      ...lists(edit),
    }))
    return {}
  },
  'cases.link': ({ caseId, ...members }, { project }) => {
    const before = membersAsKept(project, caseId)
    const lists = membersOf(project, members)
    changeThings(project, 'case', 'cases.link', [caseId], (edit) => {
      const added = lists(edit)
      return {
        personIds: together(before.personIds, added.personIds),
        sourceIds: together(before.sourceIds, added.sourceIds),
        passageIds: together(before.passageIds, added.passageIds),
      }
    })
    return {}
  },
  'cases.unlink': ({ caseId, ...gone }, { project }) => {
    const before = membersAsKept(project, caseId)
    changeThings(project, 'case', 'cases.unlink', [caseId], {
      personIds: without(before.personIds, gone.personIds),
      sourceIds: without(before.sourceIds, gone.sourceIds),
      passageIds: without(before.passageIds, gone.passageIds),
    })
    return {}
  },
  'cases.delete': ({ caseIds }, { project }) => {
    deleteThings(project, 'case', 'cases.delete', caseIds)
    return {}
  },
}

/** Also those that are deleted and wait for their undo. */
function membersAsKept(project: Project, caseId: string): StudyCase {
  return thingById(project, 'case', caseId) as unknown as StudyCase
}

type Lists = Partial<Pick<StudyCase, 'personIds' | 'sourceIds' | 'passageIds'>>

/** Lists that were given, proved to be there; passages are made inside the change. */
function membersOf(
  project: Project,
  given: {
    personIds?: string[] | undefined
    sourceIds?: string[] | undefined
    passages?: PassageOrPlace[] | undefined
  },
): (edit: Edit) => Lists {
  for (const id of given.personIds ?? []) entityById(project, 'persons', id, 'person.notFound')
  for (const id of given.sourceIds ?? []) entityById(project, 'sources', id, 'source.notFound')
  const places = given.passages?.map((at) => findPlace(project, at))
  return (edit) => ({
    ...(given.personIds ? { personIds: given.personIds } : {}),
    ...(given.sourceIds ? { sourceIds: given.sourceIds } : {}),
    ...(places ? { passageIds: places.map(passageMaker(project, edit)) } : {}),
  })
}

/** Undefined if nothing is added, so that the list is left alone. */
function together(before: readonly string[], added: readonly string[] | undefined) {
  return added && added.length > 0 ? [...new Set([...before, ...added])] : undefined
}

function without(before: readonly string[], gone: readonly string[] | undefined) {
  return gone && gone.length > 0 ? before.filter((id) => !gone.includes(id)) : undefined
}
