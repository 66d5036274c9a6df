import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Process, Step } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { text } from '../../app/i18n.ts'
import type { Translate } from '../../app/i18n.ts'
import { timeWords } from '../week-text.ts'

export type Difference = QueryOutput<'processes.compare'>['rows'][number]['differs'][number]

/** In the order in which they are told. */
export const aspects: readonly Difference[] = [
  'action',
  'actors',
  'site',
  'texts in',
  'texts out',
  'time',
  'visibility',
]

/** Steps that correspond, in the order of the compared processes; undefined where one is lacking. */
export interface ComparedRow {
  key: string
  steps: ReadonlyArray<Step | undefined>
  differs: readonly Difference[]
  isLacking: boolean
}

/** A compared process with the letter it goes by. */
export interface Column {
  letter: string
  process: Process
  name: string
}

export function rowsOf(
  comparison: QueryOutput<'processes.compare'>,
  stepById: ReadonlyMap<string, Step>,
): ComparedRow[] {
  return comparison.rows.map(({ stepIds, differs }) => ({
    key: stepIds.join(),
    steps: stepIds.map((id) => (id === null ? undefined : stepById.get(id))),
    differs,
    isLacking: stepIds.includes(null),
  }))
}

/** What a step says in one respect, in words; empty if nothing. */
export function wordsOf(
  t: Translate,
  step: Step,
  aspect: Difference,
  nameById: ReadonlyMap<string, string>,
): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameById.get(id) ?? '').join(', ')
  switch (aspect) {
    case 'action':
      return step.action
    case 'actors':
      return names(step.actorIds)
    case 'site':
      return step.siteId === null ? '' : names([step.siteId])
    case 'texts in':
      return names(step.textInIds)
    case 'texts out':
      return names(step.textOutIds)
    case 'time':
      return timeWords(t, step)
    case 'visibility':
      return t(`institution.visibility.${step.visibility}`)
  }
}

/** Lets a step correspond to another one of a compared process. */
export async function setCounterpart(step: Step, counterpartId: string): Promise<void> {
  const done = await act('steps.update', { stepId: step.id, counterpartId })
  if (done !== undefined) toastWithUndo(text('work.counterpartSet'))
}

/**
 * Parts a step from the others of its row, at the end where they are tied. Steps of the same words
 * correspond by themselves, so that one of them is made its own counterpart: it stands alone.
 */
export async function undoCounterpart(step: Step, row: ComparedRow): Promise<void> {
  const others = row.steps.filter((other) => other !== undefined && other.id !== step.id)
  const part = (one: Step, from: ReadonlyArray<Step | undefined>) => {
    const hasSameWords = from.some((other) => other && folded(other) === folded(one))
    return act('steps.update', { stepId: one.id, counterpartId: hasSameWords ? one.id : null })
  }
  const tied = others.filter((other) => other?.counterpartId === step.id)
  for (const other of tied) if (other) await part(other, [step])
  if (tied.length < others.length) await part(step, others)
  toastWithUndo(text('work.counterpartUndone'))
}

function folded(step: Step): string {
  return step.action.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}
