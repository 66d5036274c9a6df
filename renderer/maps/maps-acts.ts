import type { CommandInput } from '../../shared/contract/index.ts'
import type { LinkEnd, WorkMap } from '../../shared/model/institution.ts'
import { act, ask } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { mayChange } from '../app/read-only.ts'
import { closeViews, openView, select } from '../app/workspace.ts'
import { askForLink } from '../texts/links/link-drop.ts'
import { refOf } from './map-keys.ts'

export type MapFields = Omit<CommandInput<'maps.update'>, 'mapId'>

/** Where a node is put, in pixels of the map. */
export interface Spot {
  key: string
  x: number
  y: number
}

export async function createMap(fields: CommandInput<'maps.create'>): Promise<string | undefined> {
  const made = await act('maps.create', fields)
  if (made !== undefined) openView({ type: 'map', id: made.id })
  return made?.id
}

export async function updateMap(mapId: string, fields: MapFields): Promise<boolean> {
  return (await act('maps.update', { mapId, ...fields })) !== undefined
}

/** A map with the same things in the same places, opened. */
export async function duplicateMap(map: WorkMap): Promise<void> {
  if (!mayChange()) return
  const { kind, axis, lanesBy, preset, processIds, frames, note, nodes } = map
  const made = await act('maps.create', {
    name: text('maps.copyOf', { name: map.name }),
    ...{ kind, axis, lanesBy, preset, processIds, frames, note },
    nodes,
  })
  if (made === undefined) return
  openView({ type: 'map', id: made.id })
}

export async function deleteMap(map: WorkMap): Promise<void> {
  if (!mayChange()) return
  if ((await act('maps.delete', { mapIds: [map.id] })) === undefined) return
  closeViews((view) => view.type === 'map' && view.id === map.id)
  toastWithUndo(text('maps.deleted', { name: map.name }), text('maps.deletedHint'))
}

export async function placeNodes(mapId: string, spots: readonly Spot[]): Promise<boolean> {
  if (spots.length === 0 || !mayChange()) return false
  const done = await act('maps.place', {
    mapId,
    nodes: spots.map(({ key, x, y }) => ({
      ref: refOf(key),
      x: Math.round(x),
      y: Math.round(y),
    })),
  })
  return done !== undefined
}

/** Leaves the places of these nodes to the layout again. */
export async function freeNodes(mapId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0 || !mayChange()) return
  const nodes = keys.map((key) => ({ ref: refOf(key), x: null, y: null }))
  if ((await act('maps.place', { mapId, nodes })) === undefined) return
  toastWithUndo(text('maps.freed', { count: keys.length }))
}

export async function addNodes(mapId: string, refs: readonly LinkEnd[]): Promise<boolean> {
  if (refs.length === 0 || !mayChange()) return false
  const nodes = refs.map((ref) => ({ ref, x: null, y: null }))
  if ((await act('maps.place', { mapId, nodes })) === undefined) return false
  toastWithUndo(text('maps.added', { count: refs.length }))
  return true
}

/** Takes nodes off the map; what they stand for stays in the project. */
export async function removeNodes(mapId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0 || !mayChange()) return
  if ((await act('maps.remove', { mapId, refs: keys.map(refOf) })) === undefined) return
  toastWithUndo(text('maps.removed', { count: keys.length }), text('maps.removedHint'))
}

/** Joins two nodes: steps of one process by a flow, everything else by a link that is asked for. */
export async function join(fromKey: string, toKey: string): Promise<void> {
  if (fromKey === toKey || !mayChange()) return
  const [from, to] = [refOf(fromKey), refOf(toKey)]
  const isFlow = from.type === 'step' && to.type === 'step' && (await isOneProcess(from.id, to.id))
  if (!isFlow) {
    askForLink(from, to)
    return
  }
  const made = await act('flows.create', { fromId: from.id, toId: to.id })
  if (made === undefined) return
  select({ type: 'flow', id: made.id })
  toastWithUndo(text('maps.joined'), text('maps.joinedHint'))
}

async function isOneProcess(a: string, b: string): Promise<boolean> {
  const answer = await ask('steps.list', {})
  if (!answer.ok) return false
  const processOf = (id: string) => answer.value.items.find((step) => step.id === id)?.processId
  return processOf(a) !== undefined && processOf(a) === processOf(b)
}
