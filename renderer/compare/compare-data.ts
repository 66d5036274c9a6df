import type { Settlement } from '../../shared/contract/compare.ts'
import type { TextKey } from '../../shared/i18n/index.ts'
import { text } from '../app/i18n.ts'

export type {
  ComparedItem,
  ComparedThing,
  ConflictItem,
  Remark,
  Settlement,
} from '../../shared/contract/compare.ts'

/** What can be settled, wherever it comes from. */
export interface SettleItem {
  id: string
  settlement: Settlement | null
  /** Both say the same: there is nothing to settle. */
  isAgreed: boolean
}

export const itemStates = ['open', 'settled', 'deferred', 'agreed'] as const
export type ItemState = (typeof itemStates)[number]
export type Outcome = Settlement['outcome']

export interface Decision {
  outcome: Outcome
  reason: string
  dissent: string
  codeId?: string
}

/** One of the two whose work is compared. */
export interface Side {
  name: string
  initials: string
  hue: number
}
export interface Sides {
  a: Side
  b: Side
}

export function stateOf({ settlement, isAgreed }: SettleItem): ItemState {
  if (settlement?.outcome === 'defer') return 'deferred'
  if (settlement !== null) return 'settled'
  return isAgreed ? 'agreed' : 'open'
}

/** How many there are to settle, and how many are settled. */
export function progressOf(items: readonly SettleItem[]): { count: number; settled: number } {
  const states = items.map(stateOf)
  const settled = items.filter((item, at) => states[at] === 'settled' && !item.isAgreed).length
  return { count: items.filter(({ isAgreed }) => !isAgreed).length, settled }
}

/** The next item that waits, behind (or before) a place and from the other end on; undefined if none does. */
export function nextOpen<T extends SettleItem>(
  items: readonly T[],
  from: number,
  step: 1 | -1,
): T | undefined {
  for (let away = 1; away < items.length; away += 1) {
    const item = items[(((from + step * away) % items.length) + items.length) % items.length]
    if (item !== undefined && stateOf(item) === 'open') return item
  }
  return undefined
}

/** What was decided, in a few words: “KN stands”, “another code: waiting”. */
export function decidedWords(outcome: Outcome, { a, b }: Sides, code?: string): string {
  const words = text(`compare.decided.${outcome}` as TextKey, { a: a.initials, b: b.initials })
  return code === undefined || code === '' ? words : `${words}: ${code}`
}
