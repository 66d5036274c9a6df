import type { CommandInput } from '../../shared/contract/index.ts'
import type { Actor, Claim, Process, Site, Step } from '../../shared/model/institution.ts'
import { act, ask } from '../app/engine-client.ts'
import { oneByOne } from '../app/one-by-one.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { closeViews, openView, select } from '../app/workspace.ts'
import { focusField } from './focus-field.ts'
import { neighbourOf, ordersAfterMove } from './ordering.ts'

export type StepFields = Omit<CommandInput<'steps.update'>, 'stepId'>

export const updateStep = async (stepId: string, fields: StepFields): Promise<void> =>
  void (await act('steps.update', { stepId, ...fields }))

export async function moveStep(
  steps: readonly Step[],
  id: string,
  beforeId: string | null,
): Promise<void> {
  for (const { id: stepId, order } of ordersAfterMove(steps, id, beforeId)) {
    await act('steps.update', { stepId, order })
  }
}

export async function moveActor(
  actors: readonly Actor[],
  id: string,
  beforeId: string | null,
): Promise<void> {
  for (const { id: actorId, order } of ordersAfterMove(actors, id, beforeId)) {
    await act('actors.update', { actorId, order })
  }
}

export async function moveSite(
  sites: readonly Site[],
  id: string,
  beforeId: string | null,
): Promise<void> {
  for (const { id: siteId, order } of ordersAfterMove(sites, id, beforeId)) {
    await act('sites.update', { siteId, order })
  }
}

const queueMove = oneByOne()

/**
 * Moves a thing of a list by one place with `move`, in the list as the engine has it, which may not
 * have been painted yet; whether it could in the painted one.
 */
export function moveByKey<T extends { id: string; order: number }>(
  items: readonly T[],
  id: string,
  by: 1 | -1,
  listNow: () => Promise<readonly T[]>,
  move: (items: readonly T[], id: string, beforeId: string | null) => Promise<void>,
): boolean {
  queueMove(false, async () => {
    const now = await listNow()
    const before = neighbourOf(now, id, by)
    if (before !== undefined) await move(now, id, before)
  })
  return neighbourOf(items, id, by) !== undefined
}

export async function stepsNow(processId: string): Promise<readonly Step[]> {
  const answer = await ask('steps.list', { processId })
  return answer.ok ? answer.value.items : []
}

export async function actorsNow(): Promise<readonly Actor[]> {
  const answer = await ask('actors.list', {})
  return answer.ok ? answer.value.items : []
}

export async function sitesNow(): Promise<readonly Site[]> {
  const answer = await ask('sites.list', {})
  return answer.ok ? answer.value.items : []
}

export async function deleteSteps(stepIds: string[]): Promise<boolean> {
  const done = await act('steps.delete', { stepIds })
  if (done === undefined) return false
  toastWithUndo(
    text('work.deletedSteps', { count: stepIds.length }),
    text('work.deletedSteps_hint'),
  )
  return true
}

export async function mergeSteps(stepIds: readonly string[], into: Step): Promise<boolean> {
  const others = stepIds.filter((id) => id !== into.id)
  const done = await act('steps.merge', { stepIds: others, intoId: into.id })
  if (done === undefined) return false
  toastWithUndo(text('work.merged', { count: others.length, name: into.action }))
  return true
}

export async function partStep(step: Step): Promise<void> {
  const done = await act('steps.part', { stepIds: [step.id] })
  if (done !== undefined) toastWithUndo(text('work.parted', { name: step.action }))
}

export async function deleteFlow(flowId: string): Promise<boolean> {
  const done = await act('flows.delete', { flowIds: [flowId] })
  if (done !== undefined) toastWithUndo(text('work.deletedFlow'))
  return done !== undefined
}

export async function deleteProcess(process: Process): Promise<void> {
  const done = await act('processes.delete', { processIds: [process.id] })
  if (done === undefined) return
  closeViews((view) => view.type === 'process' && view.id === process.id)
  toastWithUndo(text('work.deleted', { name: process.name }))
}

export async function makeVariant(process: Process): Promise<void> {
  const made = await act('processes.create', {
    name: process.name,
    variant: text('work.aNewVariant'),
    fromId: process.id,
  })
  if (made === undefined) return
  openView({ type: 'process', id: made.id })
  focusField(`#process-${made.id} .process-variant`)
  toastWithUndo(text('work.madeVariant', { name: process.name }))
}

/** A map of these processes, opened. */
export async function makeMap(name: string, processIds: string[]): Promise<void> {
  const made = await act('maps.create', { name: text('work.mapName', { name }), processIds })
  if (made !== undefined) openView({ type: 'map', id: made.id })
}

/** Shows the first passage that speaks of a thing in its text, and the thing in the inspector. */
export async function openEvidence(about: Claim['about'], isBeside: boolean): Promise<void> {
  if (about.type !== 'disjuncture') select({ type: about.type, id: about.id })
  const claims = await ask('claims.list', { about })
  if (!claims.ok) return
  const counting = claims.value.items.toSorted(
    (a, b) => Number(a.problem !== '') - Number(b.problem !== ''),
  )
  const passageId = counting.flatMap((claim) => claim.passageIds)[0]
  if (passageId === undefined) return
  const passage = await ask('passages.get', { passageId })
  if (!passage.ok || passage.value.state === 'lost') return
  const { sourceId, start, end } = passage.value
  openView({ type: 'source', id: sourceId, at: { start, end } }, { beside: isBeside })
}
