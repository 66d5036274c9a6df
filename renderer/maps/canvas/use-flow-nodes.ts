import { applyNodeChanges } from '@xyflow/react'
import type { NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Picture } from '../../../shared/analysis/map/picture.ts'
import { spokenNode } from '../map-keys.ts'
import { placeNodes } from '../maps-acts.ts'
import type { NodeData, ThingNode } from './map-node.tsx'
import type { KeyedBox } from './neighbours.ts'
import type { LaidOut } from './use-map-layout.ts'

interface Options {
  mapId: string
  laidOut: LaidOut
  picture: Picture
  /** Keys found on the map; the others are dimmed. */
  lit: ReadonlySet<string> | null
  idOf: (key: string) => string
  joinTitle: string
  onJoin: NodeData['onJoin']
}

/** The boxes of a map as the canvas holds them: places under way, what is chosen, what is current. */
export function useFlowNodes(options: Options) {
  const { mapId, laidOut, picture, lit, idOf, joinTitle, onJoin } = options
  const [nodes, setNodes] = useState<ThingNode[]>([])
  const [current, setCurrent] = useState<string | null>(null)
  const [moving, setMoving] = useState<ReadonlySet<string>>(noKeys)

  const settle = useCallback(() => {
    const items = new Map(
      picture.groups
        .filter(({ role }) => role === 'node')
        .map((group) => [group.key, group.items] as const),
    )
    setMoving(noKeys)
    setNodes((before) => {
      const chosen = new Set(before.filter((node) => node.selected).map(({ id }) => id))
      return laidOut.drawing.nodes.map((drawn): ThingNode => ({
        id: drawn.node.key,
        type: 'thing',
        position: { x: drawn.x, y: drawn.y },
        width: drawn.width,
        height: drawn.height,
        selected: chosen.has(drawn.node.key),
        data: {
          elementId: idOf(drawn.node.key),
          drawn,
          items: items.get(drawn.node.key) ?? [],
          spoken: spokenNode(drawn.node, laidOut.model.words),
          isCurrent: false,
          isDim: false,
          joinTitle,
          onJoin,
        },
      }))
    })
  }, [laidOut, picture, idOf, joinTitle, onJoin])
  useEffect(settle, [settle])
  useEffect(() => {
    setNodes((before) =>
      before.map((node) => {
        const isCurrent = node.id === current
        const isDim = lit !== null && !lit.has(node.id)
        if (node.data.isCurrent === isCurrent && node.data.isDim === isDim) return node
        return { ...node, data: { ...node.data, isCurrent, isDim } }
      }),
    )
  }, [current, lit, settle])

  const boxes = useMemo(
    () =>
      nodes.map((node): KeyedBox => ({
        key: node.id,
        ...node.position,
        width: node.width ?? 0,
        height: node.height ?? 0,
      })),
    [nodes],
  )
  const chosenList = nodes
    .filter((node) => node.selected)
    .map(({ id }) => id)
    .join('\n')
  const chosen = useMemo(() => (chosenList === '' ? [] : chosenList.split('\n')), [chosenList])
  const choose = useCallback((keys: readonly string[]): void => {
    const wanted = new Set(keys)
    setNodes((before) =>
      before.map((node) =>
        (node.selected ?? false) === wanted.has(node.id)
          ? node
          : { ...node, selected: wanted.has(node.id) },
      ),
    )
  }, [])
  const onNodesChange = useCallback(
    (changes: NodeChange<ThingNode>[]) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  )
  const nudge = (keys: readonly string[], dx: number, dy: number): void => {
    const wanted = new Set(keys)
    setMoving(wanted)
    setNodes((before) =>
      before.map((node) =>
        wanted.has(node.id)
          ? { ...node, position: { x: node.position.x + dx, y: node.position.y + dy } }
          : node,
      ),
    )
  }
  /** Writes places down; where that is refused, everything goes back. */
  const place = async (spots: readonly { key: string; x: number; y: number }[]): Promise<void> => {
    if (!(await placeNodes(mapId, spots))) settle()
  }
  const byId = useMemo(() => new Map(boxes.map((box) => [box.key, box])), [boxes])
  return {
    ...{ nodes, boxes, byId, chosen, choose, current, setCurrent, moving, setMoving },
    ...{ onNodesChange, nudge, place },
  }
}

const noKeys: ReadonlySet<string> = new Set()

export type FlowNodes = ReturnType<typeof useFlowNodes>
