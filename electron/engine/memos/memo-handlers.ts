import * as Y from 'yjs'
import type { Memo } from '../../../shared/model/entities.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import {
  createEntity,
  entityById,
  given,
  listEntities,
  readableChanges,
  updateEntity,
  type Entity,
} from '../project/entities.ts'
import { localOrigin } from '../project/documents.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { refuseBlind } from '../rounds/round.ts'
import { seedMemo } from './memo-text.ts'

type About = Memo['about']

export const memoCommands: CommandHandlers<
  'memos.create' | 'memos.update' | 'memos.write' | 'memos.delete'
> = {
  'memos.create': ({ title = '', kind = 'note', about, text = '' }, { project }) => {
    const id = project.newId()
    const attached: About = about ?? { type: 'project', id: projectId(project) }
    if (about) requireThing(project, about)
    project.change(
      { command: 'memos.create', label: title || beginning(text), entities: [id, attached.id] },
      (edit) => {
        edit('project', (doc) =>
          createEntity(project, doc, 'memos', id, { title, kind, status: 'open', about: attached }),
        )
        edit(`memo:${id}`, (doc) => seedMemo(doc, text))
      },
    )
    return memoById(project, id)
  },
  'memos.update': ({ memoId, ...fields }, { project }) => {
    const memo = memoById(project, memoId)
    if (fields.about) requireThing(project, fields.about)
    project.change(
      {
        command: 'memos.update',
        label: memo.title || beginning(memo.text),
        entities: [memoId],
        changes: readableChanges(fields),
      },
      (edit) =>
        edit('project', (doc) => updateEntity(project, doc, 'memos', memoId, given(fields))),
    )
    return {}
  },
  'memos.write': ({ memoId, update }, { project }) => {
    const memo = memoById(project, memoId)
    const bytes = typeof update === 'string' ? Buffer.from(update, 'base64') : update
    project.change(
      { command: 'memos.write', label: memo.title || beginning(memo.text), entities: [memoId] },
      (edit) => {
        edit(`memo:${memoId}`, (doc) => {
          try {
            Y.applyUpdate(doc, bytes, localOrigin)
          } catch {
            throw new Refusal('memo.badUpdate', { id: memoId })
          }
        })
        edit('project', (doc) =>
          updateEntity(project, doc, 'memos', memoId, { written: project.now() }),
        )
      },
    )
    return {}
  },
  'memos.delete': ({ memoIds }, { project }) => {
    const memos = memoIds.map((id) => memoById(project, id))
    project.change(
      {
        command: 'memos.delete',
        label: memos.map((memo) => memo.title || beginning(memo.text)).join(', '),
        entities: memoIds,
      },
      (edit) =>
        edit('project', (doc) => {
          for (const id of memoIds) updateEntity(project, doc, 'memos', id, { deleted: true })
        }),
    )
    return {}
  },
}

export const memoQueries: QueryHandlers<'memos.list' | 'memos.state'> = {
  'memos.list': ({ about }, { project }) => ({
    items: listMemos(project).filter(
      (memo) => !about || (memo.about.type === about.type && memo.about.id === about.id),
    ),
  }),
  'memos.state': ({ memoId }, { project }) => {
    memoById(project, memoId)
    const state = Y.encodeStateAsUpdate(project.documents.get(`memo:${memoId}`))
    return { update: Buffer.from(state).toString('base64') }
  },
}

/** All memos, the last changed first. */
export function listMemos(project: Project): Memo[] {
  return listEntities(project, 'memos')
    .map((entity) => entityToMemo(project, entity))
    .sort((a, b) => (a.changed < b.changed ? 1 : -1))
}

function memoById(project: Project, id: string): Memo {
  return entityToMemo(project, entityById(project, 'memos', id, 'memo.notFound'))
}

function entityToMemo(project: Project, entity: Entity): Memo {
  const memo = entity as unknown as Omit<Memo, 'text' | 'aboutLabel'>
  const text = project.db
    .prepare<[string], string>('SELECT text FROM memo_texts WHERE memo_id = ?')
    .pluck()
    .get(memo.id)
  return { ...memo, text: text ?? '', aboutLabel: labelOf(project, memo.about) }
}

function labelOf(project: Project, about: About): string {
  if (about.type === 'passage') {
    const quote = project.db
      .prepare<[string], string>('SELECT quote FROM passages WHERE id = ?')
      .pluck()
      .get(about.id)
    return beginning(quote ?? '')
  }
  if (about.type === 'project')
    return String(project.documents.get('project').getMap('meta').get('title') ?? '')
  const field = about.type === 'code' ? '$.name' : '$.title'
  return (
    project.db
      .prepare<[string, string, string], string>(
        'SELECT json_extract(data, ?) FROM entities WHERE kind = ? AND id = ?',
      )
      .pluck()
      .get(field, `${about.type}s`, about.id) ?? ''
  )
}

function requireThing(project: Project, about: About): void {
  if (about.type === 'code') entityById(project, 'codes', about.id, 'code.notFound')
  else if (about.type === 'source') entityById(project, 'sources', about.id, 'source.notFound')
  else if (about.type === 'passage') {
    const found = project.db
      .prepare<[string], string>('SELECT layer FROM passages WHERE id = ?')
      .pluck()
      .get(about.id)
    if (found === undefined) throw new Refusal('passage.notFound', { id: about.id })
    if (found !== 'working') refuseBlind(project)
  }
}

function projectId(project: Project): string {
  return String(project.documents.get('project').getMap('meta').get('id') ?? '')
}
