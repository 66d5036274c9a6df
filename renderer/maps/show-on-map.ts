import type { Thing, WorkMap } from '../../shared/model/institution.ts'
import { ask } from '../app/engine-client.ts'
import { createStore, useStore } from '../app/store.ts'
import { openView, select } from '../app/workspace.ts'

/** What a map has been opened for, until it has brought it to the middle. */
const wanted = createStore<{ on: { mapId: string; key: string } | null }>({ on: null })

/** The key of what this map has been opened for. */
export function useWantedOn(mapId: string): string | undefined {
  return useStore(wanted, ({ on }) => (on?.mapId === mapId ? on.key : undefined))
}

export function forgetWanted(): void {
  wanted.set({ on: null })
}

/** Opens a map with a thing on it chosen and in the middle. */
export function showOnMap(mapId: string, { type, id }: Thing): void {
  openView({ type: 'map', id: mapId })
  if (type !== 'site' && type !== 'process' && type !== 'disjuncture') select({ type, id })
  wanted.set({ on: { mapId, key: `${type}:${id}` } })
}

/** Opens a map at what rests on a passage there. */
export async function showPassageOnMap(map: WorkMap, passageId: string): Promise<void> {
  const claims = await ask('claims.list', { passageId })
  for (const { about } of claims.ok ? claims.value.items : []) {
    const maps = await ask('maps.list', { thing: about })
    if (!maps.ok || !maps.value.items.some(({ id }) => id === map.id)) continue
    showOnMap(map.id, about)
    return
  }
  openView({ type: 'map', id: map.id })
}
