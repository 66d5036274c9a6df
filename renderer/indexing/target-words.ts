import type { Target } from '../../shared/model/institution.ts'
import type { useT } from '../app/i18n.ts'

const comparisons: readonly (readonly [Target['comparison'], RegExp])[] = [
  ['between', /\b(between|mellom)\b/],
  ['at least', /\b(at least|minst|minimum|no less than|ikke mindre enn)\b|≥/],
  ['at most', /\b(at most|høyst|maksimalt|within|innen|ikke mer enn|no more than)\b|≤/],
  ['about', /\b(about|omtrent|cirka|ca|rundt)\b|~/],
  ['exactly', /\b(exactly|nøyaktig)\b|=/],
]

const number = /\d+(?:[.,]\d+)?/g
const units =
  /^\s*(%|prosent|percent|dager|dag|days?|uker|uke|weeks?|måneder|måned|months?|timer|time|hours?|år|years?|kroner|kr|deltakere|deltaker|participants?|(?!(?:per|for|som|fra|med|ved|and|the|from|with)\b)[\p{L}-]{3,})/u

/** The target that words speak of, such as `at least 80 %`; null if there is none in them. */
export function findTarget(words: string): Target | null {
  const line = words.toLocaleLowerCase()
  const found = comparisons
    .map(([comparison, pattern]) => ({ comparison, match: pattern.exec(line) }))
    .flatMap(({ comparison, match }) => (match === null ? [] : [{ comparison, at: match.index }]))
    .sort((a, b) => a.at - b.at)[0]
  const from = found?.at ?? 0
  const isShort = words.trim().split(/\s+/).length <= 5
  if (found === undefined && !isShort) return null
  const [first, second] = [...line.slice(from).matchAll(number)]
  if (first === undefined) return null
  const isBetween = found?.comparison === 'between' && second !== undefined
  const last = isBetween ? second : first
  const rest = line.slice(from + last.index + last[0].length)
  return {
    comparison: found?.comparison ?? 'exactly',
    value: valueOf(first[0]),
    ...(isBetween ? { upTo: valueOf(second[0]) } : {}),
    unit: units.exec(rest)?.[1] ?? '',
  }
}

export function targetWords(t: ReturnType<typeof useT>, target: Target): string {
  const upTo = target.upTo ?? null
  const numbers =
    upTo === null ? `${target.value}` : `${target.value} ${t('institution.and')} ${upTo}`
  return `${t(`institution.comparison.${target.comparison}`)} ${numbers} ${target.unit}`.trim()
}

function valueOf(digits: string): number {
  return Number(digits.replace(',', '.'))
}
