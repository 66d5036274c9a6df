import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import * as z from 'zod'
import type { MenuItem, MenuTemplate } from '../../shared/contract/app.ts'

const menuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('separator') }),
    z.object({
      type: z.literal('role'),
      role: z.enum(['cut', 'copy', 'paste', 'selectAll', 'quit', 'togglefullscreen']),
      label: z.string(),
    }),
    z.object({
      type: z.literal('action'),
      action: z.string(),
      label: z.string(),
      accelerator: z.string().exactOptional(),
      enabled: z.boolean().exactOptional(),
    }),
    z.object({ type: z.literal('submenu'), label: z.string(), items: z.array(menuItem) }),
  ]),
)

export const menuTemplates: z.ZodType<MenuTemplate[]> = z.array(
  z.object({ label: z.string(), items: z.array(menuItem) }),
)

/**
 * The native menu for the window's list of actions. On Linux and Windows the accelerators are only
 * shown: the window handles its keys itself, and knows when a text field has the focus.
 */
export function menuOf(templates: MenuTemplate[], choose: (action: string) => void): Menu {
  const toOptions = (item: MenuItem): MenuItemConstructorOptions => {
    switch (item.type) {
      case 'separator':
        return { type: 'separator' }
      case 'role':
        return { role: item.role, label: item.label, registerAccelerator: false }
      case 'submenu':
        return { label: item.label, submenu: item.items.map(toOptions) }
      case 'action':
        return {
          id: item.action,
          label: item.label,
          enabled: item.enabled ?? true,
          registerAccelerator: false,
          ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
          click: () => choose(item.action),
        }
    }
  }
  return Menu.buildFromTemplate(
    templates.map(({ label, items }) => ({ label, submenu: items.map(toOptions) })),
  )
}

export function acceleratorsOf(templates: MenuTemplate[]): Set<string> {
  const found = new Set<string>()
  const visit = (item: MenuItem): void => {
    if (item.type === 'submenu') item.items.forEach(visit)
    else if (item.type === 'action' && item.accelerator) found.add(item.accelerator)
  }
  for (const { items } of templates) items.forEach(visit)
  return found
}
