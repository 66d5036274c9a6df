import { createStore, useStore } from './store.ts'
import { isSameSelection, isTurning, viewKey } from './views.ts'
import type { Selection, View } from './views.ts'

export type { Selection, View } from './views.ts'
export { viewKey } from './views.ts'

export interface Tab {
  id: number
  view: View
  /** Opened by a passing click: the next such page takes its place, unless it is worked in. */
  isPassing?: boolean
}

/** One side of the centre. */
export interface Group {
  id: number
  tabs: Tab[]
  /** Id of the tab in front; null when there is none. */
  front: number | null
}

/** In the order in which they are offered. */
export const navigatorPanels = [
  'sources',
  'codes',
  'texts',
  'work',
  'maps',
  'analysis',
  'memos',
  'accounts',
  'people',
  'searches',
] as const
export type NavigatorPanel = (typeof navigatorPanels)[number]

export interface WorkspaceState {
  groups: Group[]
  /** Index of the group that was used last. */
  activeGroup: number
  selection: Selection
  back: View[]
  forward: View[]
  navigator: NavigatorPanel
  isNavigatorShown: boolean
  isInspectorShown: boolean
  room: Room
  /** Opened although the window is narrow; not remembered. */
  isInspectorUnfolded: boolean
  status: string
}

/**
 * What the window's width has room for beside the text: navigator and inspector; the navigator, and
 * the inspector on request; or one of them at a time.
 */
export type Room = 'wide' | 'narrow' | 'tight'

export const maximumGroups = 2
const maximumHistory = 200
let lastId = 0

function newId(): number {
  lastId += 1
  return lastId
}

function emptyState(): WorkspaceState {
  return {
    groups: [{ id: newId(), tabs: [], front: null }],
    activeGroup: 0,
    selection: { type: 'none' },
    back: [],
    forward: [],
    navigator: 'sources',
    isNavigatorShown: true,
    isInspectorShown: true,
    room: 'wide',
    isInspectorUnfolded: false,
    status: '',
  }
}

export const workspaceStore = createStore<WorkspaceState>(emptyState())

/** Reads a part of the workspace; `pick` must return a stored value, not make a new object. */
export function useWorkspace<T>(pick: (state: WorkspaceState) => T): T {
  return useStore(workspaceStore, pick)
}

/** As before any page was opened; the window keeps its width. */
export function resetWorkspace(): void {
  workspaceStore.set(({ room }) => ({ ...emptyState(), room }))
}

/** The view in front of the active group. */
export function frontView(state: WorkspaceState): View | undefined {
  const group = state.groups[state.activeGroup]
  return group?.tabs.find((tab) => tab.id === group.front)?.view
}

export interface OpenOptions {
  /** In the other group, making it if need be. */
  beside?: boolean
  /** In a tab of its own, even where one page would be turned. */
  newTab?: boolean
  /** For looking through a list: the page gives way to the next one opened like this. */
  passing?: boolean
}

/** Shows a view, in the tab that already shows it if there is one, and notes it in the history. */
export function openView(view: View, options: OpenOptions = {}): void {
  workspaceStore.set((state) => noteHistory(state, placeView(state, view, options)))
}

function placeView(state: WorkspaceState, view: View, options: OpenOptions): WorkspaceState {
  const key = viewKey(view)
  let groups = state.groups
  let index = state.activeGroup
  if (options.beside === true) {
    if (groups.length < maximumGroups) {
      groups = [...groups, { id: newId(), tabs: [], front: null }]
    }
    index = state.activeGroup === 0 ? 1 : 0
  } else if (findTab(groups[index], key) === undefined) {
    const other = groups.findIndex((group) => findTab(group, key) !== undefined)
    if (other !== -1) index = other
  }
  const group = groups[index]
  if (group === undefined) return state
  const shown = showIn(group, view, key, options)
  return { ...state, groups: groups.with(index, shown), activeGroup: index }
}

function findTab(group: Group | undefined, key: string): Tab | undefined {
  return group?.tabs.find((tab) => viewKey(tab.view) === key)
}

