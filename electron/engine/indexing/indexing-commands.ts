import type { Activation, Answer, TermUse, WorkAccount } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import type { IndexMap } from '../project/documents.ts'
import type { Fields } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { clauseById } from '../texts/clause-commands.ts'
import { changeEntry, deleteEntries, entryById, makeEntry } from './index-entries.ts'
import { MadeToo } from '../work/made-too.ts'
import { lastQuestion, requireQuestion } from './questions.ts'

export const indexingCommands: CommandHandlers<
  | 'activations.create'
  | 'activations.update'
  | 'activations.delete'
  | 'workAccounts.create'
  | 'workAccounts.update'
  | 'workAccounts.delete'
  | 'termUses.create'
  | 'termUses.update'
  | 'termUses.delete'
  | 'answers.create'
  | 'answers.update'
  | 'answers.delete'
> = {
  'activations.create': ({ at, newText, newActor, ...fields }, { project }) => {
    const too = new MadeToo(project)
    const activated =
      newText === undefined
        ? whatIsActivated(project, fields)
        : { textId: too.text(newText), clauseId: null }
    if (typeof fields.actorId === 'string') thingById(project, 'actor', fields.actorId)
    const actorId = newActor === undefined ? (fields.actorId ?? null) : too.actor(newActor)
    const id = makeEntry(
      project,
      'activations',
      'activations.create',
      at,
      {
        ...activated,
        actorId,
        mode: fields.mode,
        stance: fields.stance ?? null,
        note: fields.note ?? '',
      },
      [activated.textId, ...too.ids],
      too,
    )
    return made<Activation>(project, 'activations', id)
  },
  'activations.update': ({ activationId, ...fields }, { project }) => {
    const before = entryById<Activation>(project, 'activations', activationId)
    if (typeof fields.actorId === 'string') thingById(project, 'actor', fields.actorId)
    const activated =
      fields.textId === undefined && fields.clauseId === undefined
        ? {}
        : whatIsActivated(project, {
            textId: fields.textId ?? (fields.clauseId ? undefined : before.textId),
            clauseId: fields.clauseId,
          })
    changeEntry(project, 'activations', 'activations.update', activationId, {
      ...fields,
      ...activated,
    })
    return {}
  },
  'activations.delete': ({ activationIds }, { project }) => {
    deleteEntries(project, 'activations', 'activations.delete', activationIds)
    return {}
  },
  'workAccounts.create': ({ at, ...fields }, { project }) => {
    const id = makeEntry(project, 'workAccounts', 'workAccounts.create', at, {
      doing: fields.doing ?? '',
      withWhom: fields.withWhom ?? '',
      resources: fields.resources ?? '',
      circumstances: fields.circumstances ?? '',
      timeAndEffort: fields.timeAndEffort ?? '',
      visibility: fields.visibility ?? 'visible',
      mode: fields.mode ?? 'says',
    })
    return made<WorkAccount>(project, 'workAccounts', id)
  },
  'workAccounts.update': ({ workAccountId, ...fields }, { project }) => {
    changeEntry(project, 'workAccounts', 'workAccounts.update', workAccountId, fields)
    return {}
  },
  'workAccounts.delete': ({ workAccountIds }, { project }) => {
    deleteEntries(project, 'workAccounts', 'workAccounts.delete', workAccountIds)
    return {}
  },
  'termUses.create': ({ at, termId = '', newTerm, meaning }, { project }) => {
    const too = new MadeToo(project)
    const term = newTerm === undefined ? thingById(project, 'term', termId).id : too.term(newTerm)
    const fields = { termId: term, meaning }
    const id = makeEntry(project, 'termUses', 'termUses.create', at, fields, [term], too)
    return made<TermUse>(project, 'termUses', id)
  },
  'termUses.update': ({ termUseId, meaning }, { project }) => {
    changeEntry(project, 'termUses', 'termUses.update', termUseId, { meaning })
    return {}
  },
  'termUses.delete': ({ termUseIds }, { project }) => {
    deleteEntries(project, 'termUses', 'termUses.delete', termUseIds)
    return {}
  },
  'answers.create': ({ at, questionId = '', newQuestion, note }, { project }) => {
    const too = new MadeToo(project)
    const question =
      newQuestion === undefined
        ? requireQuestion(project, questionId).id
        : too.question(newQuestion, lastQuestion(project) + 1)
    const fields = { questionId: question, note: note ?? '' }
    const id = makeEntry(project, 'answers', 'answers.create', at, fields, too.ids, too)
    return made<Answer>(project, 'answers', id)
  },
  'answers.update': ({ answerId, note }, { project }) => {
    changeEntry(project, 'answers', 'answers.update', answerId, { note })
    return {}
  },
  'answers.delete': ({ answerIds }, { project }) => {
    deleteEntries(project, 'answers', 'answers.delete', answerIds)
    return {}
  },
}

function made<T>(project: Project, kind: IndexMap, id: string): T {
  const { start: _start, end: _end, quote: _quote, ...entry } = entryById<Fields>(project, kind, id)
  return entry as T
}

/** A clause brings its text with it; one of the two must be there. */
function whatIsActivated(
  project: Project,
  { textId, clauseId }: { textId?: string | undefined; clauseId?: string | null | undefined },
): { textId: string; clauseId: string | null } {
  if (typeof clauseId === 'string') {
    const clause = clauseById(project, clauseId)
    if (textId !== undefined && textId !== clause.textId)
      throw new Refusal('activation.otherText', { clause: clause.locator, text: clause.textTitle })
    return { textId: clause.textId, clauseId }
  }
  if (textId === undefined) throw new Refusal('activation.noText')
  thingById(project, 'text', textId)
  return { textId, clauseId: null }
}
