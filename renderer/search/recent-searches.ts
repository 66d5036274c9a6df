import { useMemo } from 'react'
import { useSession } from '../app/session.ts'
import { remember, remembered, useSettings } from '../app/settings.ts'

const kept = 30

function keyFor(projectId: string): string {
  return `searches:${projectId}`
}

function asList(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.filter((item): item is string => typeof item === 'string')
}

/** What has been searched for in this project, latest first. */
export function useRecentSearches(): string[] {
  const projectId = useSession((session) => session.project?.id ?? '')
  const value = useSettings().window[keyFor(projectId)]
  return useMemo(() => asList(value), [value])
}

export async function noteSearch(projectId: string, query: string): Promise<void> {
  const words = query.trim()
  if (words === '') return
  const before = asList(remembered(keyFor(projectId)))
  if (before[0] === words) return
  const others = before.filter((item) => item !== words)
  await remember(keyFor(projectId), [words, ...others].slice(0, kept))
}

export async function forgetSearch(projectId: string, query: string): Promise<void> {
  const before = asList(remembered(keyFor(projectId)))
  await remember(
    keyFor(projectId),
    before.filter((item) => item !== query),
  )
}
