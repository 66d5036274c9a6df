import { remember, remembered, useSettings } from '../app/settings.ts'

/** What can stand beside or in the text while reading, each switched on and off. */
export interface ReadingAids {
  questions: boolean
  watchList: boolean
}

const key = 'reading-aids'
const initial: ReadingAids = { questions: false, watchList: true }

export function useReadingAids(): ReadingAids {
  return known(useSettings().window[key])
}

export function toggleAid(aid: keyof ReadingAids): void {
  const present = known(remembered(key))
  void remember(key, { ...present, [aid]: !present[aid] })
}

function known(kept: unknown): ReadingAids {
  return typeof kept === 'object' && kept !== null ? { ...initial, ...kept } : initial
}
