import type { RunningApp } from '../support/launch.ts'

export interface MenuLine {
  label: string
  isEnabled: boolean
}

/** The menu bar that the window shows now, as the system has it. */
export class NativeMenu {
  private readonly app: RunningApp

  private constructor(app: RunningApp) {
    this.app = app
  }

  /** Follows the menus that the window is given from now on; it gives one at the next change. */
  static async of(app: RunningApp): Promise<NativeMenu> {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) throw new Error('There is no window')
      const setMenu = window.setMenu.bind(window)
      window.setMenu = (menu) => {
        Object.assign(globalThis, { shownMenu: menu })
        setMenu(menu)
      }
    })
    return new NativeMenu(app)
  }

  /** The names of the menus in the bar. */
  async names(): Promise<string[]> {
    return await this.app.electron.evaluate(() => {
      const { shownMenu } = globalThis as unknown as { shownMenu?: Electron.Menu }
      return shownMenu?.items.map(({ label }) => label) ?? []
    })
  }

  /** An item by the id of its action; undefined when the menu has none. */
  async item(action: string): Promise<MenuLine | undefined> {
    return await this.app.electron.evaluate((_, id) => {
      const { shownMenu } = globalThis as unknown as { shownMenu?: Electron.Menu }
      const item = shownMenu?.getMenuItemById(id) ?? undefined
      return item && { label: item.label, isEnabled: item.enabled }
    }, action)
  }

  /** Chooses an item as a person does: what cannot be chosen now does nothing. */
  async choose(action: string): Promise<void> {
    await this.app.electron.evaluate((_, id) => {
      const { shownMenu } = globalThis as unknown as { shownMenu?: Electron.Menu }
      const item = shownMenu?.getMenuItemById(id)
      if (item?.enabled === true) item.click()
    }, action)
  }
}
