import * as Y from 'yjs'
import type { Account } from '../../../shared/contract/quotes.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { seedMemo } from '../memos/memo-text.ts'
import { localOrigin } from '../project/documents.ts'
import { listEntities, updateEntity, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { appendQuotation } from './account-text.ts'
import { partsOfAccounts, quotesOf } from './quote-list.ts'

export const accountCommands: CommandHandlers<
  'accounts.create' | 'accounts.update' | 'accounts.write' | 'accounts.quote' | 'accounts.delete'
> = {
  'accounts.create': ({ title = '', text = '' }, { project }) => {
    const id = makeThing(
      project,
      'account',
      'accounts.create',
      { title: title.trim() },
      (edit, accountId) => edit(`account:${accountId}`, (doc) => seedMemo(doc, text)),
    )
    return accountById(project, id)
  },
  'accounts.update': ({ accountId, title }, { project }) => {
    changeThings(project, 'account', 'accounts.update', [accountId], { title: title.trim() })
    return {}
  },
  'accounts.write': ({ accountId, update }, { project }) => {
    const { title } = thingById(project, 'account', accountId)
    const bytes = typeof update === 'string' ? Buffer.from(update, 'base64') : update
    project.change(
      { command: 'accounts.write', label: String(title), entities: [accountId] },
      (edit) => {
        edit(`account:${accountId}`, (doc) => {
          try {
            Y.applyUpdate(doc, bytes, localOrigin)
          } catch {
            throw new Refusal('memo.badUpdate', { id: accountId })
          }
        })
        edit('project', (doc) =>
          updateEntity(project, doc, 'accounts', accountId, { written: project.now() }),
        )
      },
    )
    return {}
  },
  'accounts.quote': ({ accountId, quoteId }, { project }) => {
    const { title } = thingById(project, 'account', accountId)
    thingById(project, 'quote', quoteId)
    project.change(
      { command: 'accounts.quote', label: String(title), entities: [accountId, quoteId] },
      (edit) => {
        edit(`account:${accountId}`, (doc) => appendQuotation(doc, quoteId))
        edit('project', (doc) =>
          updateEntity(project, doc, 'accounts', accountId, { written: project.now() }),
        )
      },
    )
    return {}
  },
  'accounts.delete': ({ accountIds }, { project }) => {
    deleteThings(project, 'account', 'accounts.delete', accountIds)
    return {}
  },
}

export const accountQueries: QueryHandlers<'accounts.list' | 'accounts.state'> = {
  'accounts.list': (_, { project }) => ({
    items: accountsOf(project, listEntities(project, 'accounts')).sort((a, b) =>
      a.changed < b.changed ? 1 : -1,
    ),
  }),
  'accounts.state': ({ accountId }, { project }) => {
    thingById(project, 'account', accountId)
    const state = Y.encodeStateAsUpdate(project.documents.get(`account:${accountId}`))
    return { update: Buffer.from(state).toString('base64') }
  },
}

function accountById(project: Project, id: string): Account {
  const [account] = accountsOf(project, [thingById(project, 'account', id)])
  if (!account) throw new Refusal('thing.notFound', { id, type: 'account' })
  return account
}

function accountsOf(project: Project, entities: readonly Entity[]): Account[] {
  const texts = partsOfAccounts(project)
  const isUsed = [...texts.values()].some(({ parts }) => parts.length > 0)
  const states = new Map(isUsed ? quotesOf(project, {}).map(({ id, state }) => [id, state]) : [])
  return entities.map((entity) => {
    const { text = '', parts = [] } = texts.get(entity.id) ?? {}
    const quoteIds = parts.flatMap(({ type, id }) => (type === 'quotation' ? [id] : []))
    return {
      id: entity.id,
      title: String(entity.title ?? ''),
      created: entity.created,
      createdBy: entity.createdBy,
      changed: entity.changed,
      text,
      words: countWords(text),
      quoteIds,
      notices: [...new Set(quoteIds)].flatMap((quoteId) => {
        const state = states.get(quoteId) ?? 'gone'
        return state === 'current' ? [] : [{ quoteId, state }]
      }),
    }
  })
}
