import type { Entity } from '../project/entities.ts'

/** Those of `ids` that are there, and everything below them in the tree, whatever circles it has. */
export function below(all: readonly Entity[], ids: Iterable<string>): Set<string> {
  const children = new Map<unknown, string[]>()
  const known = new Set<string>()
  for (const { id, parentId } of all) {
    known.add(id)
    const siblings = children.get(parentId)
    if (siblings) siblings.push(id)
    else children.set(parentId, [id])
  }
  const found = new Set<string>()
  const open = [...ids].filter((id) => known.has(id))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(children.get(id) ?? []))
  }
  return found
}
