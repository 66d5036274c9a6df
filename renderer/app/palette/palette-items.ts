import { FileText, NotebookPen, Tag } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { NamedThing } from '../../../shared/contract/project.ts'
import type { Code, Memo, Source } from '../../../shared/model/entities.ts'
import { actionWords } from '../action-names.ts'
import { isEnabled } from '../actions.ts'
import type { Action } from '../actions.ts'
import { actionLabel } from '../native-menu.ts'
import { openView, select } from '../workspace.ts'
import { pageItems } from './page-items.ts'
import { thingItem } from './thing-items.ts'

export type PaletteGroup = 'actions' | 'pages' | 'sources' | 'codes' | 'things' | 'memos' | 'text'

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

export function paletteItems(
  actions: readonly Action[],
  sources: readonly Source[],
  codes: readonly Code[],
  things: readonly NamedThing[],
  memos: readonly Memo[],
): PaletteItem[] {
  const nameById = new Map(codes.map((code) => [code.id, code.name]))
  return [
    ...actions.filter((action) => action.isHidden !== true && isEnabled(action)).map(actionItem),
    ...pageItems(),
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
    ...things.map(thingItem),
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
