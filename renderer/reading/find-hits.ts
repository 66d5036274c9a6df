import type { TextRange } from '../../shared/text/segments.ts'

/** Every place where words stand in a text, whatever their case; runs of white space are alike. */
export function findHits(text: string, words: string): TextRange[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
