/**
 * Words as the index of the project sees them (SQLite's tokenizer unicode61): runs of letters, digits
 * and private-use characters, with the combining marks that stand behind one.
 */
const beginsWord = /[\p{L}\p{N}\p{Co}]/u

/** Combining marks that the tokenizer keeps inside a word, from U+0300 on, as its own table has them. */
const marks = [0x08029fdf, 0x000361f8]
const firstMark = 0x300

/** Kinds of code units. A mark belongs to a word that has begun; of a surrogate both halves decide. */
export const none = 0
export const letter = 1
export const mark = 2
export const highSurrogate = 3
export const lowSurrogate = 4

let table: Uint8Array | null = null

/** What each UTF-16 code unit is; made once. */
export function unitKinds(): Uint8Array {
  if (table) return table
  const kinds = new Uint8Array(0x10000)
  for (let unit = 0; unit < kinds.length; unit += 1) {
    if (unit >= 0xd800 && unit < 0xdc00) kinds[unit] = highSurrogate
    else if (unit >= 0xdc00 && unit < 0xe000) kinds[unit] = lowSurrogate
    else if (beginsWord.test(String.fromCharCode(unit))) kinds[unit] = letter
    else if (isInnerMark(unit)) kinds[unit] = mark
  }
  table = kinds
  return kinds
}

function isInnerMark(unit: number): boolean {
  const place = unit - firstMark
  if (place < 0 || place >= 64) return false
  return (((marks[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1
}

/** Calls `visit` with the place of each word in [from, to), in UTF-16 code units. */
export function eachWord(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  const kinds = unitKinds()
  let start = -1
  let at = from
  while (at < to) {
    let kind = kinds[text.charCodeAt(at)] ?? none
    let width = 1
    if (kind === highSurrogate) {
      const point = text.codePointAt(at) ?? 0
      width = point > 0xffff ? 2 : 1
      kind = width === 2 && beginsWord.test(String.fromCodePoint(point)) ? letter : none
    }
    if (kind === letter || (kind === mark && start >= 0)) {
      if (start < 0) start = at
    } else if (start >= 0) {
      visit(start, at)
      start = -1
    }
    at += width
  }
  if (start >= 0) visit(start, to)
}

/** Whether the character of two code units belongs to words. */
export function isLetterPair(high: number, low: number): boolean {
  const point = String.fromCharCode(high, low).codePointAt(0) ?? 0
  return point > 0xffff && beginsWord.test(String.fromCodePoint(point))
}

/** The words of a text as they are compared: without regard to capitals. */
export function wordsOf(text: string): string[] {
  const found: string[] = []
  eachWord(text, 0, text.length, (start, end) => found.push(folded(text.slice(start, end))))
  return found
}

/** How words are compared. */
export function folded(word: string): string {
  return word.toLowerCase()
}
