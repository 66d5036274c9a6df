import { currentProject } from '../app/session.ts'
import { remember, remembered } from '../app/settings.ts'

const most = 6

/** Reasons given last in the open project, the latest first. */
export function recentReasons(): string[] {
  const kept = remembered(key())
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
}

export function noteReason(reason: string): void {
  const words = reason.trim()
  if (words === '') return
  const others = recentReasons().filter((one) => one !== words)
  void remember(key(), [words, ...others].slice(0, most))
}

function key(): string {
  return `recent-reasons:${currentProject()?.id ?? ''}`
}
