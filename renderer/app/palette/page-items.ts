import { Network, Table, Waypoints } from 'lucide-react'
import { text } from '../i18n.ts'
import { findingsParts, tableViews } from '../views.ts'
import { openView, type View } from '../workspace.ts'
import type { PaletteItem } from './palette-items.ts'

/** Pages of findings, tables and the hierarchy, which no command opens. */
export function pageItems(): PaletteItem[] {
  return [
    page({ type: 'hierarchy' }, text('app.tabs.hierarchy'), Network),
    ...findingsParts.map((part) =>
      page({ type: 'findings', part }, text(`app.tabs.${part}`), Waypoints),
    ),
    ...tableViews.map((table) =>
      page({ type: 'table', table }, text(`institution.table.${table}`), Table),
    ),
  ]
}

function page(view: View, label: string, icon: PaletteItem['icon']): PaletteItem {
  const key = `page-${'part' in view ? view.part : 'table' in view ? view.table : view.type}`
  return {
    key,
    group: 'pages',
    label,
    detail: '',
    keywords: '',
    icon,
    perform: (beside) => openView(view, { beside }),
  }
}
