import { app, screen } from 'electron'
import type { BrowserWindow, Rectangle } from 'electron'
import { join } from 'node:path'
import * as z from 'zod'
import { readJson, writeJson } from './json-file.ts'

const stored = z.object({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().min(900).catch(1280),
  height: z.number().min(600).catch(840),
  maximized: z.boolean().catch(false),
  /** Electron's zoom level: 0 is 100 %, each step a fifth. */
  zoom: z.number().min(-3).max(6).catch(0),
})

export type WindowState = z.output<typeof stored>

/** Place, size and zoom of the last window; without a place if that screen is gone. */
export function rememberedWindowState(): WindowState {
  const value = readJson(stateFile())
  const state = stored.parse(typeof value === 'object' && value !== null ? value : {})
  if (state.x === undefined || state.y === undefined) return state
  const bounds = { x: state.x, y: state.y, width: state.width, height: state.height }
  if (isOnAScreen(bounds)) return state
  return { ...state, x: undefined, y: undefined }
}

export function rememberWindowState(window: BrowserWindow): void {
  const bounds = window.getNormalBounds()
  writeJson(stateFile(), {
    ...bounds,
    maximized: window.isMaximized(),
    zoom: window.webContents.getZoomLevel(),
  })
}

/** At least a corner big enough to take hold of lies on some screen. */
function isOnAScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) -
      Math.max(bounds.x, workArea.x)
    const height =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) -
      Math.max(bounds.y, workArea.y)
    return width > 100 && height > 60
  })
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json')
}
