import type { z } from 'zod'
import type { CommandOutput, commands } from '../../../shared/contract/index.ts'
import { knownCodes } from '../codes/known-codes.ts'
import { newCodeFields } from '../codes/new-code.ts'
import type { CommandHandlers } from '../handlers.ts'
import { codePassage, createCode, inRound } from '../passages/passage-commands.ts'
import { codableRange, passageAt } from '../passages/passage-at.ts'
import { entityById } from '../project/entities.ts'
import { changeInPortions } from '../project/long-change.ts'
import type { Edit, Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { codingPlace, requireCodes } from '../rounds/round.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
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
  return codeUnits(project, bySource, { codeIds: [...new Set(codeIds)], newCode }, task)
}

async function codeUnits(
  project: Project,
  bySource: ReadonlyMap<string, readonly CodedUnit[]>,
  { codeIds: chosen, newCode }: { codeIds: readonly string[]; newCode: Asked['newCode'] },
  task: Task,
): Promise<CommandOutput<'search.code'>> {
  const [first] = bySource.keys()
  const codes = chosen.map((id) => ({
    id,
    name: String(entityById(project, 'codes', id, 'code.notFound').name),
  }))
  const fresh = newCode
    ? { id: project.newId(), fields: newCodeFields(knownCodes(project), newCode) }
    : null
  if (fresh) codes.push({ id: fresh.id, name: fresh.fields.name })
  const codeIds = codes.map(({ id }) => id)
  if (codeIds.length === 0) throw new Refusal('code.notFound', { id: '' })
  if (first === undefined) return { passages: 0, codings: 0, codeIds: [...chosen] }
  const { layer, round } = codingPlace(project, first)
  requireCodes(round, codes)
  const counts = { passages: 0, codings: 0 }
  const codeIn = (edit: Edit, [sourceId, units]: readonly [string, readonly CodedUnit[]]) => {
    const text = storedCharacters(project.db, sourceId) ?? ''
    edit(codingPlace(project, sourceId).document, (doc) => {
      const before = doc.getMap('codings').size
      for (const unit of units) {
        const { start, end } = codableRange(text, unit.start, unit.end)
        const passageId = passageAt(project, { doc, layer }, sourceId, text, start, end)
        for (const codeId of codeIds)
          codePassage(project, { doc, layer }, { passageId, codeId, sourceId })
        counts.passages += 1
      }
      counts.codings += doc.getMap('codings').size - before
    })
  }
  const act = {
    command: 'search.code',
    label: codes.map(({ name }) => name).join(', '),
    entities: [...bySource.keys(), ...codeIds],
    ...inRound(layer),
  }
  const portions = portionsOf([...bySource], layer !== 'working').map(
    (portion, index) => (edit: Edit) => {
      if (index === 0 && fresh) edit('project', (doc) => createCode(project, doc, fresh))
      for (const one of portion) codeIn(edit, one)
    },
  )
  await changeInPortions(project, act, portions, task)
  return { ...counts, codeIds }
}

/** So many units, or sources, are coded in one piece; then others are let in. */
const mostUnits = 400
const mostSources = 16

/** A round has one document for all its sources, which can be changed only once in a step. */
function portionsOf<T extends readonly [string, readonly unknown[]]>(
  sources: readonly T[],
  isOne: boolean,
): T[][] {
  if (isOne) return [[...sources]]
  const portions: T[][] = []
  let units = Infinity
  for (const source of sources) {
    const last = portions.at(-1)
    if (last && units < mostUnits && last.length < mostSources) last.push(source)
    else {
      portions.push([source])
      units = 0
    }
    units += source[1].length
  }
  return portions
}
