import type { TextRange } from '../../../shared/text/segments.ts'
import { knownCodes } from '../codes/known-codes.ts'
import { newCodeFields } from '../codes/new-code.ts'
import { entityById } from '../project/entities.ts'
import { changeInPortions } from '../project/long-change.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codingPlace, requireCodes } from '../rounds/round.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import { passageAt } from './passage-at.ts'
import { codePassage, createCode, inRound } from './passage-commands.ts'

/** What is coded: codes that are there and one that is made in the same step. */
interface Chosen {
  codeIds: readonly string[]
  newCode?: { name: string; parentId?: string | null | undefined } | undefined
}

/** Codes that things are to be coded with; refuses those a round does not use. */
export function chosenCodes(project: Project, { codeIds, newCode }: Chosen) {
  const codes = codeIds.map((id) => ({
    id,
    name: String(entityById(project, 'codes', id, 'code.notFound').name),
  }))
  const fresh = newCode
    ? { id: project.newId(), fields: newCodeFields(knownCodes(project), newCode) }
    : null
  if (fresh) codes.push({ id: fresh.id, name: fresh.fields.name })
  if (codes.length === 0) throw new Refusal('code.notFound', { id: '' })
  return { codes, fresh }
}

/**
 * Codes places of many sources as one step that can be stopped; a place may have been coded so before.
 * `rangeOf` makes of a place, in the text of its source, the range that is coded.
 */
export async function codeMany<P extends TextRange>(
  project: Project,
  task: Task,
  command: string,
  { codes, fresh }: ReturnType<typeof chosenCodes>,
  bySource: ReadonlyMap<string, readonly P[]>,
  rangeOf: (text: string, place: P) => TextRange = (_, place) => place,
): Promise<{ passages: number; codings: number; codeIds: string[] }> {
  const [first] = bySource.keys()
  const codeIds = codes.map(({ id }) => id)
  const counts = { passages: 0, codings: 0 }
  // A new code is made for what it codes.
  if (first === undefined) return { ...counts, codeIds: codeIds.filter((id) => id !== fresh?.id) }
  const { layer, round } = codingPlace(project, first)
  requireCodes(round, codes)
  const codeIn = (edit: Edit, [sourceId, places]: readonly [string, readonly P[]]) => {
    const text = storedCharacters(project.db, sourceId) ?? ''
    edit(codingPlace(project, sourceId).document, (doc) => {
      const before = doc.getMap('codings').size
      for (const place of places) {
        const { start, end } = rangeOf(text, place)
        const passageId = passageAt(project, { doc, layer }, sourceId, text, start, end)
        for (const codeId of codeIds)
          codePassage(project, { doc, layer }, { passageId, codeId, sourceId })
        counts.passages += 1
      }
      counts.codings += doc.getMap('codings').size - before
    })
  }
  const act = {
    command,
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

/** So many places, or sources, are coded in one piece; then others are let in. */
const mostPlaces = 400
const mostSources = 16

/** A round has one document for all its sources, which can be changed only once in a step. */
function portionsOf<T extends readonly [string, readonly unknown[]]>(
  sources: readonly T[],
  isOne: boolean,
): T[][] {
  if (isOne) return [[...sources]]
  const portions: T[][] = []
  let places = Infinity
  for (const source of sources) {
    const last = portions.at(-1)
    if (last && places < mostPlaces && last.length < mostSources) last.push(source)
    else {
      portions.push([source])
      places = 0
    }
    places += source[1].length
  }
  return portions
}
