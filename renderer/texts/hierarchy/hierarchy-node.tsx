import type { DrawnNode } from '../../../shared/analysis/map/drawing.ts'
import type { Group } from '../../../shared/analysis/map/picture.ts'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { useLinkDrop } from '../links/link-drop.ts'
import { endOf, openEnd } from '../links/link-ends.ts'
import type { Way } from './hierarchy-model.ts'
import { PictureItems } from './picture-items.tsx'

interface Props {
  group: Group
  box: DrawnNode
  ways: readonly Way[]
  isChosen: boolean
  isStop: boolean
  isDim: boolean
  onMenu: (event: React.MouseEvent, end: LinkEnd) => void
  onCurrent: (key: string) => void
}

/** A text, clause, step or actor: a click chooses it, a double click opens it. */
export function HierarchyNode(props: Props) {
  const { group, box, ways, isChosen, isStop, isDim } = props
  const t = useT()
  const end = endOf(group.key)
  const { isOver, dropProps } = useLinkDrop(end)
  const above = ways.filter(({ lower }) => lower === group.key).length
  const below = ways.filter(({ upper }) => upper === group.key).length
  const name = [
    group.title,
    t('links.nAbove', { count: above }),
    t('links.nBelow', { count: below }),
  ].join(', ')
  const state = `${isChosen ? 'is-chosen' : ''} ${isOver ? 'is-over' : ''} ${isDim ? 'is-dim' : ''}`
  return (
    <g
      className={`hierarchy-node ${state}`}
      data-node={group.key}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      aria-pressed={isChosen}
      onClick={(event) => {
        event.currentTarget.focus()
        props.onCurrent(group.key)
        select(end)
      }}
      onDoubleClick={() => openEnd(end)}
      onContextMenu={(event) => props.onMenu(event, end)}
      {...dropProps}
    >
      <title>{group.title}</title>
      <rect
        className="hierarchy-node-halo"
        x={box.x - 5}
        y={box.y - 5}
        width={box.width + 10}
        height={box.height + 10}
        rx={8}
      />
      <g aria-hidden="true">
        <PictureItems items={group.items} />
      </g>
    </g>
  )
}
