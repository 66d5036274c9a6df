import { currentProject } from '../app/session.ts'
import { remember, remembered } from '../app/settings.ts'

const most = 9

/** Codes used last in the open project, the latest first; reached by the keys 1–9. */
export function recentCodes(): readonly string[] {
  const kept = remembered(key())
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
}

/** The order stays while a code among the first nine is used again, so that its key stays too. */
export function noteCodesUsed(ids: readonly string[]): void {
  const present = recentCodes()
  const fresh = ids.filter((id) => id !== '' && !present.includes(id))
  if (fresh.length > 0) void remember(key(), [...fresh, ...present].slice(0, most))
}

function key(): string {
  return `recent-codes:${currentProject()?.id ?? ''}`
}
