import { mayChange } from '../../app/read-only.ts'
import { createStore, useStore } from '../../app/store.ts'
import type { CodeSort } from './visible-rows.ts'

/** A name being typed in the tree: a new code below `parentId`, or another name for a code. */
export type TreeEditing = { type: 'new'; parentId: string | null } | { type: 'rename'; id: string }

export interface TreeState {
  collapsed: ReadonlySet<string>
  filter: string
  sort: CodeSort
  withSubcodes: boolean
  showRetired: boolean
  /** Only the codes of this set are shown. */
  setId: string | null
  selected: readonly string[]
  /** The row that the keys act on. */
  activeId: string | null
  /** Where choosing a range began. */
  anchorId: string | null
  editing: TreeEditing | null
  /** The set whose name is being typed. */
  renamingSetId: string | null
}

const initial: TreeState = {
  collapsed: new Set(),
  filter: '',
  sort: 'own',
  withSubcodes: true,
  showRetired: true,
  setId: null,
  selected: [],
  activeId: null,
  anchorId: null,
  editing: null,
  renamingSetId: null,
}

const store = createStore<TreeState>(initial)

/** The tree keeps its shape while another panel is in its place. */
export function treeState(): TreeState {
  return store.get()
}

export function changeTree(changes: Partial<TreeState>): void {
  store.set((present) => ({ ...present, ...changes }))
}

export function useTreeState(): TreeState {
  return useStore(store, (present) => present)
}

/** Chooses one code, and nothing else. */
export function chooseCode(id: string): void {
  changeTree({ selected: [id], activeId: id, anchorId: id })
}

/** Adds a code to what is chosen, or takes it out. */
export function toggleCode(id: string): void {
  const chosen = treeState().selected
  const selected = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  changeTree({ selected, activeId: id, anchorId: id })
}

export function setCollapsed(ids: readonly string[], isCollapsed: boolean): void {
  const collapsed = new Set(treeState().collapsed)
  for (const id of ids) {
    if (isCollapsed) collapsed.add(id)
    else collapsed.delete(id)
  }
  changeTree({ collapsed })
}

/** Begins to rename a code where it stands in the tree. */
export function beginRenaming(id: string): void {
  if (mayChange()) changeTree({ editing: { type: 'rename', id } })
}

/** Begins a new code in the tree, below a code or at the top. */
export function beginNewCode(parentId: string | null): void {
  if (!mayChange()) return
  if (parentId !== null) setCollapsed([parentId], false)
  changeTree({ editing: { type: 'new', parentId }, filter: '', setId: null })
}
