import type { SavedQuestion } from '../../../shared/contract/analysis.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { requireWords } from '../texts/new-text.ts'
import { ask } from './ask.ts'
import { codeAnswers } from './code-answers.ts'
import { group, matrix } from './matrix.ts'
import { namesOf } from './names.ts'

export const analysisCommands: CommandHandlers<
  'savedQuestions.create' | 'savedQuestions.update' | 'savedQuestions.delete' | 'analysis.code'
> = {
  'savedQuestions.create': ({ name, question, note }, { project }) => {
    const id = makeThing(project, 'savedQuestion', 'savedQuestions.create', {
      name: requireWords(name),
      question,
      note: note ?? '',
    })
    return thingById(project, 'savedQuestion', id) as unknown as SavedQuestion
  },
  'savedQuestions.update': ({ savedQuestionId, name, ...fields }, { project }) => {
    changeThings(project, 'savedQuestion', 'savedQuestions.update', [savedQuestionId], {
      ...fields,
      name: name === undefined ? undefined : requireWords(name),
    })
    return {}
  },
  'savedQuestions.delete': ({ savedQuestionIds }, { project }) => {
    deleteThings(project, 'savedQuestion', 'savedQuestions.delete', savedQuestionIds)
    return {}
  },
  'analysis.code': (input, { project, task }) => codeAnswers(project, task(input.task), input),
}

export const analysisQueries: QueryHandlers<
  'analysis.ask' | 'analysis.group' | 'analysis.matrix' | 'analysis.names' | 'savedQuestions.list'
> = {
  'analysis.ask': ({ question, ...page }, { project, task }) =>
    ask(project, task(undefined), question, page),
  'analysis.group': ({ question, by, measure }, { project, task }) =>
    group(project, task(undefined), question, by, measure),
  'analysis.matrix': async (options, { project, task }) => {
    const counted = await matrix(project, task(undefined), options)
    return { ...counted, cells: counted.cells.flat() }
  },
  'analysis.names': (_, { project }) => ({ items: namesOf(project) }),
  'savedQuestions.list': (_, { project }) => ({ items: listSavedQuestions(project) }),
}

function listSavedQuestions(project: Project): SavedQuestion[] {
  return (listEntities(project, 'savedQuestions') as unknown as SavedQuestion[]).sort((a, b) =>
    a.name.localeCompare(b.name, 'nb'),
  )
}
