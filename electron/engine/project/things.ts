import { beginning } from '../../../shared/text/surroundings.ts'
import type { Thing } from '../../../shared/model/institution.ts'
import { Refusal } from '../refusal.ts'
import type { ProjectMap } from './documents.ts'
import {
  createEntity,
  entityById,
  given,
  readableChanges,
  updateEntity,
  type Entity,
  type Fields,
} from './entities.ts'
import type { Edit, Project } from './project.ts'

/** A kind of entity of the project document: where it is kept and how it is called in the activity trail. */
export interface Kind {
  map: ProjectMap
  label: (fields: Fields) => string
}

const named = (map: ProjectMap, field: string): Kind => ({
  map,
  label: (fields) => String(fields[field] ?? ''),
})

export const kinds = {
  text: named('texts', 'title'),
  textVersion: named('textVersions', 'version'),
  clause: {
    map: 'clauses',
    label: (fields: Fields) => [fields.locator, fields.wording].filter(Boolean).join(' '),
  },
  relation: named('relations', 'name'),
  link: named('links', 'relation'),
  claim: named('claims', 'basis'),
  actor: named('actors', 'name'),
  site: named('sites', 'name'),
  process: named('processes', 'name'),
  step: named('steps', 'action'),
  flow: named('flows', 'kind'),
  map: named('maps', 'name'),
  term: named('terms', 'term'),
  question: named('questions', 'text'),
  disjuncture: named('disjunctures', 'title'),
  thread: named('threads', 'title'),
  circuit: named('circuits', 'title'),
  case: named('cases', 'name'),
  attribute: named('attributes', 'name'),
  savedSearch: named('savedSearches', 'name'),
  agreementRun: named('agreementRuns', 'analysts'),
  savedQuestion: named('savedQuestions', 'name'),
  quote: { map: 'quotes', label: (fields: Fields) => beginning(String(fields.text ?? '')) },
  account: named('accounts', 'title'),
  reportPreset: named('reportPresets', 'name'),
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof kinds

/** A living entity of a kind, or a refusal. */
export function thingById(project: Project, kind: KindName, id: string): Entity {
  try {
    return entityById(project, kinds[kind].map, id, 'thing.notFound')
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('thing.notFound', { id, type: kind })
    throw error
  }
}

export function requireThing(project: Project, thing: Thing): void {
  thingById(project, thing.type, thing.id)
}

/** Makes an entity; `also` changes what else belongs to the same step. Returns its id. */
export function makeThing(
  project: Project,
  kind: KindName,
  command: string,
  fields: Fields | ((edit: Edit) => Fields),
  also: (edit: Edit, id: string) => void = () => {},
): string {
  const id = project.newId()
  let label = ''
  project.change(
    () => ({ command, label, entities: [id] }),
    (edit) => {
      const made = typeof fields === 'function' ? fields(edit) : fields
      label = kinds[kind].label(made)
      edit('project', (doc) => createEntity(project, doc, kinds[kind].map, id, made))
      also(edit, id)
    },
  )
  return id
}

/** Changes fields of entities of a kind in one step. */
export function changeThings(
  project: Project,
  kind: KindName,
  command: string,
  ids: readonly string[],
  fields: Fields | ((edit: Edit) => Fields),
): void {
  const found = ids.map((id) => thingById(project, kind, id))
  let changes: Fields = {}
  project.change(
    () => ({
      command,
      label: found.map(kinds[kind].label).join(', '),
      entities: [...ids],
      changes: readableChanges(changes),
    }),
    (edit) => {
      changes = given(typeof fields === 'function' ? fields(edit) : fields)
      edit('project', (doc) => {
        for (const id of ids) updateEntity(project, doc, kinds[kind].map, id, changes)
      })
    },
  )
}

/** Puts tombstones on entities of a kind; those that hang on them wait unseen for the undo. */
export function deleteThings(
  project: Project,
  kind: KindName,
  command: string,
  ids: readonly string[],
): void {
  const found = ids.map((id) => thingById(project, kind, id))
  project.change(
    { command, label: found.map(kinds[kind].label).join(', '), entities: [...ids] },
    (edit) =>
      edit('project', (doc) => {
        for (const id of ids) updateEntity(project, doc, kinds[kind].map, id, { deleted: true })
      }),
  )
}
