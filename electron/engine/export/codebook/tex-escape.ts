import { isRightToLeft } from './clean.ts'

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  '-': '-{}',
  '[': '{[}',
  ']': '{]}',
  '›': '\\guilsinglright{}',
  '\u00A0': '~',
  '\u00AD': '\\-',
}

/** Characters that every engine prints with its default Latin font: Latin and common punctuation. */
const PLAIN = /^[\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F–—‘’‚“”„†‡•…‹›€™]$/u

/**
 * Text as TeX. A run of characters outside the Latin set becomes `\spchars{run}{code points}`:
 * the run where the font has it, else its code points, so that nothing vanishes silently.
 */
export function escapeTex(text: string): string {
  const parts: string[] = []
  let other: string[] = []
  const flush = (): void => {
    if (other.length === 0) return
    parts.push(specialRun(other))
    other = []
  }
  for (const character of text) {
    if (PLAIN.test(character) || character === '\u00A0' || character === '\u00AD') {
      flush()
      parts.push(SPECIAL[character] ?? character)
    } else if (character === '\t') {
      flush()
      parts.push(' ')
    } else {
      other.push(character)
    }
  }
  flush()
  return parts.join('')
}

function specialRun(characters: string[]): string {
  const points = characters.map(codePoint)
  // Joiners, variation selectors and direction marks have no picture of their own.
  const first = characters.find((character) => !/\p{Cf}|\p{M}/u.test(character))
  if (first === undefined) return ''
  const run = characters.join('')
  const printed = isRightToLeft(run) ? `\\sprtl{${run}}` : run
  return `\\spchars{${codePoint(first)}}{${printed}}{${points.map((point) => `U+${point}`).join(' ')}}`
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
