import { useLayoutEffect } from 'react'
import { workspaceStore } from './workspace.ts'
import type { NavigatorPanel, Room, WorkspaceState } from './workspace.ts'

export function isInspectorVisible(state: WorkspaceState): boolean {
  return state.room === 'wide' ? state.isInspectorShown : state.isInspectorUnfolded
}

export function isNavigatorVisible(state: WorkspaceState): boolean {
  return state.isNavigatorShown && !(state.room === 'tight' && state.isInspectorUnfolded)
}

export function showNavigator(navigator: NavigatorPanel): void {
  workspaceStore.set((state) => ({ ...withNavigator(state, true), navigator }))
}

export function toggleNavigator(): void {
  workspaceStore.set((state) => withNavigator(state, !isNavigatorVisible(state)))
}

function withNavigator(state: WorkspaceState, isNavigatorShown: boolean): WorkspaceState {
  const gaveWay = isNavigatorShown && state.room === 'tight'
  return { ...state, isNavigatorShown, ...(gaveWay ? { isInspectorUnfolded: false } : {}) }
}

/** True when it had to be opened, so that the text has got less room. */
export function showInspector(): boolean {
  const isFolded = !isInspectorVisible(workspaceStore.get())
  if (isFolded) toggleInspector()
  return isFolded
}

export function toggleInspector(): void {
  workspaceStore.set(toggled)
}

function toggled(state: WorkspaceState): WorkspaceState {
  return state.room === 'wide'
    ? { ...state, isInspectorShown: !state.isInspectorShown }
    : { ...state, isInspectorUnfolded: !state.isInspectorUnfolded }
}

/** Tells what the window has room for now. A window that grows narrow folds its inspector. */
export function setRoom(room: Room): void {
  workspaceStore.set((state) => {
    if (state.room === room) return state
    return { ...state, room, isInspectorUnfolded: room !== 'wide' && state.isInspectorUnfolded }
  })
}

/** Below these widths of the window, in CSS pixels, side panels would leave the text too narrow. */
const narrow = '(max-width: 1099px)'
const tight = '(max-width: 899px)'

/** Keeps the workspace told of what the window has room for; zooming in counts as narrowing. */
export function useRoom(): void {
  useLayoutEffect(() => {
    const queries = [matchMedia(narrow), matchMedia(tight)]
    const tell = (): void => setRoom(roomNow())
    tell()
    for (const query of queries) query.addEventListener('change', tell)
    return () => {
      for (const query of queries) query.removeEventListener('change', tell)
    }
  }, [])
}

function roomNow(): Room {
  if (matchMedia(tight).matches) return 'tight'
  return matchMedia(narrow).matches ? 'narrow' : 'wide'
}
