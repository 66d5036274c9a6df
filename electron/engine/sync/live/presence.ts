import type { Awareness } from 'y-protocols/awareness'
import type { LivePerson } from '../../../../shared/contract/live.ts'
import { shown, type Shown } from './messages.ts'

/** Where somebody is. */
export type Place = Pick<Shown, 'sourceId' | 'start' | 'end' | 'top' | 'memo'>

export const nowhere: Place = { sourceId: null, start: null, end: null, top: null, memo: null }

/** Id of the one analyst who is here besides this one; empty if there are more, or none. */
export function onlyPartner(awareness: Awareness | null, analystId: string): string {
  const analysts = new Set(awareness ? peopleIn(awareness).map((person) => person.analystId) : [])
  analysts.delete(analystId)
  const [first = '', ...others] = analysts
  return others.length === 0 ? first : ''
}

/** Who is here besides oneself, by what they show; states that say nothing of that kind are left out. */
export function peopleIn(awareness: Awareness): LivePerson[] {
  const people = new Map<string, LivePerson>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const parsed = shown.safeParse(state)
    if (parsed.success) people.set(parsed.data.device, parsed.data)
  }
  return [...people.values()].sort((a, b) => (a.since < b.since ? -1 : 1))
}
