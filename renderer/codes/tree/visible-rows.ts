import type { Code } from '../../../shared/model/entities.ts'
import type { CodeForest, CodeNode } from './code-forest.ts'

export type CodeSort = 'own' | 'name' | 'count'

export interface CodeRow {
  code: Code
  /** 0 at the top. */
  depth: number
  hasChildren: boolean
  expanded: boolean
  /** Codings with the code itself. */
  own: number
  /** With everything below it. */
  total: number
  /** Place among its visible siblings, from 1. */
  position: number
  siblings: number
}

export interface RowOptions {
  collapsed: ReadonlySet<string>
  /** Shows codes whose name, alias or definition contains it, with the way down to them. */
  filter: string
  sort: CodeSort
  /** Own counts or with sub-codes; matters to sorting by count. */
  withSubcodes: boolean
  /** Only these codes and the way down to them; null: all. */
  only: ReadonlySet<string> | null
  /** Language for sorting by name. */
  locale: string
}

/** The rows of the tree from top to bottom, as it stands on the screen. */
export function visibleRows(forest: CodeForest, options: RowOptions): CodeRow[] {
  const needle = options.filter.trim().toLocaleLowerCase(options.locale)
  const narrowed = needle !== '' || options.only !== null
  const shown = narrowed ? new Set<string>() : null
  if (shown !== null) for (const root of forest.roots) collect(root, needle, options.only, shown)
  const collator = new Intl.Collator(options.locale, { numeric: true, sensitivity: 'base' })
  const rows: CodeRow[] = []
  append(rows, forest.roots, 0, options, narrowed, shown, collator)
  return rows
}

function append(
  rows: CodeRow[],
  nodes: readonly CodeNode[],
  depth: number,
  options: RowOptions,
  narrowed: boolean,
  shown: ReadonlySet<string> | null,
  collator: Intl.Collator,
): void {
  const visible = sorted(
    shown === null ? nodes : nodes.filter((node) => shown.has(node.code.id)),
    options,
    collator,
  )
  visible.forEach((node, index) => {
    const hasChildren = node.children.some((child) => shown === null || shown.has(child.code.id))
    const expanded = hasChildren && (narrowed || !options.collapsed.has(node.code.id))
    rows.push({
      code: node.code,
      depth,
      hasChildren,
      expanded,
      own: node.code.codings,
      total: node.total,
      position: index + 1,
      siblings: visible.length,
    })
    if (expanded) append(rows, node.children, depth + 1, options, narrowed, shown, collator)
  })
}

function collect(
  node: CodeNode,
  needle: string,
  only: ReadonlySet<string> | null,
  shown: Set<string>,
): boolean {
  let found = matches(node.code, needle) && (only === null || only.has(node.code.id))
  for (const child of node.children) if (collect(child, needle, only, shown)) found = true
  if (found) shown.add(node.code.id)
  return found
}

function matches(code: Code, needle: string): boolean {
  if (needle === '') return true
  return [code.name, code.definition, ...code.aliases].some((text) =>
    text.toLocaleLowerCase().includes(needle),
  )
}

function sorted(
  nodes: readonly CodeNode[],
  options: RowOptions,
  collator: Intl.Collator,
): readonly CodeNode[] {
  if (options.sort === 'own') return nodes
  const byName = (a: CodeNode, b: CodeNode) => collator.compare(a.code.name, b.code.name)
  if (options.sort === 'name') return nodes.toSorted(byName)
  const count = (node: CodeNode) => (options.withSubcodes ? node.total : node.code.codings)
  return nodes.toSorted((a, b) => count(b) - count(a) || byName(a, b))
}

/** The next row after `from` whose name begins with `typed`, round the end; -1 if none. */
export function rowByTyping(rows: readonly CodeRow[], from: number, typed: string): number {
  const needle = typed.toLocaleLowerCase()
  const first = typed.length > 1 ? 0 : 1
  for (let step = first; step < rows.length + first; step += 1) {
    const index = (Math.max(from, 0) + step) % rows.length
    if (rows[index]?.code.name.toLocaleLowerCase().startsWith(needle)) return index
  }
  return -1
}

/** Codes from one row to another, both included, in the order of the screen. */
export function idsBetween(rows: readonly CodeRow[], fromId: string, toId: string): string[] {
  const from = rows.findIndex((row) => row.code.id === fromId)
  const to = rows.findIndex((row) => row.code.id === toId)
  if (from < 0 || to < 0) return [toId]
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.code.id)
}
