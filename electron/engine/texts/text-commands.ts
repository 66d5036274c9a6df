import type { InstitutionalText } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import { findPlace, passageMaker } from '../passages/passage-at.ts'
import { entityById, listEntities, updateEntity, type Fields } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { renameBoundCodes } from '../codes/bound-codes.ts'
import { newTextFields, requireWords } from './new-text.ts'
import { importTexts } from './text-import.ts'
import { textById } from './text-list.ts'

export const textCommands: CommandHandlers<
  | 'texts.create'
  | 'texts.update'
  | 'texts.merge'
  | 'texts.delete'
  | 'texts.import'
  | 'textVersions.create'
  | 'textVersions.update'
  | 'textVersions.delete'
> = {
  'texts.create': ({ title, mentionedAt, ...fields }, { project }) => {
    requireSources(project, fields.sourceIds)
    const name = requireWords(title)
    const place = mentionedAt ? findPlace(project, mentionedAt) : null
    const id = makeThing(project, 'text', 'texts.create', (edit) => ({
      ...newTextFields(name, fields),
      mentionedAt: place ? passageMaker(project, edit)(place) : null,
    }))
    return textById(project, id)
  },
  'texts.update': ({ textIds, ...fields }, { project }) => {
    requireSources(project, fields.sourceIds)
    const title = fields.title === undefined ? undefined : requireWords(fields.title)
    changeThings(project, 'text', 'texts.update', textIds, (edit) => {
      if (title !== undefined) for (const id of textIds) renameBoundCodes(project, edit, id, title)
      return { ...fields, title }
    })
    return {}
  },
  'texts.merge': ({ textIds, intoId }, { project }) => {
    const into = textById(project, intoId)
    const merged = [...new Set(textIds)]
      .filter((id) => id !== intoId)
      .map((id) => textById(project, id))
    if (merged.length === 0) return {}
    project.change(
      {
        command: 'texts.merge',
        label: `${merged.map((text) => text.title).join(', ')} → ${into.title}`,
        entities: [...merged.map((text) => text.id), intoId],
      },
      (edit) => mergeTexts(project, edit, merged, into),
    )
    return {}
  },
  'texts.delete': ({ textIds }, { project }) => {
    deleteThings(project, 'text', 'texts.delete', textIds)
    return {}
  },
  'texts.import': ({ path }, { project }) => importTexts(project, path),
  'textVersions.create': ({ textId, ...fields }, { project }) => {
    thingById(project, 'text', textId)
    const id = makeThing(project, 'textVersion', 'textVersions.create', {
      textId,
      validFrom: '',
      validTo: '',
      note: '',
      ...fields,
    })
    return thingById(project, 'textVersion', id) as never
  },
  'textVersions.update': ({ textVersionId, ...fields }, { project }) => {
    changeThings(project, 'textVersion', 'textVersions.update', [textVersionId], fields)
    return {}
  },
  'textVersions.delete': ({ textVersionIds }, { project }) => {
    deleteThings(project, 'textVersion', 'textVersions.delete', textVersionIds)
    return {}
  },
}

/** Everything that speaks of the merged texts speaks of the other one from now on. */
function mergeTexts(
  project: Project,
  edit: Edit,
  merged: readonly InstitutionalText[],
  into: InstitutionalText,
): void {
  const gone = new Set(merged.map((text) => text.id))
  const moved = (id: unknown) => (typeof id === 'string' && gone.has(id) ? into.id : id)
  const movedAll = (ids: unknown) => (Array.isArray(ids) ? [...new Set(ids.map(moved))] : [])
  const movedEnd = (end: unknown) => {
    const { type, id } = end as { type: string; id: string }
    return { type, id: type === 'text' ? moved(id) : id }
  }
  edit('project', (doc) => {
    const update = (map: Parameters<typeof updateEntity>[2], id: string, fields: Fields) =>
      updateEntity(project, doc, map, id, fields)
    for (const link of listEntities(project, 'links'))
      update('links', link.id, { from: movedEnd(link.from), to: movedEnd(link.to) })
    for (const map of ['clauses', 'textVersions'] as const)
      for (const each of listEntities(project, map))
        update(map, each.id, { textId: moved(each.textId) })
    for (const step of listEntities(project, 'steps'))
      update('steps', step.id, {
        textInIds: movedAll(step.textInIds),
        textOutIds: movedAll(step.textOutIds),
      })
    const aliases = merged.flatMap((text) => [text.title, ...text.aliases])
    update('texts', into.id, {
      aliases: [...new Set([...into.aliases, ...aliases])].filter((name) => name !== into.title),
      sourceIds: [...new Set([into, ...merged].flatMap(({ id }) => sourceIdsAsKept(project, id)))],
    })
    for (const id of gone) update('texts', id, { deleted: true })
  })
  const entries = project.db
    .prepare<[string], { id: string; source_id: string }>(
      `SELECT id, source_id FROM index_entries WHERE kind = 'activations'
         AND data ->> '$.textId' IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...gone]))
  for (const { id, source_id } of entries) {
    edit(`source:${source_id}`, (doc) => {
      const activations = doc.getMap<Fields>('activations')
      activations.set(id, { ...activations.get(id), textId: into.id })
    })
  }
}

/** Also those of sources that are deleted, which may come back. */
function sourceIdsAsKept(project: Project, textId: string): string[] {
  const kept = thingById(project, 'text', textId).sourceIds
  return Array.isArray(kept) ? kept.map(String) : []
}

function requireSources(project: Project, ids: readonly string[] | undefined): void {
  for (const id of ids ?? []) entityById(project, 'sources', id, 'source.notFound')
}
