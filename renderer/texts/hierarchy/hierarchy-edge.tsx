import { roundedLine } from '../../../shared/analysis/map/draw-edge.ts'
import type { Point } from '../../../shared/analysis/map/drawing.ts'
import type { Group } from '../../../shared/analysis/map/picture.ts'
import { select } from '../../app/workspace.ts'
import { PictureItems } from './picture-items.tsx'

interface Props {
  group: Group
  points: readonly Point[]
  isChosen: boolean
  isDim: boolean
}

/** A link, or its words: a click chooses it. By key it is reached from its ends. */
export function HierarchyEdge({ group, points, isChosen, isDim }: Props) {
  const line = roundedLine(points)
  const isLine = group.role === 'edge'
  return (
    <g
      className={`hierarchy-edge ${isDim ? 'is-dim' : ''}`}
      aria-hidden="true"
      data-link={isLine ? group.key : undefined}
      onClick={() => select({ type: 'link', id: group.key.slice('link:'.length) })}
    >
      <title>{group.title}</title>
      {isLine && isChosen && <path className="hierarchy-edge-halo" d={line} />}
      {isLine && <path className="hierarchy-edge-reach" d={line} />}
      <PictureItems items={group.items} />
    </g>
  )
}
