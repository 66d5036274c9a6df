import type { z } from 'zod'
import type { CommandOutput, commands } from '../../../shared/contract/index.ts'
import type { CommandHandlers } from '../handlers.ts'
import { chosenCodes, codeMany } from '../passages/code-many.ts'
import { codableRange } from '../passages/passage-at.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { requireWords } from '../texts/new-text.ts'
import { unitsOf, type CodedUnit } from './coded-units.ts'
import { readQuery } from './find-hits.ts'
import { foundBy } from './found.ts'
import { savedSearchById } from './saved-searches.ts'
import { setStopWords } from './stop-words.ts'

export const searchCommands: CommandHandlers<
  | 'search.code'
  | 'savedSearches.create'
  | 'savedSearches.update'
  | 'savedSearches.delete'
  | 'stopWords.set'
> = {
  'search.code': (input, context) => codeHits(context.project, input, context.task(input.task)),
  'savedSearches.create': ({ name, ...fields }, { project }) => {
    readQuery(fields.query)
    const id = makeThing(project, 'savedSearch', 'savedSearches.create', {
      name: requireWords(name),
      ...fields,
    })
    return savedSearchById(project, id)
  },
  'savedSearches.update': ({ savedSearchId, ...fields }, { project }) => {
    if (fields.query !== undefined) readQuery(fields.query)
    const name = fields.name === undefined ? undefined : requireWords(fields.name)
    changeThings(project, 'savedSearch', 'savedSearches.update', [savedSearchId], {
      ...fields,
      name,
    })
    return {}
  },
  'savedSearches.delete': ({ savedSearchIds }, { project }) => {
    deleteThings(project, 'savedSearch', 'savedSearches.delete', savedSearchIds)
    return {}
  },
  'stopWords.set': ({ words, isStop }, { project }) => {
    setStopWords(project, words, isStop)
    return {}
  },
}

type Asked = z.output<(typeof commands)['search.code']['input']>

async function codeHits(
  project: Project,
  { unit, codeIds = [], newCode, except = [], expected, ...asked }: Asked,
  task: Task,
): Promise<CommandOutput<'search.code'>> {
  const spec = { query: asked.query, reach: asked.reach, scope: asked.scope }
  const found = await foundBy(project, spec, task)
  const { units } = await unitsOf(project, found, unit, task)
  if (expected !== undefined && expected !== units.length)
    throw new Refusal('search.changed', { expected, found: units.length })
  const leftOut = new Set(except)
  const bySource = new Map<string, CodedUnit[]>()
  for (const one of units) {
    if (leftOut.has(one.id)) continue
    const known = bySource.get(one.source.id)
    if (known) known.push(one)
    else bySource.set(one.source.id, [one])
  }
  const chosen = chosenCodes(project, { codeIds: [...new Set(codeIds)], newCode })
  return codeMany(project, task, 'search.code', chosen, bySource, (text, { start, end }) =>
    codableRange(text, start, end),
  )
}
