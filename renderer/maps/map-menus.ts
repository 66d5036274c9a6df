import type { MapModel } from '../../shared/analysis/map/map-model.ts'
import { withCounterparts } from '../../shared/analysis/map/overlaid.ts'
import type { WorkMap } from '../../shared/model/institution.ts'
import { text } from '../app/i18n.ts'
import { openView, select } from '../app/workspace.ts'
import type { MenuEntry } from '../ui/index.ts'
import { openFirst, refOf, selectionOf } from './map-keys.ts'
import { freeNodes, join, removeNodes } from './maps-acts.ts'

interface Of {
  map: WorkMap
  model: MapModel
  key: string
  chosen: readonly string[]
  isReadOnly: boolean
  isMovable: boolean
}

/** What can be done with a node, or with all that are chosen if it is one of them. */
export function nodeMenu({ map, model, key, chosen, isReadOnly, isMovable }: Of): MenuEntry[] {
  const keys = withCounterparts(model.nodes, chosen.includes(key) ? chosen : [key])
  const ref = refOf(key)
  const passages = model.nodes.find((node) => node.key === key)?.passages ?? 0
  const other =
    chosen.length === 2 && chosen.includes(key) ? chosen.find((one) => one !== key) : undefined
  const isPinned = map.nodes.some(
    (node) => keys.includes(`${node.ref.type}:${node.ref.id}`) && node.x !== null,
  )
  return [
    ref.type === 'step'
      ? {
          label: text('maps.openEvidence'),
          shortcut: 'Enter',
          isDisabled: passages === 0,
          perform: () => openFirst(key, passages),
        }
      : { label: text('ui.open'), shortcut: 'Enter', perform: () => openFirst(key, passages) },
    ...inspections(model, key),
    {
      label: text('maps.inHierarchy'),
      perform: () => openView({ type: 'hierarchy', focus: ref }),
    },
    'separator',
    {
      label: text('maps.join'),
      shortcut: 'KeyJ',
      isDisabled: isReadOnly || other === undefined,
      perform: () => void (other !== undefined && join(key, other)),
    },
    {
      label: text('maps.free'),
      isDisabled: !isMovable || !isPinned,
      perform: () => void freeNodes(map.id, keys),
    },
    'separator',
    {
      label: text('maps.remove'),
      shortcut: 'Delete',
      isDisabled: isReadOnly,
      perform: () => void removeNodes(map.id, keys),
    },
  ]
}

/** One for each step that the box stands for, by the process it is told in. */
function inspections(model: MapModel, key: string): MenuEntry[] {
  const node = model.nodes.find((each) => each.key === key)
  const keys = [key, ...(node?.also ?? [])]
  return keys.map((each, index) => ({
    label:
      keys.length === 1
        ? text('maps.inspect')
        : text('maps.inspectOf', { name: node?.variants[index] ?? '' }),
    perform: () => select(selectionOf(each)),
  }))
}

export function lineMenu(model: MapModel, key: string): MenuEntry[] {
  const passages = model.edges.find((edge) => edge.key === key)?.passages ?? 0
  return [
    {
      label: text('maps.openEvidence'),
      shortcut: 'Enter',
      perform: () => openFirst(key, passages),
    },
    { label: text('maps.inspect'), perform: () => select(selectionOf(key)) },
  ]
}
