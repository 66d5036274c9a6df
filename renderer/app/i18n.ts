import { useCallback } from 'react'
import { translate } from '../../shared/i18n/index.ts'
import type { Language, TextKey, Variables } from '../../shared/i18n/index.ts'
import { createStore, useStore } from './store.ts'

export type { Language, TextKey, Variables } from '../../shared/i18n/index.ts'
export type Translate = (key: TextKey, variables?: Variables) => string

const store = createStore<{ language: Language }>({ language: 'en' })

export function currentLanguage(): Language {
  return store.get().language
}

export function setLanguage(language: Language): void {
  if (store.get().language === language) return
  document.documentElement.lang = language
  store.set({ language })
}

export function useLanguage(): Language {
  return useStore(store, (value) => value.language)
}

export function subscribeLanguage(listener: () => void): () => void {
  return store.subscribe(listener)
}

/** The text of a key in the present language; `count` chooses singular or plural. */
export function text(key: TextKey, variables?: Variables): string {
  return translate(currentLanguage(), key, variables)
}

export function useT(): Translate {
  const language = useLanguage()
  return useCallback((key, variables) => translate(language, key, variables), [language])
}

export interface Formats {
  number: (value: number) => string
  /** Day, as 12 November 2018; the text itself when it is not an ISO date. */
  date: (value: string) => string
  /** Day and time of day. */
  time: (value: string) => string
  /** Time of day, as 09:41. */
  hour: (value: string) => string
  /** The time of day to the second. */
  second: (value: string) => string
  /** Day in local time, as 2026-11-22. */
  day: (value: string) => string
  /** How long ago in words, for the last week; otherwise the day. */
  ago: (value: string) => string
  bytes: (value: number) => string
  /** Milliseconds as 24:18 or 1:02:07. */
  clock: (milliseconds: number) => string
}

export function useFormat(): Formats {
  const language = useLanguage()
  return formatsFor(language)
}

const formats = new Map<Language, Formats>()

export function formatsFor(language: Language): Formats {
  const known = formats.get(language) ?? newFormats(language)
  formats.set(language, known)
  return known
}

/** Making them takes longer than all that a row of a table does besides. */
function newFormats(language: Language): Formats {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB'
  const numbers = new Intl.NumberFormat(locale)
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const times = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const seconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const date = (value: string): string => {
    if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return value
    const parsed = new Date(value)
    return Number.isNaN(parsed.getTime()) ? value : days.format(parsed)
  }
  return {
    number: (value) => numbers.format(value),
    date,
    time: (value) => {
      const parsed = new Date(value)
      return Number.isNaN(parsed.getTime()) ? value : times.format(parsed)
    },
    second: (value) => seconds.format(new Date(value)),
    hour: (value) => hours.format(new Date(value)),
    day: (value) => {
      const at = new Date(value)
      const pad = (part: number): string => String(part).padStart(2, '0')
      return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
    },
    ago: (value) => {
      const minutes = (new Date(value).getTime() - Date.now()) / 60_000
      if (Number.isNaN(minutes)) return value
      if (minutes > -1) return relative.format(0, 'second')
      if (minutes > -60) return relative.format(Math.min(0, Math.round(minutes)), 'minute')
      if (minutes > -60 * 24) return relative.format(Math.round(minutes / 60), 'hour')
      if (minutes > -60 * 24 * 7) return relative.format(Math.round(minutes / 60 / 24), 'day')
      return date(value)
    },
    bytes: (value) => {
      const unit = value >= 1e9 ? 'GB' : value >= 1e6 ? 'MB' : 'kB'
      const size = value / (unit === 'GB' ? 1e9 : unit === 'MB' ? 1e6 : 1e3)
      return `${new Intl.NumberFormat(locale, { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`
    },
    clock: (milliseconds) => {
      const seconds = Math.floor(milliseconds / 1000)
      const rest = String(seconds % 60).padStart(2, '0')
      const minutes = Math.floor(seconds / 60)
      if (minutes < 60) return `${minutes}:${rest}`
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
    },
  }
}
