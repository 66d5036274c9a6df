import type { CodebookFileNotes } from './codebook-file-notes.ts'
import { pathSeparator, splitPath } from './code-path.ts'

/** What a row says about its code's place; empty texts say nothing. */
export interface TableRow {
  name: string
  id: string
  parentId: string
  parentName: string
  path: string
  /** Whether the path may end in the code's own name. */
  pathHoldsName: boolean
}

interface TreeCode {
  /** Absent for a superior code that the table names and does not list. */
  row?: number
  name: string
  path: string[]
  /** Index in the list. */
  parent?: number
}

interface Node {
  name: string
  row?: number
  parent?: Node
  children: Node[]
}

/**
 * The codes of a table, depth-first. A row's parent is found by the parent's identifier, else by
 * the path, else by the parent's name.
 */
export function rowsToTree(rows: TableRow[], notes: CodebookFileNotes): TreeCode[] {
  const separator = pathSeparator(
    rows.map(({ path }) => path),
    new Set(rows.map(({ name }) => name).filter(Boolean)),
  )
  const placed = rows.flatMap((row, index) => {
    const place = { ...rowPlace(row, separator), row, index }
    if (place.name !== '') return [place]
    notes.add('emptyNameSkipped', '')
    return []
  })
  const nodes: Node[] = []
  const byId = new Map<string, Node>()
  const byPath = new Map<string, Node>()
  const byName = new Map<string, Node>()
  const kept = placed.flatMap((place) => {
    const key = JSON.stringify([...place.ancestors, place.name])
    const hasOwnPlace =
      place.row.id !== '' || place.row.parentId !== '' || place.row.parentName !== ''
    if (byPath.has(key) && !hasOwnPlace) {
      notes.add('duplicateMerged', place.name)
      return []
    }
    const node: Node = { name: place.name, row: place.index, children: [] }
    nodes.push(node)
    if (place.row.id !== '' && !byId.has(place.row.id)) byId.set(place.row.id, node)
    if (!byPath.has(key)) byPath.set(key, node)
    if (!byName.has(place.name)) byName.set(place.name, node)
    return [{ ...place, node }]
  })

  const added = (name: string): Node => {
    const node: Node = { name, children: [] }
    nodes.push(node)
    notes.add('parentAdded', name)
    return node
  }
  const nodeByPath = (path: string[]): Node | undefined => {
    const name = path.at(-1)
    if (name === undefined) return undefined
    const key = JSON.stringify(path)
    const found = byPath.get(key)
    if (found !== undefined) return found
    const node = added(name)
    byPath.set(key, node)
    attach(node, nodeByPath(path.slice(0, -1)), notes)
    return node
  }
  const nodeByName = (name: string): Node => {
    const node = byName.get(name) ?? added(name)
    byName.set(name, node)
    return node
  }
  for (const { row, node, ancestors } of kept) {
    const byOwnId = row.parentId === '' ? undefined : byId.get(row.parentId)
    if (byOwnId !== undefined) attach(node, byOwnId, notes)
    else if (ancestors.length > 0) attach(node, nodeByPath(ancestors), notes)
    else if (row.parentName !== '') attach(node, nodeByName(row.parentName), notes)
    else if (row.parentId !== '') notes.add('parentNotFound', node.name)
  }
  return flatten(nodes.filter(({ parent }) => parent === undefined))
}

function rowPlace(
  row: TableRow,
  separator: string | undefined,
): { name: string; ancestors: string[] } {
  const path = splitPath(row.path, separator)
  if (row.name === '') return { name: path.at(-1) ?? '', ancestors: path.slice(0, -1) }
  const endsInName = row.pathHoldsName && path.at(-1) === row.name
  return { name: row.name, ancestors: endsInName ? path.slice(0, -1) : path }
}

/** Puts a node under another, unless that would close a circle. */
function attach(node: Node, parent: Node | undefined, notes: CodebookFileNotes): void {
  if (parent === undefined) return
  for (let above: Node | undefined = parent; above !== undefined; above = above.parent) {
    if (above !== node) continue
    notes.add('parentNotFound', node.name)
    return
  }
  node.parent = parent
  parent.children.push(node)
}

function flatten(roots: Node[]): TreeCode[] {
  const codes: TreeCode[] = []
  const stack = roots.toReversed().map((node) => ({ node, path: [] as string[], parent: -1 }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, path, parent } = next
    const index = codes.length
    codes.push({
      name: node.name,
      path,
      ...(node.row === undefined ? {} : { row: node.row }),
      ...(parent === -1 ? {} : { parent }),
    })
    for (const child of node.children.toReversed()) {
      stack.push({ node: child, path: [...path, node.name], parent: index })
    }
  }
  return codes
}
