import { memo } from 'react'
import { roundedLine } from '../../../shared/analysis/map/draw-edge.ts'
import type { DrawnEdge } from '../../../shared/analysis/map/drawing.ts'
import type { Group, Picture } from '../../../shared/analysis/map/picture.ts'
import { PictureItems } from '../../texts/hierarchy/picture-items.tsx'

export interface LineActs {
  onChoose: (key: string) => void
  onOpen: (key: string) => void
  onMenu: (key: string, event: React.MouseEvent) => void
}

interface LayerProps {
  picture: Picture
  groups: readonly Group[]
  className: string
  /** Keys of groups that stand back; null: none does. */
  dim?: ReadonlySet<string> | null
}

/** Groups of the picture as one layer: lanes and weeks below, the words of lines above. */
export const PictureLayer = memo(function PictureLayer({
  picture,
  groups,
  className,
  dim = null,
}: LayerProps) {
  return (
    <Sheet picture={picture} className={className}>
      {groups.map((group, index) => (
        <g key={index} className={dim?.has(group.key) === true ? 'is-dim' : undefined}>
          <PictureItems items={group.items} />
        </g>
      ))}
    </Sheet>
  )
})

interface LinesProps {
  picture: Picture
  edges: readonly DrawnEdge[]
  idOf: (key: string) => string
  chosen: string | null
  /** Keys of lines that stand back: not found, or one of their ends is under way to another place. */
  dim: ReadonlySet<string> | null
  acts: LineActs
}

/** The lines; a click chooses one, a double click opens what stands behind it. */
export const MapLines = memo(function MapLines(props: LinesProps) {
  const { picture, edges, idOf, chosen, dim, acts } = props
  const groups = new Map(
    picture.groups.filter(({ role }) => role === 'edge').map((group) => [group.key, group]),
  )
  return (
    <Sheet picture={picture} className="map-lines">
      {edges.map(({ edge, points }) => {
        const group = groups.get(edge.key)
        if (group === undefined) return null
        return (
          <Line
            key={edge.key}
            id={idOf(edge.key)}
            group={group}
            d={roundedLine(points)}
            isChosen={chosen === edge.key}
            isDim={dim?.has(edge.key) === true}
            acts={acts}
          />
        )
      })}
    </Sheet>
  )
})

interface LineProps {
  id: string
  group: Group
  d: string
  isChosen: boolean
  isDim: boolean
  acts: LineActs
}

const Line = memo(function Line({ id, group, d, isChosen, isDim, acts }: LineProps) {
  return (
    <g
      id={id}
      className={`map-line ${isChosen ? 'is-chosen' : ''} ${isDim ? 'is-dim' : ''}`}
      data-line={group.key}
      role="img"
      aria-label={group.title}
      onClick={(event) => {
        event.stopPropagation()
        acts.onChoose(group.key)
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
        acts.onOpen(group.key)
      }}
      onContextMenu={(event) => acts.onMenu(group.key, event)}
    >
      <title>{group.title}</title>
      <path className="map-line-reach" d={d} />
      <PictureItems items={group.items} />
    </g>
  )
})

function Sheet({
  picture,
  className,
  children,
}: {
  picture: Picture
  className: string
  children: React.ReactNode
}) {
  const { x, y, width, height } = picture
  return (
    <svg
      className={`map-sheet ${className}`}
      style={{ left: x, top: y }}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
    >
      {children}
    </svg>
  )
}
