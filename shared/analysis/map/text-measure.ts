import { basicWidths, latinWidths } from './inter-widths.ts'

/** Narrower and wider letters of other scripts are rare on a map; a wide guess never runs over. */
const unknownWidth = 700
const wideWidth = 1000
/** Semibold letters are wider than the medium ones of the table. */
const boldFactor = 1.04

/** Width of a text in Inter, in pixels: a little too wide rather than too narrow. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter.codePointAt(0) ?? 32)
  return (width / 1000) * size * (isBold ? boldFactor : 1.01)
}

function letterWidth(code: number): number {
  if (code >= 0x20 && code < 0x7f) return basicWidths[code - 0x20] ?? unknownWidth
  if (code >= 0xa0 && code < 0x180) return latinWidths[code - 0xa0] ?? unknownWidth
  if (code === 0x2013) return 500
  if (code >= 0x300 && code < 0x370) return 0
  return code >= 0x2e80 || (code >= 0x2190 && code < 0x2700) ? wideWidth : unknownWidth
}

/**
 * Lines of at most `width` pixels, as even in length as they can be. A word that is longer than a
 * line is broken with a hyphen; lines past `maxLines` are cut with an ellipsis.
 */
export function breakLines(text: string, size: number, width: number, maxLines: number): string[] {
  const pieces = words(text).flatMap((word) => breakWord(word, size, width))
  if (pieces.length === 0) return []
  const lines = fill(pieces, size, width)
  if (lines.length > maxLines) {
    const kept = lines.slice(0, maxLines)
    kept[maxLines - 1] = withEllipsis(kept[maxLines - 1] ?? '', size, width)
    return kept
  }
  let [low, high] = [width / 2, width]
  while (high - low > 2) {
    const middle = (low + high) / 2
    if (widest(pieces, size) <= middle && fill(pieces, size, middle).length === lines.length)
      high = middle
    else low = middle
  }
  return fill(pieces, size, high)
}

function widest(pieces: readonly string[], size: number): number {
  return Math.max(...pieces.map((piece) => textWidth(piece, size)))
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

function fill(pieces: readonly string[], size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line} ${piece}`
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line)
      line = piece
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** After a hyphen or slash of its own if it has one, else before a consonant that a vowel follows. */
function breakWord(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word]
  const letters = [...word]
  let best = 0
  let joint = 0
  let fallback = 1
  for (let at = 1; at < letters.length; at += 1) {
    const head = letters.slice(0, at).join('')
    const ends = /[-/–]$/u.test(head)
    if (textWidth(ends ? head : `${head}-`, size) > width) break
    fallback = at
    if (at < 3 || at > letters.length - 3) continue
    if (ends || (isJoint(head) && /\p{L}/u.test(letters[at] ?? ''))) joint = at
    else if (isSyllableStart(letters, at)) best = at
  }
  const at = joint > fallback / 2 ? joint : best > 0 ? best : fallback
  const head = letters.slice(0, at).join('')
  const rest = letters.slice(at).join('')
  return [/[-/–]$/u.test(head) ? head : `${head}-`, ...breakWord(rest, size, width)]
}

const vowel = /[aeiouyæøåäöéèêóòôü]/iu

function isSyllableStart(letters: readonly string[], at: number): boolean {
  const [letter, next] = [letters[at] ?? '', letters[at + 1] ?? '']
  const isStart = /\p{L}/u.test(letter) && !vowel.test(letter) && vowel.test(next)
  return (
    isStart &&
    !/^([bcdfgkptv]r|[bcfgkps]l|kn|gn|s[kmnptv]|tv|kv|[kstg]j|sh|ch|th|ph)$/iu.test(
      `${letters[at - 1] ?? ''}${letter}`,
    )
  )
}

/** Where words are joined in Norwegian: behind a linking s. */
function isJoint(head: string): boolean {
  return /(ings|sjons|tets|doms|skaps|elses|heets|hets)$/iu.test(head)
}

function withEllipsis(line: string, size: number, width: number): string {
  let letters = [...line]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width)
    letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}
