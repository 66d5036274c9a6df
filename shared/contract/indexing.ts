import { z } from 'zod'
import { id } from '../model/entities.ts'
import * as model from '../model/institution.ts'
import {
  accountModes,
  activationModes,
  activationStances,
  findingStatuses,
  visibilities,
} from '../model/institution-kinds.ts'
import { define, newName } from './define.ts'
import { passageOrPlace, place } from './texts.ts'

const nothing = z.object({})

const accountFields = {
  doing: z.string().optional(),
  withWhom: z.string().optional(),
  resources: z.string().optional(),
  circumstances: z.string().optional(),
  timeAndEffort: z.string().optional(),
  visibility: z.enum(visibilities).optional(),
  mode: z.enum(accountModes).optional(),
}
const disjunctureFields = {
  standpoint: z.string().optional(),
  sideA: z.string().optional(),
  sideAPassages: z.array(passageOrPlace).optional(),
  sideB: z.string().optional(),
  sideBPassages: z.array(passageOrPlace).optional(),
  status: z.enum(findingStatuses).optional(),
  note: z.string().optional(),
}
const threadFields = {
  standpoint: z.string().optional(),
  items: z
    .array(
      z.object({
        id: id.optional().describe('of an item that is kept'),
        at: passageOrPlace.nullable().optional().describe('null: a gap'),
        note: z.string().optional(),
      }),
    )
    .optional(),
  status: z.enum(findingStatuses).optional(),
  note: z.string().optional(),
}
const circuitFields = {
  members: z.array(model.thing).optional(),
  status: z.enum(findingStatuses).optional(),
  note: z.string().optional(),
}

