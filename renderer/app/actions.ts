import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { TextKey } from './i18n.ts'
import { isProjectWritable } from './session.ts'
import { createStore, useStore } from './store.ts'

export type MenuName = 'file' | 'edit' | 'view' | 'code' | 'go' | 'help'

/** A user act. Palette, menu, shortcuts and the shortcuts page are all made from these. */
export interface Action {
  id: string
  labelKey: TextKey
  /** Added to the label, such as the name of what would be undone. */
  detail?: () => string
  /** In the form of tinykeys: `$mod+Shift+KeyK`. */
  shortcut?: string
  /** In the same form, of a key that a page handles itself: for the page of shortcuts only. */
  pageKey?: string
  /** The page that handles such a key, by its name: it has a group of its own on the page of shortcuts. */
  pageName?: TextKey
  menu?: MenuName
  /** Actions of one menu with the same number stand together. */
  group?: number
  icon?: LucideIcon
  enabled?: () => boolean
  /** It changes the project, and is refused where that is open to read only. */
  changes?: boolean
  keywords?: string[]
  perform: () => void
  /** Only when the focus is not in a text field. */
  plainKey?: boolean
  /** Not offered in the palette, only by key or menu. */
  isHidden?: boolean
}

const store = createStore<{ sets: ReadonlyArray<readonly Action[]> }>({ sets: [] })

const known = new Map<string, Action>()

/** Adds actions until the returned function is called. A later action with the same id wins. */
export function registerActions(actions: Action[]): () => void {
  for (const action of actions) known.set(action.id, action)
  store.set(({ sets }) => ({ sets: [...sets, actions] }))
  return () => {
    store.set(({ sets }) => ({ sets: sets.filter((set) => set !== actions) }))
  }
}

/** Registers while the component is mounted; `perform` and `enabled` are always the latest ones. */
export function useActions(actions: Action[]): void {
  const latest = useRef(actions)
  const shown = useRef('')
  useEffect(() => {
    latest.current = actions
    // What can be chosen may follow from answers of the engine, which no store tells of.
    const now = actions.map((action) => `${isEnabled(action)} ${action.detail?.() ?? ''}`).join('|')
    if (now === shown.current) return
    shown.current = now
    store.set(({ sets }) => ({ sets: [...sets] }))
  })
  const signature = actions
    .map((action) => [action.id, action.labelKey, action.shortcut, action.menu].join('|'))
    .join(' ')
  useEffect(() => {
    const find = (id: string): Action | undefined =>
      latest.current.find((action) => action.id === id)
    return registerActions(
      latest.current.map((action) => ({
        ...action,
        enabled: () => find(action.id)?.enabled?.() ?? true,
        perform: () => find(action.id)?.perform(),
      })),
    )
  }, [signature])
}

/** All actions now registered, in the order of registration, one per id. */
export function allActions(): Action[] {
  const byId = new Map<string, Action>()
  for (const set of store.get().sets) for (const action of set) byId.set(action.id, action)
  return [...byId.values()]
}

/** Makes the acts of pages known that no page has registered yet, for the page of shortcuts. */
export function declareActions(actions: readonly Action[]): void {
  for (const action of actions) if (!known.has(action.id)) known.set(action.id, action)
}

/** Also those of pages that are not in front now, for the page of shortcuts. */
export function useKnownActions(): Action[] {
  useStore(store, (value) => value.sets)
  return [...known.values()]
}

export function subscribeActions(listener: () => void): () => void {
  return store.subscribe(listener)
}

export function isEnabled(action: Action): boolean {
  if (action.changes === true && !isProjectWritable()) return false
  return action.enabled === undefined || action.enabled()
}

export function runAction(id: string): void {
  const action = allActions().find((candidate) => candidate.id === id)
  if (action !== undefined && isEnabled(action)) action.perform()
}
