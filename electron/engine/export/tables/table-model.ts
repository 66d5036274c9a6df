import type { Table } from '../../../../shared/contract/tables.ts'
import type { Leaving } from '../../../../shared/analysis/leaks/find-leaks.ts'
import { translate, type Language, type TextKey } from '../../../../shared/i18n/index.ts'

export type Cell = string | number
export type ColumnKey =
  Extract<TextKey, `institution.column.${string}`> extends `${string}.${string}.${infer K}`
    ? K
    : never

/** A column of a table made from things of type T: its key, how it is read, its share of the width. */
export interface Column<T> {
  key: ColumnKey
  value: (item: T) => Cell
  weight: number
}

/** A table as queries give it, and the widths its printed form has. */
export interface TableData {
  table: Table
  weights: number[]
  /** Columns of numbers that are written as words, so that they stand as numbers do. */
  numbersAsText?: readonly boolean[]
  /** What can be read in it, where that is more than its cells say. */
  leaving?: Leaving
}

/** Words of the institutional vocabulary in a language: `words('basis', 'observed')`. */
export type Words = (group: string, value: string) => string

export function wordsIn(language: Language): Words {
  // The same few words stand in thousands of rows.
  const known = new Map<string, string>()
  return (group, value) => {
    const key = `institution.${group}.${value}`
    const found = known.get(key)
    if (found !== undefined) return found
    const text = translate(language, key as TextKey)
    // A relation of the project's own is no key: its name stands for itself.
    const word = text === key ? value : text
    known.set(key, word)
    return word
  }
}

/** Makes a table of things, one row each. */
export function tableOf<T>(
  options: { name: string; language: Language; notes?: string[] },
  columns: readonly Column<T>[],
  items: readonly T[],
  refOf: (item: T) => { type: string; id: string } | null,
): TableData {
  const words = wordsIn(options.language)
  return {
    table: {
      title: words('table', options.name),
      columns: columns.map(({ key }) => ({ key, label: words('column', key) })),
      rows: items.map((item) => ({
        ref: refOf(item),
        cells: columns.map(({ value }) => value(item)),
      })),
      notes: options.notes ?? [],
    },
    weights: columns.map(({ weight }) => weight),
  }
}

export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ')
}

/** “2 links have no evidence yet: A → B; C → D.”, or nothing. */
export function missingNote(language: Language, key: TextKey, names: readonly string[]): string[] {
  if (names.length === 0) return []
  return [translate(language, key, { count: names.length, names: names.join('; ') })]
}