function showIn(group: Group, view: View, key: string, options: OpenOptions): Group {
  const isPassing = options.passing === true
  const same = findTab(group, key)
  if (same !== undefined) {
    const kept: Tab = { id: same.id, view, isPassing: isPassing && same.isPassing === true }
    return { ...replaceTab(group, kept), front: same.id }
  }
  const turned =
    options.newTab === true
      ? undefined
      : group.tabs.find((tab) =>
          isTurning(view)
            ? tab.view.type === view.type
            : isPassing && tab.isPassing === true && tab.view.type === view.type,
        )
  if (turned !== undefined) {
    return { ...replaceTab(group, { id: turned.id, view, isPassing }), front: turned.id }
  }
  const tab: Tab = { id: newId(), view, isPassing }
  const place = group.tabs.findIndex((candidate) => candidate.id === group.front) + 1
  return { ...group, tabs: group.tabs.toSpliced(place, 0, tab), front: tab.id }
}

function replaceTab(group: Group, tab: Tab): Group {
  return { ...group, tabs: group.tabs.map((other) => (other.id === tab.id ? tab : other)) }
}

/** Makes the page in front stay: it is being worked in. */
export function keepFrontTab(): void {
  workspaceStore.set((state) => {
    const group = state.groups[state.activeGroup]
    const tab = group?.tabs.find((candidate) => candidate.id === group.front)
    if (group === undefined || tab?.isPassing !== true) return state
    const kept = replaceTab(group, { ...tab, isPassing: false })
    return { ...state, groups: state.groups.with(state.activeGroup, kept) }
  })
}

function noteHistory(before: WorkspaceState, after: WorkspaceState): WorkspaceState {
  const left = frontView(before)
  const now = frontView(after)
  if (left === undefined || now === undefined || left === now) return after
  if (viewKey(left) === viewKey(now) && !('at' in now)) return after
  return { ...after, back: [...after.back, left].slice(-maximumHistory), forward: [] }
}

export function goBack(): void {
  workspaceStore.set((state) => travel(state, 'back', 'forward'))
}

export function goForward(): void {
  workspaceStore.set((state) => travel(state, 'forward', 'back'))
}

function travel(
  state: WorkspaceState,
  from: 'back' | 'forward',
  to: 'back' | 'forward',
): WorkspaceState {
  const target = state[from].at(-1)
  if (target === undefined) return state
  const here = frontView(state)
  const placed = placeView(state, { ...target }, {})
  return {
    ...placed,
    [from]: state[from].slice(0, -1),
    [to]: here === undefined ? state[to] : [...state[to], here],
  }
}

/** Notes where the reader is in a source, so that going back leads there. Does not scroll. */
export function notePosition(sourceId: string, at: { start: number; end: number }): void {
  const view = frontView(workspaceStore.get())
  if (view?.type === 'source' && view.id === sourceId) view.at = at
}

export function showTab(groupIndex: number, tabId: number): void {
  workspaceStore.set((state) => {
    const group = state.groups[groupIndex]
    if (group === undefined) return state
    const groups = state.groups.with(groupIndex, { ...group, front: tabId })
    return noteHistory(state, { ...state, groups, activeGroup: groupIndex })
  })
}

export function activateGroup(groupIndex: number): void {
  workspaceStore.set((state) =>
    state.activeGroup === groupIndex ? state : { ...state, activeGroup: groupIndex },
  )
}

export function closeTab(groupIndex: number, tabId: number): void {
  workspaceStore.set((state) => closeIn(state, groupIndex, (tab) => tab.id === tabId))
}

/** Closes every tab that shows one of these things, as they are gone. */
export function closeViews(isGone: (view: View) => boolean): void {
  workspaceStore.set((state) => {
    let next = state
    for (let index = state.groups.length - 1; index >= 0; index -= 1) {
      next = closeIn(next, index, (tab) => isGone(tab.view))
    }
    return next
  })
}

