import type { Question } from '../../../shared/model/institution.ts'
import { standingQuestions } from '../../../shared/model/institution-kinds.ts'
import type { CommandHandlers } from '../handlers.ts'
import { createEntity, listEntities, updateEntity, type Fields } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'

const builtIn: readonly string[] = standingQuestions

/**
 * The four built-in questions and the project's own. A built-in one has a record only once it was
 * reworded, moved or taken away.
 */
export function listQuestions(project: Project): Question[] {
  const records = new Map(
    listEntities(project, 'questions').map((record) => [record.id, record as Fields]),
  )
  const hidden = (id: string) => records.get(id)?.hidden === true
  const questionOf = (id: string, order: number): Question => {
    const record = records.get(id)
    return {
      id,
      text: typeof record?.text === 'string' ? record.text : '',
      builtIn: builtIn.includes(id),
      order: typeof record?.order === 'number' ? record.order : order,
    }
  }
  const ids = [...builtIn, ...[...records.keys()].filter((id) => !builtIn.includes(id))]
  return ids
    .filter((id) => !hidden(id))
    .map((id, index) => questionOf(id, index + 1))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The order number of the one that stands last. */
export function lastQuestion(project: Project): number {
  return Math.max(0, ...listQuestions(project).map((question) => question.order))
}

export function requireQuestion(project: Project, id: string): Question {
  const found = listQuestions(project).find((question) => question.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'question' })
  return found
}

export const questionCommands: CommandHandlers<
  'questions.create' | 'questions.update' | 'questions.delete'
> = {
  'questions.create': ({ text }, { project }) => {
    const words = requireWords(text)
    const order = lastQuestion(project) + 1
    const id = project.newId()
    project.change({ command: 'questions.create', label: words, entities: [id] }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'questions', id, { text: words, order, hidden: false }),
      ),
    )
    return requireQuestion(project, id)
  },
  'questions.update': ({ questionId, ...fields }, { project }) => {
    const found = requireQuestion(project, questionId)
    const text = fields.text === undefined ? undefined : requireWords(fields.text)
    write(project, 'questions.update', [found], { ...fields, text })
    return {}
  },
  'questions.delete': ({ questionIds }, { project }) => {
    const found = questionIds.map((id) => requireQuestion(project, id))
    write(project, 'questions.delete', found, { hidden: true })
    return {}
  },
}

function write(
  project: Project,
  command: string,
  questions: readonly Question[],
  fields: Fields,
): void {
  project.change(
    {
      command,
      label: questions.map((question) => question.text || question.id).join(', '),
      entities: questions.map((question) => question.id),
    },
    (edit) =>
      edit('project', (doc) => {
        for (const { id, order } of questions) {
          if (doc.getMap('questions').has(id)) updateEntity(project, doc, 'questions', id, fields)
          else createEntity(project, doc, 'questions', id, { order, hidden: false, ...fields })
        }
      }),
  )
}
