import type { Code } from '../../../shared/model/entities.ts'

export interface CodeNode {
  code: Code
  children: CodeNode[]
  /** Codings of the code and of everything below it. */
  total: number
}

export interface CodeForest {
  roots: CodeNode[]
  nodeById: ReadonlyMap<string, CodeNode>
}

export const emptyForest: CodeForest = { roots: [], nodeById: new Map() }

/**
 * Makes the tree of a flat list. Siblings keep their order in the list; a code whose parent is
 * not in the list stands at the top, so that nothing is ever out of sight.
 */
export function codesToForest(codes: readonly Code[]): CodeForest {
  const nodeById = new Map<string, CodeNode>()
  for (const code of codes) nodeById.set(code.id, { code, children: [], total: code.codings })
  const roots: CodeNode[] = []
  for (const node of nodeById.values()) {
    const parent = node.code.parentId === null ? undefined : nodeById.get(node.code.parentId)
    if (parent === undefined || parent === node) roots.push(node)
    else parent.children.push(node)
  }
  for (const root of roots) addUp(root)
  return { roots, nodeById }
}

function addUp(node: CodeNode): number {
  node.total = node.code.codings
  for (const child of node.children) node.total += addUp(child)
  return node.total
}

/** Siblings of a code in their own order, the code among them. */
export function siblingsOf(forest: CodeForest, codeId: string): CodeNode[] {
  const parentId = forest.nodeById.get(codeId)?.code.parentId ?? null
  const parent = parentId === null ? undefined : forest.nodeById.get(parentId)
  return parent === undefined ? forest.roots : parent.children
}

/** Ancestors, outermost first, without the code itself. */
export function ancestorsOf(forest: CodeForest, codeId: string): Code[] {
  const path: Code[] = []
  const seen = new Set<string>()
  let parentId = forest.nodeById.get(codeId)?.code.parentId ?? null
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId)
    const parent = forest.nodeById.get(parentId)
    if (parent === undefined) break
    path.unshift(parent.code)
    parentId = parent.code.parentId
  }
  return path
}

/** Whether `codeId` is `ancestorId` or lies below it. */
export function isWithin(forest: CodeForest, codeId: string, ancestorId: string): boolean {
  return codeId === ancestorId || ancestorsOf(forest, codeId).some((code) => code.id === ancestorId)
}

/** Leaves out the codes that lie below another code of the list: they come along with it. */
export function topmost(forest: CodeForest, codeIds: readonly string[]): string[] {
  const chosen = new Set(codeIds)
  return codeIds.filter(
    (codeId) =>
      forest.nodeById.has(codeId) &&
      !ancestorsOf(forest, codeId).some((ancestor) => chosen.has(ancestor.id)),
  )
}
