import { app, BrowserWindow, Menu } from 'electron'
import { join } from 'node:path'
import type { AppEventName, AppEvents, MenuTemplate } from '../../shared/contract/app.ts'
import { acceleratorsOf, menuOf } from './app-menu.ts'
import { pageAddress } from './app-scheme.ts'
import { guardContents } from './session-guard.ts'
import { rememberedWindowState, rememberWindowState } from './window-state.ts'
import { WindowEngine } from './window-engine.ts'
import { followZoomKeys } from './window-zoom.ts'

const windows = new Set<ProjectWindow>()
const closing = new Set<Promise<void>>()

/** A window with its engine: the start screen, or one open project. */
export class ProjectWindow {
  readonly window: BrowserWindow
  readonly engine: WindowEngine
  /** The open project, as the window last told; null on the start screen. */
  projectPath: string | null = null
  private openRequest: string | null
  private menu: Menu | undefined
  private accelerators = new Set<string>()

  constructor(openRequest: string | null) {
    this.openRequest = openRequest
    const { maximized, zoom, x, y, width, height } = rememberedWindowState()
    const isFirst = windows.size === 0
    this.window = new BrowserWindow({
      title: 'Standpoint',
      width,
      height,
      // A second window is placed by the system, so that it does not hide the first.
      ...(isFirst && x !== undefined && y !== undefined ? { x, y } : {}),
      minWidth: 900,
      minHeight: 600,
      show: false,
      webPreferences: {
        preload: join(app.getAppPath(), 'dist', 'preload', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: !app.isPackaged,
      },
    })
    this.engine = new WindowEngine(this.window.webContents)
    const { webContents } = this.window
    guardContents(webContents)
    followZoomKeys(webContents, (accelerator) => this.accelerators.has(accelerator))
    // Chromium forgets a zoom that was set before the page has come.
    webContents.once('did-finish-load', () => webContents.setZoomLevel(zoom))
    this.window.once('ready-to-show', () => {
      webContents.setZoomLevel(zoom)
      if (maximized && isFirst) this.window.maximize()
      this.window.show()
    })
    this.window.on('page-title-updated', (event) => event.preventDefault())
    this.window.on('close', () => rememberWindowState(this.window))
    this.window.on('focus', () => this.showMenu())
    this.window.on('closed', () => this.afterClose())
    webContents.on('render-process-gone', () => this.reload())
    windows.add(this)
    void this.window.loadURL(pageAddress)
  }

  send<N extends AppEventName>(event: N, payload: AppEvents[N]): void {
    this.window.webContents.send('app-event', { event, payload })
  }

  /** The project this window was asked to open; asked once, it is forgotten. */
  takeOpenRequest(): string | null {
    const path = this.openRequest
    this.openRequest = null
    return path
  }

  setMenu(templates: MenuTemplate[]): void {
    this.menu = menuOf(templates, (action) => this.send('app.menu', { action }))
    this.accelerators = acceleratorsOf(templates)
    this.showMenu()
  }

  setTitle(title: string, path: string | null): void {
    this.projectPath = path
    this.window.setTitle(title)
    this.window.setRepresentedFilename(path ?? '')
  }

  bringToFront(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
  }

  private showMenu(): void {
    if (!this.menu) return
    // macOS has one menu bar, that of the window in front.
    if (process.platform === 'darwin') Menu.setApplicationMenu(this.menu)
    else this.window.setMenu(this.menu)
  }

  /** After a crash of the page: the same project again. */
  private reload(): void {
    if (this.window.isDestroyed()) return
    this.openRequest = this.projectPath
    this.window.webContents.reload()
  }

  private afterClose(): void {
    windows.delete(this)
    const done: Promise<void> = this.engine.stop().finally(() => closing.delete(done))
    closing.add(done)
  }
}

export function openWindow(path: string | null = null): ProjectWindow {
  return new ProjectWindow(path)
}

/** Shows a project: in the window that has it, else in a window without one, else in a new one. */
export function openProjectPath(path: string): void {
  const holder = [...windows].find((window) => window.projectPath === path)
  const free = [...windows].find((window) => window.projectPath === null)
  if (holder) holder.bringToFront()
  else if (free) {
    free.bringToFront()
    free.send('app.openRequest', { path })
  } else openWindow(path)
}

export function projectWindows(): ProjectWindow[] {
  return [...windows]
}

/** Engines of closed windows that are still closing their project. */
export function enginesStillClosing(): Promise<void>[] {
  return [...closing]
}
