import { editableRange, paragraphStarts, plainText } from '../../../shared/text/edit.ts'
import type { Block } from '../../../shared/text/source-text.ts'
import type { CommandHandlers } from '../handlers.ts'
import {
  createEntity,
  entityById,
  given,
  readableChanges,
  setKeys,
  updateEntity,
} from '../project/entities.ts'
import { participantKey } from '../project/collections.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { formatBlock, spliceBody } from './body.ts'
import { moveSources } from './move-sources.ts'
import { listFolders, listSources, nextSourceNumber, sourceById } from './source-list.ts'
import { revisionOf, storedCharacters, storedText } from './source-text-store.ts'
import { storeSource } from './store-source.ts'

export const sourceCommands: CommandHandlers<
  | 'sources.create'
  | 'sources.update'
  | 'sources.move'
  | 'sources.editText'
  | 'sources.delete'
  | 'sources.renameSpeaker'
  | 'sources.linkSpeaker'
  | 'sources.setParticipants'
  | 'folders.create'
  | 'folders.update'
  | 'folders.delete'
> = {
  'sources.create': ({ title, kind = 'field note', folderId = null }, { project }) => {
    if (folderId !== null) entityById(project, 'folders', folderId, 'folder.notFound')
    const id = project.newId()
    project.change({ command: 'sources.create', label: title, entities: [id] }, (edit) =>
      storeSource(project, edit, {
        id,
        title,
        kind,
        language: 'other',
        folderId,
        format: 'written',
        fileName: '',
        blob: null,
        number: nextSourceNumber(project),
        text: { text: '\n', blocks: [{ kind: 'paragraph' }], marks: [], pages: [] },
        setAside: [],
      }),
    )
    return sourceById(project, id)
  },
  'sources.update': ({ sourceIds, ...fields }, { project }) => {
    const sources = sourceIds.map((id) => sourceById(project, id))
    if (fields.folderId) entityById(project, 'folders', fields.folderId, 'folder.notFound')
    project.change(
      {
        command: 'sources.update',
        label: sources.map((source) => source.title).join(', '),
        entities: sourceIds,
        changes: readableChanges(fields),
      },
      (edit) =>
        edit('project', (doc) => {
          for (const id of sourceIds) updateEntity(project, doc, 'sources', id, given(fields))
        }),
    )
    return {}
  },
  'sources.move': ({ beforeId = null, ...move }, { project }) => {
    moveSources(project, { ...move, beforeId })
    return {}
  },
  'sources.editText': ({ sourceId, start, end, text, revision }, { project }) => {
    const entity = entityById(project, 'sources', sourceId, 'source.notFound')
    const source = storedText(project.db, sourceId)
    if (revision !== undefined && revision !== revisionOf(source?.text ?? '')) {
      throw new Refusal('source.textChanged', { title: String(entity.title) })
    }
    if (!source || start > end || end > source.text.length) {
      throw new Refusal('source.rangeInvalid', { start, end, length: source?.text.length ?? 0 })
    }
    const range = editableRange(source.text, start, end)
    const lostBefore = new Set(lostPassages(project, sourceId))
    project.change(
      { command: 'sources.editText', label: String(entity.title), entities: [sourceId] },
      (edit) =>
        edit(`source:${sourceId}`, (doc) =>
          spliceBody(doc.getText('body'), source, range.start, range.end, plainText(text)),
        ),
    )
    const now = storedCharacters(project.db, sourceId) ?? ''
    return {
      length: now.length,
      revision: revisionOf(now),
      lost: lostPassages(project, sourceId).filter((id) => !lostBefore.has(id)),
    }
  },
  'sources.delete': ({ sourceIds }, { project }) => {
    const sources = sourceIds.map((id) => sourceById(project, id))
    project.change(
      {
        command: 'sources.delete',
        label: sources.map((source) => source.title).join(', '),
        entities: sourceIds,
      },
      (edit) =>
        edit('project', (doc) => {
          for (const id of sourceIds) updateEntity(project, doc, 'sources', id, { deleted: true })
        }),
    )
    return { codings: sources.reduce((sum, source) => sum + source.codings, 0) }
  },
  'sources.renameSpeaker': ({ sourceId, from, to }, { project }) => {
    const entity = entityById(project, 'sources', sourceId, 'source.notFound')
    const source = storedText(project.db, sourceId)
    const starts = paragraphStarts(source?.text ?? '')
    const turns: { lineEnd: number; block: Block }[] = []
    for (const [index, block] of (source?.blocks ?? []).entries()) {
      if (block.speaker !== from) continue
      const lineEnd = (starts[index + 1] ?? source?.text.length ?? 0) - 1
      turns.push({ lineEnd, block: { ...block, speaker: to } })
    }
    project.change(
      {
        command: 'sources.renameSpeaker',
        label: `${from} → ${to}`,
        entities: [sourceId, entity.id],
      },
      (edit) =>
        edit(`source:${sourceId}`, (doc) => {
          const body = doc.getText('body')
          for (const { lineEnd, block } of turns) formatBlock(body, lineEnd, block)
          const speakers = doc.getMap<string>('speakers')
          const personId = speakers.get(from)
          if (personId !== undefined) {
            speakers.delete(from)
            if (!speakers.has(to)) speakers.set(to, personId)
          }
        }),
    )
    return {}
  },
  'sources.linkSpeaker': ({ sourceId, speaker, personId }, { project }) => {
    entityById(project, 'sources', sourceId, 'source.notFound')
    if (personId !== null) entityById(project, 'persons', personId, 'person.notFound')
    project.change(
      {
        command: 'sources.linkSpeaker',
        label: speaker,
        entities: [sourceId, ...(personId ? [personId] : [])],
      },
      (edit) =>
        edit(`source:${sourceId}`, (doc) => {
          const speakers = doc.getMap<string>('speakers')
          if (personId === null) speakers.delete(speaker)
          else speakers.set(speaker, personId)
        }),
    )
    return {}
  },
  'sources.setParticipants': ({ sourceId, personIds }, { project }) => {
    const source = entityById(project, 'sources', sourceId, 'source.notFound')
    for (const id of personIds) entityById(project, 'persons', id, 'person.notFound')
    project.change(
      {
        command: 'sources.setParticipants',
        label: String(source.title),
        entities: [sourceId, ...personIds],
      },
      (edit) =>
        edit('project', (doc) => {
          const present = (source.participantIds ?? []) as string[]
          const wanted = new Set(personIds)
          const keys = [...new Set([...present, ...personIds])]
          setKeys(
            project,
            doc,
            'sources',
            sourceId,
            keys.map((id) => [participantKey(id), wanted.has(id) ? true : null]),
          )
        }),
    )
    return {}
  },
  'folders.create': ({ name, parentId = null }, { project }) => {
    if (parentId !== null) entityById(project, 'folders', parentId, 'folder.notFound')
    const id = project.newId()
    const order = Math.max(0, ...listFolders(project).map((folder) => folder.order)) + 1
    project.change({ command: 'folders.create', label: name, entities: [id] }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'folders', id, { name, parentId, order }),
      ),
    )
    return folderById(project, id)
  },
  'folders.update': ({ folderId, ...fields }, { project }) => {
    const folder = folderById(project, folderId)
    if (fields.parentId && isBelow(project, fields.parentId, folderId)) {
      throw new Refusal('folder.cycle', { name: folder.name })
    }
    project.change(
      {
        command: 'folders.update',
        label: folder.name,
        entities: [folderId],
        changes: readableChanges(fields),
      },
      (edit) =>
        edit('project', (doc) => updateEntity(project, doc, 'folders', folderId, given(fields))),
    )
    return {}
  },
  'folders.delete': ({ folderId }, { project }) => {
    const folder = folderById(project, folderId)
    const { parentId } = folder
    project.change(
      { command: 'folders.delete', label: folder.name, entities: [folderId] },
      (edit) =>
        edit('project', (doc) => {
          for (const source of listSources(project)) {
            if (source.folderId === folderId) {
              updateEntity(project, doc, 'sources', source.id, { folderId: parentId })
            }
          }
          for (const child of listFolders(project)) {
            if (child.parentId === folderId)
              updateEntity(project, doc, 'folders', child.id, { parentId })
          }
          updateEntity(project, doc, 'folders', folderId, { deleted: true })
        }),
    )
    return {}
  },
}

function lostPassages(project: Project, sourceId: string): string[] {
  return project.db
    .prepare<[string], string>(`SELECT id FROM passages WHERE source_id = ? AND state = 'lost'`)
    .pluck()
    .all(sourceId)
}

function folderById(project: Project, id: string) {
  const folder = listFolders(project).find((each) => each.id === id)
  if (!folder) throw new Refusal('folder.notFound', { id })
  return folder
}

function isBelow(project: Project, id: string, ancestorId: string): boolean {
  const folders = listFolders(project)
  let here: string | null = id
  for (let steps = 0; here !== null && steps <= folders.length; steps++) {
    if (here === ancestorId) return true
    here = folders.find((folder) => folder.id === here)?.parentId ?? null
  }
  return false
}
