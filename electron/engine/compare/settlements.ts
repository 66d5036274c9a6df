import type * as Y from 'yjs'
import type { Settlement } from '../../../shared/contract/compare.ts'
import { createEntity, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { sourceOfItem } from './source-of-item.ts'

/** Whose codings or statements, and of which layer: the working one if none is given. */
export interface Layer {
  analystId: string
  layer?: string | undefined
}

/**
 * Everybody stands first in their own window. What is kept about an item, its id and who of A and B was
 * right, goes by one order of the two: whether a window shows them the other way round.
 */
export function isTurned(a: Layer, b: Layer): boolean {
  const keyOf = ({ analystId, layer = '' }: Layer) => `${analystId} ${layer}`
  return keyOf(a) > keyOf(b)
}

/** A decision as it is to be read, or kept, where the two may stand the other way round. */
export function inOrderOf<T extends Pick<Decision, 'outcome'>>(decision: T, turned: boolean): T {
  const { outcome } = decision
  if (!turned || (outcome !== 'A' && outcome !== 'B')) return decision
  return { ...decision, outcome: outcome === 'A' ? 'B' : 'A' }
}

export interface Decision {
  outcome: Settlement['outcome']
  reason: string
  dissent?: string | undefined
  codeId?: string | undefined
}

/** A decision as it is kept. */
type Kept = Omit<Settlement, 'code'> & { item: string; codeId?: string | undefined }

/** The latest decision about each item, by its id; earlier ones stay in the project. */
export function latestSettlements(project: Project): Map<string, Settlement> {
  const all = listEntities(project, 'settlements') as unknown as Kept[]
  const inTime = all.sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  )
  return new Map(
    inTime.map(({ item, codeId, ...settlement }) => {
      const code = codeId === undefined ? null : { id: codeId, name: nameOfCode(project, codeId) }
      return [item, { ...settlement, code }]
    }),
  )
}

/** Also of a code that was deleted since. */
function nameOfCode(project: Project, codeId: string): string {
  return String(project.map('codes').get(codeId)?.get('name') ?? '')
}

/** A decision needs a reason that others can read (invariant 9); to put it off needs none. */
export function requireReason({ outcome, reason }: Decision): void {
  if (outcome !== 'defer' && reason.trim() === '') throw new Refusal('settle.noReason')
}

/** Writes a decision about an item; inside a change. */
export function writeSettlement(
  project: Project,
  doc: Y.Doc,
  id: string,
  item: string,
  { outcome, reason, dissent = '', codeId }: Decision,
): void {
  // The source goes with it, so that the reason is purged where the source is withdrawn (S9).
  const sourceId = sourceOfItem(project, item)
  const fields = { item, outcome, reason: reason.trim(), dissent, sourceId }
  const code = outcome === 'recode' && codeId !== undefined ? { codeId } : {}
  createEntity(project, doc, 'settlements', id, { ...fields, ...code })
}