function closeIn(
  state: WorkspaceState,
  groupIndex: number,
  isClosed: (tab: Tab) => boolean,
): WorkspaceState {
  const group = state.groups[groupIndex]
  if (group === undefined || !group.tabs.some(isClosed)) return state
  const tabs = group.tabs.filter((tab) => !isClosed(tab))
  const place = group.tabs.findIndex((tab) => tab.id === group.front)
  const isFrontKept = tabs.some((tab) => tab.id === group.front)
  const neighbour =
    group.tabs.slice(place + 1).find((tab) => !isClosed(tab)) ??
    group.tabs.slice(0, place).findLast((tab) => !isClosed(tab))
  if (tabs.length === 0 && state.groups.length > 1) {
    return { ...state, groups: state.groups.toSpliced(groupIndex, 1), activeGroup: 0 }
  }
  const front = isFrontKept ? group.front : (neighbour?.id ?? null)
  return { ...state, groups: state.groups.with(groupIndex, { ...group, tabs, front }) }
}

/** Moves the tab in front to the other side; the only tab of the only side is shown on both. */
export function moveTabBeside(): void {
  workspaceStore.set((state) => {
    const group = state.groups[state.activeGroup]
    const tab = group?.tabs.find((candidate) => candidate.id === group.front)
    if (group === undefined || tab === undefined) return state
    const placed = placeView(state, tab.view, { beside: true })
    if (state.groups.length === 1 && group.tabs.length === 1) return placed
    const closed = closeIn(placed, state.activeGroup, (candidate) => candidate.id === tab.id)
    return { ...closed, activeGroup: Math.min(placed.activeGroup, closed.groups.length - 1) }
  })
}

export function moveTab(groupIndex: number, tabId: number, beforeId: number | null): void {
  workspaceStore.set((state) => {
    const group = state.groups[groupIndex]
    const tab = group?.tabs.find((candidate) => candidate.id === tabId)
    if (group === undefined || tab === undefined || tabId === beforeId) return state
    const others = group.tabs.filter((candidate) => candidate.id !== tabId)
    const place = others.findIndex((candidate) => candidate.id === beforeId)
    const tabs = others.toSpliced(place === -1 ? others.length : place, 0, tab)
    return { ...state, groups: state.groups.with(groupIndex, { ...group, tabs }) }
  })
}

export function select(selection: Selection): void {
  workspaceStore.set((state) =>
    isSameSelection(state.selection, selection) ? state : { ...state, selection },
  )
  if (selection.type === 'passage') keepFrontTab()
}

/** Where the reader is, for the status bar: `Turn 32 · ¶ 58`. */
export function setStatus(status: string): void {
  workspaceStore.set((state) => (state.status === status ? state : { ...state, status }))
}

/** Puts a remembered layout in place of the present one. */
export function restoreTabs(kept: {
  groups: ReadonlyArray<{ views: readonly RestoredView[]; front: number }>
  activeGroup: number
  navigator: NavigatorPanel
  isNavigatorShown: boolean
  isInspectorShown: boolean
}): void {
  const groups = kept.groups
    .map(({ views, front }): Group => {
      const tabs = views.map((view): Tab => ({ id: newId(), view: withoutUndefined(view) }))
      return { id: newId(), tabs, front: tabs[front]?.id ?? tabs[0]?.id ?? null }
    })
    .filter((group) => group.tabs.length > 0)
  workspaceStore.set((state) => ({
    ...state,
    navigator: kept.navigator,
    isNavigatorShown: kept.isNavigatorShown,
    isInspectorShown: kept.isInspectorShown,
    groups: groups.length === 0 ? state.groups : groups,
    activeGroup: Math.min(kept.activeGroup, Math.max(0, groups.length - 1)),
  }))
}

/** A view as it was kept: what it may lack is there as undefined. */
type RestoredView =
  | Exclude<View, { type: 'source' | 'hierarchy' }>
  | { type: 'source'; id: string; at?: { start: number; end: number } | undefined }
  | {
      type: 'hierarchy'
      focus?: Extract<View, { type: 'hierarchy' }>['focus'] | undefined
    }

function withoutUndefined(view: RestoredView): View {
  return JSON.parse(JSON.stringify(view)) as View
}
