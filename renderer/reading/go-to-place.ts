import { paragraphPlaces } from '../../shared/text/paragraphs.ts'
import type { SourceText } from '../../shared/text/source-text.ts'

/** Offset of a place named as `58` or `¶58` (paragraph), `t32` (turn), `p12` or `s12` (page). */
export function placeToOffset(source: SourceText, name: string): number | undefined {
  const match = /^\s*(¶|t|p|s|tur|turn|side|page)?[.\s]*(\S+)\s*$/i.exec(name)
  if (match === null) return undefined
  const kind = (match[1] ?? '').toLowerCase()
  const label = match[2] ?? ''
  if (kind === 'p' || kind === 's' || kind === 'side' || kind === 'page') {
    return source.pages.find((page) => page.label.toLowerCase() === label.toLowerCase())?.at
  }
  const number = Number(label)
  if (!Number.isInteger(number)) return undefined
  const places = paragraphPlaces(source)
  if (kind.startsWith('t')) return places.find((place) => place.turn === number)?.start
  return places[number - 1]?.start
}
