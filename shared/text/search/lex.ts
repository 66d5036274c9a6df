import { QueryRefusal } from './refusal.ts'
import type { Place } from './query.ts'

export type Token = Place &
  (
    | { type: 'word'; text: string; isLoose: boolean }
    | { type: 'phrase'; text: string; isLoose: boolean }
    | { type: 'regex'; pattern: string; mindsCase: boolean }
    | { type: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { type: 'near'; distance: number }
  )

const closing: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”“"',
  '”': '”“"',
  '„': '“”"',
  '«': '»',
}
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  OG: 'and',
  OR: 'or',
  ELLER: 'or',
  NOT: 'not',
  IKKE: 'not',
  IKKJE: 'not',
}
const near = /^(?:NEAR|NÆR)(?:\/(\d{1,4}))?$/
const wordEnd = /[\s()"“”„«»]/u
/** Words between the two sides of a NEAR without a number. */
const usualDistance = 10

/** The tokens of a query; throws a `QueryRefusal`. Expects composed characters (NFC). */
export function lex(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const token = tokenAt(query, at)
    if (token) tokens.push(token)
    at = token ? token.at + token.length : at + 1
  }
  return tokens
}

function tokenAt(query: string, at: number): Token | null {
  const first = query.charAt(at)
  if (/\s/u.test(first)) return null
  if (first === '(') return { type: 'open', at, length: 1 }
  if (first === ')') return { type: 'close', at, length: 1 }
  const isLoose = first === '~'
  const begin = isLoose ? at + 1 : at
  const ends = closing[query.charAt(begin)]
  if (ends !== undefined) return phraseAt(query, at, begin, ends, isLoose)
  if (first === '/') return regexAt(query, at)
  let end = begin
  while (end < query.length && !wordEnd.test(query.charAt(end))) end += 1
  if (end === begin) return null
  const text = query.slice(begin, end)
  const place = { at, length: end - at }
  const operator = isLoose ? undefined : operators[text]
  if (operator) return { type: operator, ...place }
  const distance = isLoose ? null : near.exec(text)
  if (distance) return { type: 'near', distance: Number(distance[1] ?? usualDistance), ...place }
  return { type: 'word', text, isLoose, ...place }
}

function phraseAt(query: string, at: number, begin: number, ends: string, isLoose: boolean): Token {
  let end = begin + 1
  while (end < query.length && !ends.includes(query.charAt(end))) end += 1
  if (end >= query.length)
    throw new QueryRefusal({ problem: 'unclosedQuote', at: begin, length: query.length - begin })
  return { type: 'phrase', text: query.slice(begin + 1, end), isLoose, at, length: end + 1 - at }
}

function regexAt(query: string, at: number): Token {
  let end = at + 1
  while (end < query.length && query.charAt(end) !== '/') end += query.charAt(end) === '\\' ? 2 : 1
  if (end >= query.length)
    throw new QueryRefusal({ problem: 'unclosedRegex', at, length: query.length - at })
  const pattern = query.slice(at + 1, end)
  const flags = /^\p{L}*/u.exec(query.slice(end + 1))?.[0] ?? ''
  if (flags !== '' && flags !== 'c')
    throw new QueryRefusal({ problem: 'badFlag', at: end + 1, length: flags.length })
  const place = { at, length: end + 1 + flags.length - at }
  if (!isRegex(pattern)) throw new QueryRefusal({ problem: 'badRegex', ...place })
  return { type: 'regex', pattern, mindsCase: flags === 'c', ...place }
}

function isRegex(pattern: string): boolean {
  try {
    return pattern !== '' && new RegExp(pattern, 'gu') instanceof RegExp
  } catch {
    return false
  }
}
