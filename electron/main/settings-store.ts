import { app, nativeTheme } from 'electron'
import { join } from 'node:path'
import * as z from 'zod'
import type { Settings } from '../../shared/contract/app.ts'
import { readJson, writeJson } from './json-file.ts'

/** Each field falls back by itself, so that one bad value does not lose the others. */
const storedSettings = z.object({
  language: z.enum(['en', 'nb']).catch(languageOfSystem),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  readingSize: z.number().min(13).max(28).catch(18),
  readingMeasure: z.number().min(45).max(100).catch(68),
  readingFace: z.enum(['serif', 'sans']).catch('serif'),
  window: z.record(z.string(), z.unknown()).catch({}),
})

export const settingsChange: z.ZodType<Partial<Settings>> = z.object({
  language: z.enum(['en', 'nb']).exactOptional(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).exactOptional(),
  readingSize: z.number().min(13).max(28).exactOptional(),
  readingMeasure: z.number().min(45).max(100).exactOptional(),
  readingFace: z.enum(['serif', 'sans']).exactOptional(),
  window: z.record(z.string(), z.unknown()).exactOptional(),
})

let current: Settings | undefined

export function settings(): Settings {
  current ??= storedSettings.parse(asObject(readJson(settingsFile())))
  return current
}

export function changeSettings(change: Partial<Settings>): Settings {
  current = { ...settings(), ...change }
  writeJson(settingsFile(), current)
  followTheme()
  return current
}

/** Native parts (menus, dialogs, scroll bars) follow the chosen theme. */
export function followTheme(): void {
  const { theme } = settings()
  nativeTheme.themeSource = theme === 'contrast' ? 'light' : theme
}

function settingsFile(): string {
  return join(app.getPath('userData'), 'settings.json')
}

function languageOfSystem(): 'en' | 'nb' {
  return /^(nb|nn|no)\b/.test(app.getLocale()) ? 'nb' : 'en'
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
