import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { DrawnEdge } from '../../../shared/analysis/map/drawing.ts'
import { neighbour } from './neighbours.ts'
import type { Way } from './neighbours.ts'
import type { FlowNodes } from './use-flow-nodes.ts'

const ways: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
/** Pixels of the map for one press. */
const pace = 10

export interface CanvasKeyActs {
  goTo: (key: string) => void
  chooseLine: (key: string | null) => void
  open: (key: string) => void
  remove: (keys: readonly string[]) => void
  join: (from: string, to: string) => void
  zoom: (by: 'in' | 'out' | 'fit') => void
  menu: (key: string, event: KeyboardEvent) => void
}

/** From where to where two chosen boxes are joined: the one that was come to last is the target. */
export function endsOf(
  chosen: readonly string[],
  current: string | null,
): [from: string, to: string] | null {
  const [first, second] = chosen
  if (chosen.length !== 2 || first === undefined || second === undefined) return null
  return first === current ? [second, first] : [first, second]
}

interface Options {
  flow: FlowNodes
  edges: readonly DrawnEdge[]
  line: string | null
  isMovable: boolean
  acts: CanvasKeyActs
}

/** Everything that can be done on the canvas by key. */
export function useCanvasKeys({ flow, edges, line, isMovable, acts }: Options) {
  const pushed = useRef<readonly string[]>([])
  const { current, chosen, boxes, byId } = flow
  // What a key is meant for: the box it stands on, with all that are chosen if it is one of them.
  const meant = current === null || chosen.includes(current) ? chosen : [current]

  const arrow = (way: Way, event: KeyboardEvent): void => {
    if (event.shiftKey) {
      if (!isMovable || meant.length === 0) return
      pushed.current = meant
      const sign = way === 'left' || way === 'up' ? -pace : pace
      const isAcross = way === 'left' || way === 'right'
      flow.nudge(meant, isAcross ? sign : 0, isAcross ? 0 : sign)
      return
    }
    const next = current === null ? boxes[0]?.key : neighbour(boxes, current, way)
    if (next !== undefined) acts.goTo(next)
  }
  const nextLine = (by: 1 | -1): void => {
    if (current === null) return
    const here = edges.filter(({ edge }) => edge.from === current || edge.to === current)
    const at = here.findIndex(({ edge }) => edge.key === line)
    const next = at === -1 && by === -1 ? here.at(-1) : here[(at + by + here.length) % here.length]
    if (next !== undefined) acts.chooseLine(next.edge.key)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const way = ways[event.key]
    const isCommand = event.ctrlKey || event.metaKey
    if (way !== undefined && !isCommand && !event.altKey) arrow(way, event)
    else if (event.key === 'a' && isCommand) flow.choose(boxes.map(({ key }) => key))
    else if (isCommand || event.altKey) return
    else if (event.key === 'Enter') {
      const key = line ?? current
      if (key !== null) acts.open(key)
    } else if (event.key === ' ') {
      if (current === null) return
      const isChosen = chosen.includes(current)
      flow.choose(isChosen ? chosen.filter((key) => key !== current) : [...chosen, current])
    } else if (event.key === 'Delete' || event.key === 'Backspace') acts.remove(meant)
    else if (event.key === '+' || event.key === '=') acts.zoom('in')
    else if (event.key === '-' || event.key === '−') acts.zoom('out')
    else if (event.key === '0') acts.zoom('fit')
    else if (event.key === 'e') nextLine(1)
    else if (event.key === 'E') nextLine(-1)
    else if (event.key === 'j') {
      const ends = endsOf(chosen, current)
      if (ends !== null) acts.join(...ends)
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      if (current !== null) acts.menu(current, event)
    } else if (event.key === 'Escape') {
      if (line !== null) acts.chooseLine(null)
      else if (chosen.length > 0) flow.choose([])
      else return
    } else return
    event.preventDefault()
  }
  /** Nodes that Shift and arrows have pushed are written down once, when the hand lets go. */
  const settle = (): void => {
    const spots = pushed.current.flatMap((key) => byId.get(key) ?? [])
    pushed.current = []
    if (spots.length > 0) void flow.place(spots)
  }
  return {
    onKeyDown,
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === 'Shift') settle()
    },
    onBlur: settle,
  }
}
