import { saidGroups } from '../../shared/contract/compare.ts'
import type { TextKey } from '../../shared/i18n/index.ts'
import { text } from '../app/i18n.ts'

/** “supports · documented · a note” in the language of the window; what is no such word stays. */
export function sayWords(said: string): string {
  return said
    .split(' · ')
    .map((part) => {
      for (const group of saidGroups) {
        const key = `institution.${group}.${part}`
        const word = text(key as TextKey)
        if (word !== key) return word
      }
      return part
    })
    .join(' · ')
}
