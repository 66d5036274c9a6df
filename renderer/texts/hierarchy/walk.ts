import type { DrawnNode } from '../../../shared/analysis/map/drawing.ts'
import type { Way } from './hierarchy-model.ts'

export type Step = 'up' | 'down' | 'left' | 'right'

/**
 * Where an arrow key leads: up and down along the links to the nearest thing that governs or is
 * governed, left and right to the neighbour in the same rank. Undefined if there is nothing there.
 */
export function stepFrom(
  key: string,
  step: Step,
  nodes: readonly DrawnNode[],
  ways: readonly Way[],
): string | undefined {
  const here = nodes.find(({ node }) => node.key === key)
  if (here === undefined) return undefined
  const linked = new Set(
    ways.flatMap(({ upper, lower }) => {
      if (step === 'down') return upper === key ? [lower] : []
      return step === 'up' && lower === key ? [upper] : []
    }),
  )
  const isSide = step === 'left' || step === 'right'
  const others = nodes.filter(({ node }) =>
    isSide ? node.key !== key && node.lane === here.node.lane : linked.has(node.key),
  )
  const candidates = isSide
    ? others.filter((other) => (step === 'left' ? isBefore(other, here) : isBefore(here, other)))
    : others
  return candidates.toSorted((a, b) => distance(a, here) - distance(b, here))[0]?.node.key
}

function isBefore(a: DrawnNode, b: DrawnNode): boolean {
  return middle(a) < middle(b) || (middle(a) === middle(b) && a.y < b.y)
}

function distance(a: DrawnNode, b: DrawnNode): number {
  return Math.abs(middle(a) - middle(b)) + Math.abs(a.y - b.y) / 1000
}

function middle(node: DrawnNode): number {
  return node.x + node.width / 2
}
