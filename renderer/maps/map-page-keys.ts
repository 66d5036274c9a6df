import type { Action } from '../app/actions.ts'
import type { TextKey } from '../app/i18n.ts'

const arrows = '← ↑ ↓ →'

const onMaps: [TextKey, string][] = [
  ['maps.keyWalk', arrows],
  ['maps.keyMove', `Shift+${arrows}`],
  ['maps.openEvidence', 'Enter'],
  ['maps.keyLines', 'KeyE'],
  ['maps.keyChoose', 'Space'],
  ['maps.join', 'KeyJ'],
  ['maps.remove', 'Delete'],
  ['maps.zoomIn', 'Equal'],
  ['maps.zoomOut', 'Minus'],
  ['maps.fit', 'Digit0'],
]

const onHierarchy: [TextKey, string][] = [
  ['links.keyWalk', arrows],
  ['ui.open', 'Enter'],
  ['links.focusHere', 'KeyF'],
  ['links.keyLines', 'KeyE'],
  ['links.find', 'Slash'],
  ['links.zoomIn', 'Equal'],
  ['links.zoomOut', 'Minus'],
  ['links.fit', 'Digit0'],
]

/** Keys that maps and the hierarchy handle themselves, for the page of shortcuts. */
export function mapPageKeys(): Action[] {
  const named = (pageName: TextKey, keys: readonly [TextKey, string][]) =>
    keys.map(([labelKey, pageKey]): Action => ({
      id: `${pageName}.${labelKey}`,
      ...{ labelKey, pageKey, pageName, isHidden: true, perform: () => {} },
    }))
  return [...named('maps.title', onMaps), ...named('links.hierarchyTitle', onHierarchy)]
}
