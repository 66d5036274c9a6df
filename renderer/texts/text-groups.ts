import type { InstitutionalText } from '../../shared/model/institution.ts'
import { textStatuses } from '../../shared/model/institution-kinds.ts'

export const textGroupings = ['none', 'level', 'status', 'issuer', 'genre'] as const
export type TextGrouping = (typeof textGroupings)[number]

export interface TextFilter {
  words: string
  level: string
  issuer: string
  genre: string
  status: string
}

export const noTextFilter: TextFilter = { words: '', level: '', issuer: '', genre: '', status: '' }

export function isFiltering(filter: TextFilter): boolean {
  return Object.values(filter).some((value) => value.trim() !== '')
}

/** The texts that fit: every word of the filter stands in title, other names or issuer. */
export function filterTexts(
  texts: readonly InstitutionalText[],
  filter: TextFilter,
): InstitutionalText[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return texts.filter((text) => {
    if (filter.level !== '' && text.level !== filter.level) return false
    if (filter.issuer !== '' && text.issuer !== filter.issuer) return false
    if (filter.genre !== '' && text.genre !== filter.genre) return false
    if (filter.status !== '' && text.status !== filter.status) return false
    const said = [text.title, ...text.aliases, text.issuer].join(' ').toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
}

export interface TextGroup {
  /** The value that the texts share; empty when they have none. */
  value: string
  texts: InstitutionalText[]
}

/** Texts by what they share. Levels stay in the order of the register, statuses in that of the chase. */
export function groupTexts(
  texts: readonly InstitutionalText[],
  by: TextGrouping,
  locale: string,
): TextGroup[] {
  if (by === 'none') return [{ value: '', texts: [...texts] }]
  const groups = new Map<string, InstitutionalText[]>()
  for (const text of texts) {
    const members = groups.get(text[by])
    if (members === undefined) groups.set(text[by], [text])
    else members.push(text)
  }
  const listed = [...groups].map(([value, members]): TextGroup => ({ value, texts: members }))
  const statuses: readonly string[] = textStatuses
  if (by === 'status') {
    return listed.toSorted((a, b) => statuses.indexOf(a.value) - statuses.indexOf(b.value))
  }
  const isNameless = (group: TextGroup) => (group.value === '' ? 1 : 0)
  if (by === 'level') {
    const place = new Map(listed.map((group) => [group.value, highestRank(group.texts)]))
    const rank = (group: TextGroup) => place.get(group.value) ?? Number.POSITIVE_INFINITY
    return listed.toSorted((a, b) => isNameless(a) - isNameless(b) || compare(rank(a), rank(b)))
  }
  return listed.toSorted(
    (a, b) => isNameless(a) - isNameless(b) || a.value.localeCompare(b.value, locale),
  )
}

function highestRank(texts: readonly InstitutionalText[]): number {
  return Math.min(...texts.map((text) => text.rank ?? Number.POSITIVE_INFINITY))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

export const sortColumns = [
  'title',
  'level',
  'issuer',
  'genre',
  'status',
  'clauses',
  'links',
  'activations',
] as const
export type SortColumn = (typeof sortColumns)[number]

export interface TextSort {
  /** Null: as the register comes, highest level first. */
  column: SortColumn | null
  isDescending: boolean
}

export function sortTexts(
  texts: readonly InstitutionalText[],
  { column, isDescending }: TextSort,
  locale: string,
): InstitutionalText[] {
  if (column === null) return [...texts]
  const collator = new Intl.Collator(locale, { numeric: true })
  const statuses: readonly string[] = textStatuses
  const compareBy = (a: InstitutionalText, b: InstitutionalText): number => {
    if (column === 'status') return statuses.indexOf(a.status) - statuses.indexOf(b.status)
    const [left, right] = [a[column], b[column]]
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return collator.compare(String(left), String(right))
  }
  const sign = isDescending ? -1 : 1
  return texts.toSorted((a, b) => sign * compareBy(a, b))
}
