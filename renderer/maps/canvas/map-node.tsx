import type { Node, NodeProps } from '@xyflow/react'
import { Spline } from 'lucide-react'
import { memo } from 'react'
import type { DrawnNode } from '../../../shared/analysis/map/drawing.ts'
import type { Item } from '../../../shared/analysis/map/picture.ts'
import { PictureItems } from '../../texts/hierarchy/picture-items.tsx'

export interface NodeData extends Record<string, unknown> {
  /** Of the element, for `aria-activedescendant`. */
  elementId: string
  drawn: DrawnNode
  items: readonly Item[]
  spoken: string
  isCurrent: boolean
  isDim: boolean
  /** Title of the grip from which a line is drawn; empty where nothing may be changed. */
  joinTitle: string
  onJoin: (key: string, event: React.PointerEvent) => void
}
export type ThingNode = Node<NodeData, 'thing'>

/** A box of the map, as the exported figure has it. */
export const MapNode = memo(function MapNode({ data, selected }: NodeProps<ThingNode>) {
  const { elementId, drawn, items, spoken, isCurrent, isDim, joinTitle, onJoin } = data
  const state = `${selected ? 'is-chosen' : ''} ${isCurrent ? 'is-current' : ''} ${isDim ? 'is-dim' : ''}`
  return (
    <div
      id={elementId}
      className={`nokey map-node map-node-${drawn.node.shape} ${state}`}
      data-node={drawn.node.key}
      role="img"
      aria-label={spoken}
      style={{ width: drawn.width, height: drawn.height }}
    >
      <svg
        width={drawn.width}
        height={drawn.height}
        viewBox={`${drawn.x} ${drawn.y} ${drawn.width} ${drawn.height}`}
        aria-hidden="true"
      >
        <PictureItems items={items} />
      </svg>
      {joinTitle !== '' && (
        <span
          className="map-node-join nodrag"
          title={joinTitle}
          onPointerDown={(event) => onJoin(drawn.node.key, event)}
        >
          <Spline size={12} strokeWidth={2} aria-hidden />
        </span>
      )}
    </div>
  )
})
