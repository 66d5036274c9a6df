import type { Thread } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import { findPlace, passageMaker, type PassageOrPlace } from '../passages/passage-at.ts'
import type { Edit, Project } from '../project/project.ts'
import {
  changeThings,
  deleteThings,
  makeThing,
  requireThing,
  thingById,
} from '../project/things.ts'
import { requireWords } from '../texts/new-text.ts'
import { circuitById, disjunctureById, termById, threadById } from './findings-list.ts'

export const findingsCommands: CommandHandlers<
  | 'terms.create'
  | 'terms.update'
  | 'terms.delete'
  | 'disjunctures.create'
  | 'disjunctures.update'
  | 'disjunctures.delete'
  | 'threads.create'
  | 'threads.update'
  | 'threads.delete'
  | 'circuits.create'
  | 'circuits.update'
  | 'circuits.delete'
> = {
  'terms.create': ({ term, variants, note }, { project }) => {
    const id = makeThing(project, 'term', 'terms.create', {
      term: requireWords(term),
      variants: variants ?? [],
      note: note ?? '',
    })
    return termById(project, id)
  },
  'terms.update': ({ termId, ...fields }, { project }) => {
    const term = fields.term === undefined ? undefined : requireWords(fields.term)
    changeThings(project, 'term', 'terms.update', [termId], { ...fields, term })
    return {}
  },
  'terms.delete': ({ termIds }, { project }) => {
    deleteThings(project, 'term', 'terms.delete', termIds)
    return {}
  },
  'disjunctures.create': ({ title, sideAPassages, sideBPassages, ...fields }, { project }) => {
    const sides = sidesOf(project, { sideAPassages, sideBPassages })
    const id = makeThing(project, 'disjuncture', 'disjunctures.create', (edit) => ({
      title: requireWords(title),
      standpoint: fields.standpoint ?? '',
      sideA: fields.sideA ?? '',
      sideB: fields.sideB ?? '',
      status: fields.status ?? 'open',
      note: fields.note ?? '',
      sideAPassageIds: [],
      sideBPassageIds: [],
      ...sides(edit),
    }))
    return disjunctureById(project, id)
  },
  'disjunctures.update': (
    { disjunctureId, sideAPassages, sideBPassages, ...fields },
    { project },
  ) => {
    const sides = sidesOf(project, { sideAPassages, sideBPassages })
    const title = fields.title === undefined ? undefined : requireWords(fields.title)
    changeThings(project, 'disjuncture', 'disjunctures.update', [disjunctureId], (edit) => ({
      ...fields,
      title,
      ...sides(edit),
    }))
    return {}
  },
  'disjunctures.delete': ({ disjunctureIds }, { project }) => {
    deleteThings(project, 'disjuncture', 'disjunctures.delete', disjunctureIds)
    return {}
  },
  'threads.create': ({ title, items, ...fields }, { project }) => {
    const threadItems = itemsOf(project, items ?? [], [])
    const id = makeThing(project, 'thread', 'threads.create', (edit) => ({
      title: requireWords(title),
      standpoint: fields.standpoint ?? '',
      status: fields.status ?? 'open',
      note: fields.note ?? '',
      items: threadItems(edit),
    }))
    return threadById(project, id)
  },
  'threads.update': ({ threadId, items, ...fields }, { project }) => {
    const before = threadById(project, threadId)
    const threadItems = items ? itemsOf(project, items, before.items) : null
    const title = fields.title === undefined ? undefined : requireWords(fields.title)
    changeThings(project, 'thread', 'threads.update', [threadId], (edit) => ({
      ...fields,
      title,
      items: threadItems?.(edit),
    }))
    return {}
  },
  'threads.delete': ({ threadIds }, { project }) => {
    deleteThings(project, 'thread', 'threads.delete', threadIds)
    return {}
  },
  'circuits.create': ({ title, members, ...fields }, { project }) => {
    for (const member of members ?? []) requireThing(project, member)
    const id = makeThing(project, 'circuit', 'circuits.create', {
      title: requireWords(title),
      members: members ?? [],
      status: fields.status ?? 'open',
      note: fields.note ?? '',
    })
    return circuitById(project, id)
  },
  'circuits.update': ({ circuitId, ...fields }, { project }) => {
    thingById(project, 'circuit', circuitId)
    for (const member of fields.members ?? []) requireThing(project, member)
    const title = fields.title === undefined ? undefined : requireWords(fields.title)
    changeThings(project, 'circuit', 'circuits.update', [circuitId], { ...fields, title })
    return circuitById(project, circuitId)
  },
  'circuits.delete': ({ circuitIds }, { project }) => {
    deleteThings(project, 'circuit', 'circuits.delete', circuitIds)
    return {}
  },
}

/** Finds the passages of both sides first; gives what is to be written inside the change. */
function sidesOf(
  project: Project,
  given: {
    sideAPassages: PassageOrPlace[] | undefined
    sideBPassages: PassageOrPlace[] | undefined
  },
): (edit: Edit) => { sideAPassageIds?: string[]; sideBPassageIds?: string[] } {
  const a = given.sideAPassages?.map((at) => findPlace(project, at))
  const b = given.sideBPassages?.map((at) => findPlace(project, at))
  return (edit) => {
    const passageOf = passageMaker(project, edit)
    return {
      ...(a ? { sideAPassageIds: a.map(passageOf) } : {}),
      ...(b ? { sideBPassageIds: b.map(passageOf) } : {}),
    }
  }
}

/** Items as given; one with the id of a present item keeps what is not given anew. */
function itemsOf(
  project: Project,
  items: readonly {
    id?: string | undefined
    at?: PassageOrPlace | null | undefined
    note?: string | undefined
  }[],
  present: Thread['items'],
): (edit: Edit) => Thread['items'] {
  const places = items.map((item) => (item.at ? findPlace(project, item.at) : item.at))
  return (edit) => {
    const passageOf = passageMaker(project, edit)
    return items.map((item, index) => {
      const before = present.find((each) => each.id === item.id)
      const place = places[index]
      return {
        id: before?.id ?? project.newId(),
        passageId: place ? passageOf(place) : place === null ? null : (before?.passageId ?? null),
        note: item.note ?? before?.note ?? '',
      }
    })
  }
}
