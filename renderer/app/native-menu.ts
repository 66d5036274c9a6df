import type { MenuItem, MenuTemplate } from '../../shared/contract/app.ts'
import { allActions, isEnabled, runAction, subscribeActions } from './actions.ts'
import type { Action, MenuName } from './actions.ts'
import { callApp, onEvent } from './bridge.ts'
import { subscribeDialog } from './dialogs.ts'
import { subscribeSteps } from './history-acts.ts'
import { subscribeLanguage, text } from './i18n.ts'
import { subscribeSession } from './session.ts'
import { shortcutAccelerator } from './shortcuts.ts'
import { workspaceStore } from './workspace.ts'

const menuNames: readonly MenuName[] = ['file', 'edit', 'code', 'view', 'go', 'help']

/** The label of an action as shown in menus and palette, with its detail. */
export function actionLabel(action: Action): string {
  const detail = action.detail?.() ?? ''
  return detail === '' ? text(action.labelKey) : detail
}

/** The menus of the window, made from all actions that name one. */
export function menuTemplates(actions: readonly Action[]): MenuTemplate[] {
  return menuNames
    .map((name) => ({
      label: text(`app.menu.${name}`),
      items: menuItems(
        name,
        actions.filter((action) => action.menu === name),
      ),
    }))
    .filter((menu) => menu.items.length > 0)
}

function menuItems(name: MenuName, actions: readonly Action[]): MenuItem[] {
  const groups = new Map<number, MenuItem[]>()
  for (const action of actions) {
    const group = groups.get(action.group ?? 50) ?? []
    group.push(menuItem(action))
    groups.set(action.group ?? 50, group)
  }
  if (name === 'edit') groups.set(20, [...clipboardItems(), ...(groups.get(20) ?? [])])
  if (name === 'view') {
    groups.set(90, [{ type: 'role', role: 'togglefullscreen', label: text('app.menu.fullScreen') }])
  }
  if (name === 'file')
    groups.set(90, [{ type: 'role', role: 'quit', label: text('app.menu.quit') }])
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([, items], index) =>
      index === 0 ? items : [{ type: 'separator' as const }, ...items],
    )
}

function clipboardItems(): MenuItem[] {
  return [
    { type: 'role', role: 'cut', label: text('app.menu.cut') },
    { type: 'role', role: 'copy', label: text('app.menu.copy') },
    { type: 'role', role: 'paste', label: text('app.menu.paste') },
    { type: 'role', role: 'selectAll', label: text('app.menu.selectAll') },
  ]
}

function menuItem(action: Action): MenuItem {
  return {
    type: 'action',
    action: action.id,
    label: actionLabel(action),
    enabled: isEnabled(action),
    ...(action.shortcut === undefined || isPlain(action.shortcut)
      ? {}
      : { accelerator: shortcutAccelerator(action.shortcut) }),
  }
}

/** A bare letter as accelerator would take the letter away from text fields. */
function isPlain(shortcut: string): boolean {
  return !/\$mod|Alt|Control|Meta|^F\d+$/.test(shortcut)
}

/** Keeps the native menu in step with actions, language and history. */
export function startNativeMenu(): void {
  let last = ''
  let isScheduled = false
  const rebuild = (): void => {
    isScheduled = false
    const menus = menuTemplates(allActions())
    const now = JSON.stringify(menus)
    if (now === last) return
    last = now
    void callApp('app.setMenu', { menus })
  }
  const schedule = (): void => {
    if (isScheduled) return
    isScheduled = true
    queueMicrotask(() => setTimeout(rebuild, 50))
  }
  subscribeActions(schedule)
  subscribeLanguage(schedule)
  subscribeSteps(schedule)
  subscribeDialog(schedule)
  subscribeSession(schedule)
  workspaceStore.subscribe(schedule)
  onEvent('app.menu', ({ action }) => runAction(action))
}
