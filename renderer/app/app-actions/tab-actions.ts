import { X } from 'lucide-react'
import type { Action } from '../actions.ts'
import { closeTab, showTab, workspaceStore } from '../workspace.ts'

/** Turning and closing the pages of the group used last. */
export function tabActions(): Action[] {
  const hasTabs = (): boolean => (activeGroup()?.tabs.length ?? 0) > 0
  return [
    {
      id: 'app.nextTab',
      labelKey: 'app.actions.nextTab',
      shortcut: 'Control+PageDown',
      menu: 'go',
      group: 30,
      isHidden: true,
      enabled: hasTabs,
      perform: () => turn(1),
    },
    {
      id: 'app.previousTab',
      labelKey: 'app.actions.previousTab',
      shortcut: 'Control+PageUp',
      menu: 'go',
      group: 30,
      isHidden: true,
      enabled: hasTabs,
      perform: () => turn(-1),
    },
    {
      id: 'app.closeTab',
      labelKey: 'app.actions.closeTab',
      icon: X,
      shortcut: '$mod+KeyW',
      menu: 'go',
      group: 30,
      enabled: hasTabs,
      perform: () => {
        const front = activeGroup()?.front
        if (typeof front === 'number') closeTab(workspaceStore.get().activeGroup, front)
      },
    },
  ]
}

function activeGroup() {
  const state = workspaceStore.get()
  return state.groups[state.activeGroup]
}

function turn(by: number): void {
  const group = activeGroup()
  if (group === undefined) return
  const place = group.tabs.findIndex((tab) => tab.id === group.front)
  const next = group.tabs[(place + by + group.tabs.length) % group.tabs.length]
  if (next !== undefined) showTab(workspaceStore.get().activeGroup, next.id)
}