export const indexingCommands = {
  'activations.create': define(
    'Notes that a passage shows a text or clause activated: by whom, how, with which stance.',
    z.object({
      at: passageOrPlace,
      textId: id.optional(),
      newText: newName.describe('title of a text to register in the same step'),
      clauseId: id.nullable().optional(),
      actorId: id.nullable().optional(),
      newActor: newName.describe('name of an actor to make in the same step'),
      mode: z.enum(activationModes),
      stance: z.enum(activationStances).nullable().optional(),
      note: z.string().optional(),
    }),
    model.activation,
  ),
  'activations.update': define(
    'Changes an activation.',
    z.object({
      activationId: id,
      textId: id.optional(),
      clauseId: id.nullable().optional(),
      actorId: id.nullable().optional(),
      mode: z.enum(activationModes).optional(),
      stance: z.enum(activationStances).nullable().optional(),
      note: z.string().optional(),
    }),
    nothing,
  ),
  'activations.delete': define(
    'Removes activations; can be undone.',
    z.object({ activationIds: z.array(id).min(1) }),
    nothing,
  ),
  'workAccounts.create': define(
    'Describes the work that a passage tells of.',
    z.object({ at: passageOrPlace, ...accountFields }),
    model.workAccount,
  ),
  'workAccounts.update': define(
    'Changes a work account.',
    z.object({ workAccountId: id, ...accountFields }),
    nothing,
  ),
  'workAccounts.delete': define(
    'Removes work accounts; can be undone.',
    z.object({ workAccountIds: z.array(id).min(1) }),
    nothing,
  ),
  'terms.create': define(
    'Puts an institutional term on the watch list.',
    z.object({
      term: z.string().min(1),
      variants: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
    model.term,
  ),
  'terms.update': define(
    'Changes a term of the watch list.',
    z.object({
      termId: id,
      term: z.string().min(1).optional(),
      variants: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
    nothing,
  ),
  'terms.delete': define(
    'Takes terms off the watch list; can be undone.',
    z.object({ termIds: z.array(id).min(1) }),
    nothing,
  ),
  'termUses.create': define(
    'Says what a term means in a passage: what it consists of.',
    z.object({
      at: passageOrPlace,
      termId: id.optional(),
      newTerm: newName.describe('a term to put on the watch list in the same step'),
      meaning: z.string(),
    }),
    model.termUse,
  ),
  'termUses.update': define(
    'Changes what a term means in a passage.',
    z.object({ termUseId: id, meaning: z.string() }),
    nothing,
  ),
  'termUses.delete': define(
    'Removes meanings of terms; can be undone.',
    z.object({ termUseIds: z.array(id).min(1) }),
    nothing,
  ),
  'questions.create': define(
    'Adds a standing question of the project’s own.',
    z.object({ text: z.string().min(1) }),
    model.question,
  ),
  'questions.update': define(
    'Rewords or reorders a standing question; a built-in one can be reworded too.',
    z.object({
      questionId: id,
      text: z.string().min(1).optional(),
      order: z.number().optional(),
    }),
    nothing,
  ),
  'questions.delete': define(
    'Takes standing questions away, built-in ones too; can be undone.',
    z.object({ questionIds: z.array(id).min(1) }),
    nothing,
  ),
  'answers.create': define(
    'Answers a standing question with a passage.',
    z.object({
      at: passageOrPlace,
      questionId: id.optional(),
      newQuestion: newName.describe('words of a question to add in the same step'),
      note: z.string().optional(),
    }),
    model.answer,
  ),
  'answers.update': define(
    'Changes the note of an answer.',
    z.object({ answerId: id, note: z.string() }),
    nothing,
  ),
  'answers.delete': define(
    'Removes answers; can be undone.',
    z.object({ answerIds: z.array(id).min(1) }),
    nothing,
  ),
  'disjunctures.create': define(
    'Notes a disjuncture: two sides with evidence, seen from a standpoint.',
    z.object({ title: z.string().min(1), ...disjunctureFields }),
    model.disjuncture,
  ),
  'disjunctures.update': define(
    'Changes a disjuncture.',
    z.object({ disjunctureId: id, title: z.string().min(1).optional(), ...disjunctureFields }),
    nothing,
  ),
  'disjunctures.delete': define(
    'Removes disjunctures; can be undone.',
    z.object({ disjunctureIds: z.array(id).min(1) }),
    nothing,
  ),
  'threads.create': define(
    'Begins a thread from an entry-level passage to second-level ones.',
    z.object({ title: z.string().min(1), ...threadFields }),
    model.thread,
  ),
  'threads.update': define(
    'Changes a thread; given items replace the present ones.',
    z.object({ threadId: id, title: z.string().min(1).optional(), ...threadFields }),
    nothing,
  ),
  'threads.delete': define(
    'Removes threads; can be undone.',
    z.object({ threadIds: z.array(id).min(1) }),
    nothing,
  ),
  'circuits.create': define(
    'Names a circuit: a closed walk through links, flows and steps; where it is not closed, it says so.',
    z.object({ title: z.string().min(1), ...circuitFields }),
    model.circuit,
  ),
  'circuits.update': define(
    'Changes a circuit; says where it is not closed.',
    z.object({ circuitId: id, title: z.string().min(1).optional(), ...circuitFields }),
    model.circuit,
  ),
  'circuits.delete': define(
    'Removes circuits; can be undone.',
    z.object({ circuitIds: z.array(id).min(1) }),
    nothing,
  ),
}

const onPassages = z.object({ sourceId: id.optional(), passageId: id.optional() })

export const indexingQueries = {
  'activations.list': define(
    'Activations, all or of a source, passage, text or clause.',
    onPassages.extend({ textId: id.optional(), clauseId: id.optional() }),
    z.object({
      items: z.array(
        model.activation.extend({
          textTitle: z.string(),
          clauseLabel: z.string(),
          actorName: z.string(),
          start: z.number(),
          end: z.number(),
          quote: z.string(),
        }),
      ),
    }),
  ),
  'workAccounts.list': define(
    'Work accounts, all or of a source or passage.',
    onPassages,
    z.object({ items: z.array(model.workAccount.extend({ quote: z.string() })) }),
  ),
  'terms.list': define('The watch list.', nothing, z.object({ items: z.array(model.term) })),
  'terms.marks': define(
    'Where terms of the watch list stand in a source, in the order of the text.',
    z.object({ sourceId: id }),
    z.object({
      items: z.array(
        place.extend({ termId: id, termUseId: id.nullable().describe('its meaning, if given') }),
      ),
    }),
  ),
  'terms.occurrences': define(
    'Every use of a term: in the sources by date and speaker, in code names and in memos.',
    z.object({ termId: id }),
    z.object({
      items: z.array(
        place.extend({
          sourceTitle: z.string(),
          date: z.string(),
          speaker: z.string(),
          paragraph: z.number(),
          excerpt: z.string(),
          termUseId: id.nullable(),
          meaning: z.string(),
        }),
      ),
      codes: z.array(z.object({ id, name: z.string() })),
      memos: z.array(z.object({ id, title: z.string() })),
    }),
  ),
  'termUses.list': define(
    'Meanings that terms were given, all or of a source or passage.',
    onPassages,
    z.object({
      items: z.array(
        model.termUse.extend({
          term: z.string(),
          start: z.number(),
          end: z.number(),
          quote: z.string(),
        }),
      ),
    }),
  ),
  'questions.list': define(
    'Standing questions, the four built-in ones first.',
    nothing,
    z.object({ items: z.array(model.question) }),
  ),
  'answers.list': define(
    'Answers to standing questions, all or of a source or question.',
    onPassages.extend({ questionId: id.optional() }),
    z.object({ items: z.array(model.answer.extend({ quote: z.string() })) }),
  ),
  'questions.coverage': define(
    'How many answers each source gives to each question.',
    nothing,
    z.object({
      items: z.array(
        z.object({
          sourceId: id,
          title: z.string(),
          answers: z.record(z.string(), z.number()).describe('question → number of answers'),
        }),
      ),
    }),
  ),
  'disjunctures.list': define(
    'Disjunctures.',
    nothing,
    z.object({ items: z.array(model.disjuncture) }),
  ),
  'threads.list': define('Threads.', nothing, z.object({ items: z.array(model.thread) })),
  'circuits.list': define(
    'Circuits that have been named.',
    nothing,
    z.object({ items: z.array(model.circuit) }),
  ),
  'circuits.find': define(
    'Closed walks in the graph of links and flows that have not been named, shortest first.',
    z.object({ limit: z.number().int().min(1).max(500).optional() }),
    z.object({
      items: z.array(z.object({ members: z.array(model.thing), labels: z.array(z.string()) })),
      isComplete: z.boolean().describe('false: there are more'),
    }),
  ),
}
