import type { Analyst, Person } from '../../../shared/model/entities.ts'
import type { CommandHandlers } from '../handlers.ts'
import {
  createEntity,
  entityById,
  given,
  listEntities,
  readableChanges,
  updateEntity,
} from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { initialsOf } from './initials.ts'

/** Hues of analysts: far from each other and from the interface's own blue. */
const analystHues = [257, 25, 155, 310, 85, 200]

export function analystHue(place: number): number {
  return analystHues[place % analystHues.length] ?? 257
}

export const peopleCommands: CommandHandlers<
  | 'analysts.create'
  | 'analysts.update'
  | 'analysts.use'
  | 'persons.create'
  | 'persons.update'
  | 'persons.delete'
> = {
  'analysts.create': ({ name, initials }, { project }) => {
    const id = project.newId()
    const hue = analystHue(listEntities(project, 'analysts').length)
    project.change({ command: 'analysts.create', label: name, entities: [id] }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'analysts', id, {
          name,
          initials: initials ?? initialsOf(name),
          hue,
          position: '',
        }),
      ),
    )
    return entityById(project, 'analysts', id, 'analyst.notFound') as unknown as Analyst
  },
  'analysts.update': ({ analystId, ...fields }, { project }) => {
    const found = entityById(project, 'analysts', analystId, 'analyst.notFound')
    project.change(
      {
        command: 'analysts.update',
        label: String(found.name),
        entities: [analystId],
        changes: readableChanges(fields),
      },
      (edit) => edit('project', (doc) => updateEntity(project, doc, 'analysts', analystId, fields)),
    )
    return {}
  },
  'analysts.use': ({ analystId }, { project }) => {
    entityById(project, 'analysts', analystId, 'analyst.notFound')
    project.useAnalyst(analystId)
    return {}
  },
  'persons.create': ({ pseudonym, role }, { project }) => {
    const id = project.newId()
    project.change({ command: 'persons.create', label: pseudonym, entities: [id] }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'persons', id, { pseudonym, role: role ?? '' }),
      ),
    )
    return personById(project, id)
  },
  'persons.update': ({ personId, ...fields }, { project }) => {
    const found = personById(project, personId)
    project.change(
      {
        command: 'persons.update',
        label: found.pseudonym,
        entities: [personId],
        changes: readableChanges(fields),
      },
      (edit) =>
        edit('project', (doc) => updateEntity(project, doc, 'persons', personId, given(fields))),
    )
    return {}
  },
  'persons.delete': ({ personId }, { project }) => {
    const found = personById(project, personId)
    project.change(
      { command: 'persons.delete', label: found.pseudonym, entities: [personId] },
      (edit) =>
        edit('project', (doc) =>
          updateEntity(project, doc, 'persons', personId, { deleted: true }),
        ),
    )
    return {}
  },
}

export function personById(project: Project, id: string): Person {
  const person = entityById(project, 'persons', id, 'person.notFound') as unknown as Person
  return { ...person, values: person.values ?? {} }
}
