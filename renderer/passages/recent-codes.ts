import { currentProject } from '../app/session.ts'
import { remember, remembered } from '../app/settings.ts'
import type { Code } from '../../shared/model/entities.ts'

const most = 9

/**
 * Ids of the codes used last in the open project, the latest first; reached by the keys 1–9. Those
 * that have been deleted or retired are left out, so that a key means what the picker shows beside it.
 */
export function recentCodes(codes: readonly Code[]): string[] {
  return recentAmong(usedCodes(), codes)
}

export function recentAmong(used: readonly string[], codes: readonly Code[]): string[] {
  const offered = new Set(codes.filter((code) => code.status !== 'retired').map((code) => code.id))
  return used.filter((id) => offered.has(id))
}

function usedCodes(): readonly string[] {
  const kept = remembered(key())
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
}

/** The order stays while a code among the first nine is used again, so that its key stays too. */
export function noteCodesUsed(ids: readonly string[]): void {
  const present = usedCodes()
  const fresh = ids.filter((id) => id !== '' && !present.includes(id))
  if (fresh.length > 0) void remember(key(), [...fresh, ...present].slice(0, most))
}

function key(): string {
  return `recent-codes:${currentProject()?.id ?? ''}`
}
