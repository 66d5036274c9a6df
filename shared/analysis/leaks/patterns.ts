import { isNationalId } from './national-id.ts'
import { ambiguousMunicipalities, municipalities } from './municipalities.ts'

/** A place in a text: UTF-16 code units, half-open. */
export interface Hit {
  start: number
  end: number
}

const notLetter = '(?<![\\p{L}\\p{N}])'
const notLetterAfter = '(?![\\p{L}\\p{N}])'
const genitiveAfter = `(?=['’]?s?${notLetterAfter})`

/** Eleven digits, perhaps in groups (`010190 12345`), whose control digits are right. */
export function nationalIds(text: string): Hit[] {
  const pattern = /(?<!\d)\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3}[ ]?\d{2}(?!\d)/gu
  return outsideIds(text, hits(text, pattern)).filter((hit) =>
    isNationalId(text.slice(hit.start, hit.end).replaceAll(/\D/gu, '')),
  )
}

/** Without what stands in an identifier of ours: one of some dozens has eight digits in a row. */
function outsideIds(text: string, found: Hit[]): Hit[] {
  if (found.length === 0) return found
  const ids = hits(text, /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gu)
  return found.filter((hit) => !ids.some(({ start, end }) => hit.start < end && hit.end > start))
}

/**
 * Norwegian numbers of eight digits (the first 2 to 9), written together or in groups as people write
 * them, with or without +47; other countries' numbers with their plus sign. Amounts are none.
 */
export function phoneNumbers(text: string): Hit[] {
  const norwegian =
    /(?<![\d+,.])(?:(?:\+|00)47[ ]?)?(?:[2-9]\d{7}|[2-9]\d{2}[ ]\d{2}[ ]\d{3}|[2-9]\d(?:[ ]\d{2}){3})(?!\d|[.,]\d|[ ]?(?:kr|kroner|NOK|%))/gu
  const abroad = /(?<![\d+])\+(?!47)[1-9]\d{0,2}(?:[ -]?\(?\d{2,4}\)?){2,4}(?!\d)/gu
  const isAmount = (hit: Hit) => /(?:kr|kroner|NOK|€|\$)\s?$/u.test(text.slice(0, hit.start))
  const found = [...hits(text, norwegian), ...hits(text, abroad)]
  return outsideIds(text, found).filter((hit) => !isAmount(hit))
}

export function emailAddresses(text: string): Hit[] {
  return hits(text, /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu)
}

const ways =
  'veien|vegen|vei|veg|gata|gaten|gate|alléen|alleen|allé|plassen|plass|torget|torg|stien|bakken|svingen|kroken|tunet|haugen|jordet|løkka|ringen|brygge|stredet|smauet|faret|grenda|åsen'

const street = new RegExp(
  `${notLetter}\\p{Lu}[\\p{L}.'’-]*(?:(?:${ways})|(?: [\\p{L}.'’-]+){0,3} (?:${ways}))\\s\\d{1,4}(?:\\s?\\p{Lu})?${notLetterAfter}`,
  'gu',
)
const englishStreet = new RegExp(
  `${notLetter}\\d{1,5} (?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Square)${notLetterAfter}`,
  'gu',
)
const postalPlace = new RegExp(
  `(?<![\\d.,])\\d{4} (?:\\p{Lu}{3,}(?: \\p{Lu}+)?|${anyOf(municipalities.filter((name) => !ambiguousMunicipalities.has(name)))})${notLetterAfter}`,
  'gu',
)

/** A street with a number (`Storgata 12 B`, `12 High Street`), or a postal code with its place. */
export function addresses(text: string): Hit[] {
  // All three have a number.
  if (!/\d/u.test(text)) return []
  return [
    ...hits(text, street),
    ...hits(text, englishStreet),
    ...hits(text, postalPlace).filter(
      (hit) => !/^(?:19|20)\d\d /u.test(text.slice(hit.start, hit.end)) || isUpper(text, hit),
    ),
  ]
}

function isUpper(text: string, { start, end }: Hit): boolean {
  return /^\d{4} \p{Lu}{3,}/u.test(text.slice(start, end))
}

const placePattern = new RegExp(`${notLetter}${anyOf(municipalities)}${genitiveAfter}`, 'gu')

/** Names of Norwegian municipalities, in the genitive too; ordinary words only inside a sentence. */
export function placeNames(text: string): Hit[] {
  return hits(text, placePattern).filter((hit) => {
    const name = text.slice(hit.start, hit.end)
    if (!ambiguousMunicipalities.has(name)) return true
    const before = text.slice(0, hit.start).trimEnd()
    return before !== '' && !/[.!?:;«"“–—()[\]\n]$/u.test(before)
  })
}

/** Whole words and phrases out of a list, in the genitive too, with a capital as they are written there. */
export function wordsOf(words: readonly string[]): (text: string) => Hit[] {
  const given = [...new Set(words.map((word) => word.normalize('NFC').trim()))].filter(
    (word) => word.length > 1,
  )
  if (given.length === 0) return () => []
  const pattern = new RegExp(`${notLetter}${anyOf(given)}${genitiveAfter}`, 'gu')
  return (text) => hits(text, pattern)
}

/** Alternatives of a pattern, the longest first; tried only where one of their first letters stands. */
function anyOf(words: readonly string[]): string {
  const firsts = new Set(words.map((word) => word.codePointAt(0) ?? 0))
  const letters = [...firsts].map((point) => String.raw`\u{${point.toString(16)}}`).join('')
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(' ', String.raw`\s`),
    )
    .join('|')
  return `(?=[${letters}])(?:${alternatives})`
}

function hits(text: string, pattern: RegExp): Hit[] {
  return [...text.matchAll(pattern)].map((hit) => ({
    start: hit.index,
    end: hit.index + hit[0].length,
  }))
}
