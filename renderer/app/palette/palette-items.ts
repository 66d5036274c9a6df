import Fuse from 'fuse.js'
import { FileText, NotebookPen, Search, Tag } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Code, Memo, Source } from '../../../shared/model/entities.ts'
import { actionWords } from '../action-names.ts'
import { isEnabled } from '../actions.ts'
import type { Action } from '../actions.ts'
import { text } from '../i18n.ts'
import { actionLabel } from '../native-menu.ts'
import { openView, select } from '../workspace.ts'

export type PaletteGroup = 'actions' | 'sources' | 'codes' | 'memos' | 'text'

export interface PaletteItem {
  key: string
  group: PaletteGroup
  label: string
  /** Said more quietly after the label. */
  detail: string
  /** Found by, besides the label. */
  keywords: string
  icon: LucideIcon | undefined
  hue?: number
  shortcut?: string
  perform: (beside: boolean) => void
}

const shownPerGroup = 7

export function paletteItems(
  actions: readonly Action[],
  sources: readonly Source[],
  codes: readonly Code[],
  memos: readonly Memo[],
): PaletteItem[] {
  const nameById = new Map(codes.map((code) => [code.id, code.name]))
  return [
    ...actions.filter((action) => action.isHidden !== true && isEnabled(action)).map(actionItem),
    ...sources.map((source): PaletteItem => ({
      key: source.id,
      group: 'sources',
      label: source.title,
      detail: [source.place, source.date].filter(Boolean).join(' · '),
      keywords: source.fileName,
      icon: FileText,
      perform: (beside) => {
        openView({ type: 'source', id: source.id }, { beside })
        select({ type: 'source', id: source.id })
      },
    })),
    ...codes.map((code): PaletteItem => ({
      key: code.id,
      group: 'codes',
      label: code.name,
      detail: (code.parentId === null ? undefined : nameById.get(code.parentId)) ?? '',
      keywords: `${code.aliases.join(' ')} ${code.definition}`,
      icon: Tag,
      hue: code.hue,
      perform: (beside) => {
        openView({ type: 'code', id: code.id }, { beside })
        select({ type: 'code', id: code.id })
      },
    })),
    ...memos.map((memo): PaletteItem => ({
      key: memo.id,
      group: 'memos',
      label: memo.title === '' ? memo.text.slice(0, 60) || memo.aboutLabel : memo.title,
      detail: memo.aboutLabel,
      keywords: memo.text.slice(0, 300),
      icon: NotebookPen,
      perform: (beside) => {
        openView({ type: 'memo', id: memo.id }, { beside })
        select({ type: 'memo', id: memo.id })
      },
    })),
  ]
}

function actionItem(action: Action): PaletteItem {
  return {
    key: action.id,
    group: 'actions',
    label: actionLabel(action),
    detail: '',
    keywords: actionWords(action).join(' '),
    icon: action.icon,
    ...(action.shortcut === undefined ? {} : { shortcut: action.shortcut }),
    perform: () => action.perform(),
  }
}

const groupOrder: readonly PaletteGroup[] = ['sources', 'codes', 'memos', 'actions']

export type PaletteIndex = (query: string) => PaletteItem[]

/** Prepares a search over all items; the found ones come group by group, the best group first. */
export function paletteIndex(items: PaletteItem[]): PaletteIndex {
  const fuse = new Fuse(items, {
    keys: [
      { name: 'label', weight: 3 },
      { name: 'keywords', weight: 1 },
      { name: 'detail', weight: 0.5 },
    ],
    threshold: 0.34,
    ignoreLocation: true,
    includeScore: true,
  })
  return (query) => {
    const words = query.trim()
    if (words === '') return items.filter((item) => item.group === 'actions')
    const found = fuse.search(words, { limit: 120 })
    const best = new Map<PaletteGroup, number>()
    for (const { item, score = 1 } of found) {
      best.set(item.group, Math.min(best.get(item.group) ?? 1, score))
    }
    const groups = groupOrder
      .filter((group) => best.has(group))
      .sort((a, b) => (best.get(a) ?? 1) - (best.get(b) ?? 1))
    return [
      ...groups.flatMap((group) =>
        found
          .filter(({ item }) => item.group === group)
          .slice(0, shownPerGroup)
          .map(({ item }) => item),
      ),
      searchItem(words),
    ]
  }
}

function searchItem(query: string): PaletteItem {
  return {
    key: 'search-text',
    group: 'text',
    label: text('app.palette.searchText', { query }),
    detail: '',
    keywords: '',
    icon: Search,
    perform: (beside) => openView({ type: 'search', query }, { beside }),
  }
}
