import { isWithin, siblingsOf, topmost } from './code-forest.ts'
import type { CodeForest } from './code-forest.ts'

/** Arguments of `codes.move`; `beforeId` null means last. */
export interface CodeMove {
  codeIds: string[]
  parentId: string | null
  beforeId: string | null
}

export type DropPlace = 'before' | 'inside' | 'after'

/** One place up among the siblings; undefined when they stand first. */
export function moveUp(forest: CodeForest, codeIds: readonly string[]): CodeMove | undefined {
  const block = siblingBlock(forest, codeIds)
  if (block === undefined || block.first === 0) return undefined
  const before = block.siblings[block.first - 1]
  return before === undefined
    ? undefined
    : { codeIds: block.ids, parentId: block.parentId, beforeId: before }
}

/** One place down among the siblings; undefined when they stand last. */
export function moveDown(forest: CodeForest, codeIds: readonly string[]): CodeMove | undefined {
  const block = siblingBlock(forest, codeIds)
  if (block === undefined || block.last >= block.siblings.length - 1) return undefined
  return {
    codeIds: block.ids,
    parentId: block.parentId,
    beforeId: block.siblings.slice(block.last + 2).find((id) => !block.ids.includes(id)) ?? null,
  }
}

/** Below the sibling above, last; undefined when there is none. */
export function indent(forest: CodeForest, codeIds: readonly string[]): CodeMove | undefined {
  const block = siblingBlock(forest, codeIds)
  const above = block?.siblings[block.first - 1]
  if (block === undefined || above === undefined) return undefined
  return { codeIds: block.ids, parentId: above, beforeId: null }
}

/** Out of the parent, to just after it; undefined at the top. */
export function outdent(forest: CodeForest, codeIds: readonly string[]): CodeMove | undefined {
  const block = siblingBlock(forest, codeIds)
  if (block === undefined || block.parentId === null) return undefined
  const aunts = siblingsOf(forest, block.parentId).map((node) => node.code.id)
  const parent = forest.nodeById.get(block.parentId)
  return {
    codeIds: block.ids,
    parentId: parent?.code.parentId ?? null,
    beforeId: aunts[aunts.indexOf(block.parentId) + 1] ?? null,
  }
}

/** What dropping codes on a row means; undefined when it would change nothing or make a circle. */
export function dropOn(
  forest: CodeForest,
  codeIds: readonly string[],
  targetId: string,
  place: DropPlace,
): CodeMove | undefined {
  const ids = topmost(forest, codeIds)
  const target = forest.nodeById.get(targetId)
  if (target === undefined || ids.length === 0) return undefined
  if (ids.some((id) => isWithin(forest, targetId, id))) return undefined
  if (place === 'inside') {
    const last = target.children.slice(-ids.length).map((node) => node.code.id)
    return sameList(last, ids) ? undefined : { codeIds: ids, parentId: targetId, beforeId: null }
  }
  const siblings = siblingsOf(forest, targetId).map((node) => node.code.id)
  const at = siblings.indexOf(targetId) + (place === 'after' ? 1 : 0)
  const beforeId = siblings.slice(at).find((id) => !ids.includes(id)) ?? null
  const parentId = target.code.parentId
  const rest = siblings.filter((id) => !ids.includes(id))
  const index = beforeId === null ? rest.length : rest.indexOf(beforeId)
  const result = [...rest.slice(0, index), ...ids, ...rest.slice(index)]
  return sameList(result, siblings) ? undefined : { codeIds: ids, parentId, beforeId }
}

/** To the end of the top. */
export function dropAtEnd(forest: CodeForest, codeIds: readonly string[]): CodeMove | undefined {
  const ids = topmost(forest, codeIds)
  const last = forest.roots.slice(-ids.length).map((node) => node.code.id)
  if (ids.length === 0 || sameList(last, ids)) return undefined
  return { codeIds: ids, parentId: null, beforeId: null }
}

/** Which part of a row the pointer is over: a quarter at the top and bottom, the middle nests. */
export function dropPlace(offset: number, height: number): DropPlace {
  if (offset < height * 0.25) return 'before'
  return offset > height * 0.75 ? 'after' : 'inside'
}

interface SiblingBlock {
  ids: string[]
  parentId: string | null
  siblings: string[]
  first: number
  last: number
}

/** The chosen codes as siblings; the arrow keys move only codes of one parent. */
function siblingBlock(forest: CodeForest, codeIds: readonly string[]): SiblingBlock | undefined {
  const top = topmost(forest, codeIds)
  const one = top[0]
  if (one === undefined) return undefined
  const siblings = siblingsOf(forest, one).map((node) => node.code.id)
  if (!top.every((id) => siblings.includes(id))) return undefined
  const ids = siblings.filter((id) => top.includes(id))
  const indexes = ids.map((id) => siblings.indexOf(id))
  return {
    ids,
    parentId: forest.nodeById.get(one)?.code.parentId ?? null,
    siblings,
    first: Math.min(...indexes),
    last: Math.max(...indexes),
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}
