import type { AppInfo, Settings } from '../../shared/contract/app.ts'
import { callApp } from './bridge.ts'
import { setLanguage } from './i18n.ts'
import { createStore, useStore } from './store.ts'

interface Known {
  settings: Settings
  info: AppInfo
}

const initial: Known = {
  settings: {
    language: 'en',
    theme: 'system',
    readingSize: 17,
    readingMeasure: 68,
    readingFace: 'serif',
    window: {},
  },
  info: { version: '', electron: '', platform: '', locale: '' },
}

const store = createStore<Known>(initial)
const darkSystem = '(prefers-color-scheme: dark)'
const contrastSystem = '(prefers-contrast: more)'

export async function loadSettings(): Promise<void> {
  const [settings, info] = await Promise.all([callApp('app.settings', {}), callApp('app.info', {})])
  store.set({ settings, info })
  applySettings()
  for (const wish of [darkSystem, contrastSystem]) {
    window.matchMedia(wish).addEventListener('change', applySettings)
  }
}

export function currentSettings(): Settings {
  return store.get().settings
}

export function useSettings(): Settings {
  return useStore(store, (known) => known.settings)
}

export function useAppInfo(): AppInfo {
  return useStore(store, (known) => known.info)
}

/** Takes effect at once and is written down by the main process. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  store.set((known) => ({ ...known, settings: { ...known.settings, ...change } }))
  applySettings()
  await callApp('app.changeSettings', change)
}

/** One thing the window itself wishes to remember. */
export function remembered(key: string): unknown {
  return store.get().settings.window[key]
}

export async function remember(key: string, value: unknown): Promise<void> {
  await changeSettings({ window: { ...store.get().settings.window, [key]: value } })
}

function applySettings(): void {
  const { settings } = store.get()
  setLanguage(settings.language)
  const root = document.documentElement
  root.dataset['theme'] = themeFor(settings.theme)
  root.style.setProperty('--reading-size', `${settings.readingSize}px`)
  root.style.setProperty('--reading-measure', `${settings.readingMeasure}ch`)
  root.style.setProperty(
    '--reading-face',
    settings.readingFace === 'serif' ? 'var(--read)' : 'var(--ui)',
  )
}

function themeFor(theme: Settings['theme']): 'light' | 'dark' | 'contrast' {
  if (theme !== 'system') return theme
  if (window.matchMedia(contrastSystem).matches) return 'contrast'
  return window.matchMedia(darkSystem).matches ? 'dark' : 'light'
}
