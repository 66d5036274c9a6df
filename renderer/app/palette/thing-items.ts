import {
  ListOrdered,
  Map,
  MapPin,
  PenLine,
  Pilcrow,
  ScrollText,
  TriangleAlert,
  UserRound,
  Workflow,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { NamedThing } from '../../../shared/contract/project.ts'
import { text } from '../i18n.ts'
import { showNavigator } from '../side-panels.ts'
import { openView, select } from '../workspace.ts'
import type { PaletteItem } from './palette-items.ts'

const icons: Record<NamedThing['type'], LucideIcon> = {
  text: ScrollText,
  clause: Pilcrow,
  map: Map,
  process: Workflow,
  step: ListOrdered,
  actor: UserRound,
  site: MapPin,
  disjuncture: TriangleAlert,
  account: PenLine,
}

/** What changes the names of things. */
export const thingTopics = ['texts', 'work', 'maps', 'findings', 'quotes'] as const

/** Texts, clauses, maps, work, disjunctures and accounts by their names. */
export function thingItem(thing: NamedThing): PaletteItem {
  const kind = text(`app.palette.kind_${thing.type}`)
  return {
    key: thing.id,
    group: 'things',
    label: thing.name,
    detail: [kind, thing.within].filter((part) => part !== '').join(' · '),
    keywords: thing.otherNames.join(' '),
    icon: icons[thing.type],
    perform: (beside) => show(thing, beside),
  }
}

/** The page a thing is on, and its card; what has no page of its own is shown where it is listed. */
function show({ type, id, withinId }: NamedThing, beside: boolean): void {
  switch (type) {
    case 'text':
      openView({ type, id }, { beside })
      select({ type, id })
      return
    case 'clause':
      if (withinId !== null) openView({ type: 'text', id: withinId }, { beside })
      select({ type, id })
      return
    case 'map':
    case 'process':
    case 'account':
      openView({ type, id }, { beside })
      return
    case 'step':
      if (withinId !== null) openView({ type: 'process', id: withinId }, { beside })
      select({ type, id })
      return
    case 'disjuncture':
      openView({ type: 'findings', part: 'disjunctures' }, { beside })
      select({ type, id })
      return
    case 'actor':
      showNavigator('work')
      select({ type, id })
      return
    case 'site':
      showNavigator('work')
  }
}
