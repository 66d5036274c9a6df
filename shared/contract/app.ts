import type { EventName, EventPayload } from './index.ts'
import type { Result } from './errors.ts'

/** What the window may ask of the main process. Everything else goes to the engine. */
export interface AppCalls {
  /** Native dialog; null when cancelled. */
  'app.chooseOpen': { in: Record<string, never>; out: string | null }
  'app.chooseSave': {
    in: { title?: string; defaultName: string; filters: FileFilter[] }
    out: string | null
  }
  'app.chooseFiles': {
    in: { title?: string; filters: FileFilter[]; multiple?: boolean }
    out: string[]
  }
  'app.chooseFolder': { in: { title?: string }; out: string | null }
  'app.recent': { in: Record<string, never>; out: RecentProject[] }
  'app.noteRecent': { in: { path: string; title: string }; out: null }
  'app.forgetRecent': { in: { path: string }; out: null }
  'app.settings': { in: Record<string, never>; out: Settings }
  'app.changeSettings': { in: Partial<Settings>; out: Settings }
  /** The application menu, built by the window from its list of actions. */
  'app.setMenu': { in: { menus: MenuTemplate[] }; out: null }
  'app.openWindow': { in: { path?: string }; out: null }
  'app.closeWindow': { in: Record<string, never>; out: null }
  'app.setTitle': { in: { title: string; path: string | null }; out: null }
  'app.showInFolder': { in: { path: string }; out: null }
  'app.info': { in: Record<string, never>; out: AppInfo }
  /** The project this window was asked to open (file association, command line), once. */
  'app.openRequest': { in: Record<string, never>; out: string | null }
}

export interface FileFilter {
  name: string
  extensions: string[]
}

export interface RecentProject {
  path: string
  title: string
  opened: string
  /** The file is still there. */
  exists: boolean
}

export interface Settings {
  language: 'en' | 'nb'
  theme: 'system' | 'light' | 'dark' | 'contrast'
  /** Reading size in pixels, 13–28. */
  readingSize: number
  /** Measure in characters, 45–100. */
  readingMeasure: number
  readingFace: 'serif' | 'sans'
  /** What the window itself wishes to remember: panel sizes, last positions. */
  window: Record<string, unknown>
}

export interface MenuTemplate {
  label: string
  items: MenuItem[]
}

export type MenuItem =
  | { type: 'separator' }
  | {
      type: 'role'
      role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen'
      label: string
    }
  | { type: 'action'; action: string; label: string; accelerator?: string; enabled?: boolean }
  | { type: 'submenu'; label: string; items: MenuItem[] }

export interface AppInfo {
  version: string
  electron: string
  platform: string
  locale: string
}

/** Events that come from the main process rather than the engine. */
export interface AppEvents {
  /** A menu item was chosen. */
  'app.menu': { action: string }
  /** Another program asks this window to open a project. */
  'app.openRequest': { path: string }
  /** The engine of this window ended without being asked to; a new one is running. */
  'engine.stopped': { reason: string }
}

export type AppCallName = keyof AppCalls
export type AppEventName = keyof AppEvents

export const appCallNames: readonly AppCallName[] = [
  'app.chooseOpen',
  'app.chooseSave',
  'app.chooseFiles',
  'app.chooseFolder',
  'app.recent',
  'app.noteRecent',
  'app.forgetRecent',
  'app.settings',
  'app.changeSettings',
  'app.setMenu',
  'app.openWindow',
  'app.closeWindow',
  'app.setTitle',
  'app.showInFolder',
  'app.info',
  'app.openRequest',
]

export const appEventNames: readonly AppEventName[] = [
  'app.menu',
  'app.openRequest',
  'engine.stopped',
]

export type AnyEventName = EventName | AppEventName
export type AnyEventPayload<N extends AnyEventName> = N extends EventName
  ? EventPayload<N>
  : N extends AppEventName
    ? AppEvents[N]
    : never

/** The only object the preload gives to the window. */
export interface Bridge {
  invoke: (name: string, payload: unknown) => Promise<Result<unknown>>
  subscribe: (event: AnyEventName, handler: (payload: unknown) => void) => () => void
  /** Path of a dropped file; empty when it has none. */
  pathForFile: (file: unknown) => string
}
