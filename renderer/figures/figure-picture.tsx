import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Group, Item, Picture } from '../../shared/analysis/map/picture.ts'

interface Props {
  picture: Picture
  /** Read aloud for the whole. */
  label: string
  onOpen: (row: number, beside: boolean) => void
  isOpening: (row: number) => boolean
}

/** A figure on the screen; its marks are reached by the arrow keys, and opened by Enter or a click. */
export function FigurePicture({ picture, label, onOpen, isOpening }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const marks = picture.groups.filter(({ key }) => isOpening(rowOf(key)))
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(0, marks.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowDown: here + 1,
      ArrowLeft: here - 1,
      ArrowUp: here - 1,
      Home: 0,
      End: marks.length - 1,
    }
    const mark = marks[here]
    if ((event.key === 'Enter' || event.key === ' ') && mark)
      onOpen(rowOf(mark.key), event.ctrlKey || event.metaKey)
    else if (event.key in moves) {
      const next = Math.max(0, Math.min(moves[event.key] ?? 0, marks.length - 1))
      setAt(next)
      const all = svg.current?.querySelectorAll<SVGGElement>('[role=button]')
      all?.[next]?.focus()
    } else return
    event.preventDefault()
  }
  let place = -1
  return (
    <svg
      ref={svg}
      className="figure-svg"
      role="group"
      aria-label={label}
      viewBox={[picture.x, picture.y, picture.width, picture.height].join(' ')}
      style={{ maxWidth: picture.width * 1.35 }}
      onKeyDown={onKeyDown}
    >
      {picture.groups.map((group, index) => {
        if (!isOpening(rowOf(group.key))) return <PlainGroup key={index} group={group} />
        place += 1
        const own = place
        return (
          <g
            key={index}
            role="button"
            aria-label={group.title}
            className="figure-mark"
            tabIndex={own === here ? 0 : -1}
            onFocus={() => setAt(own)}
            onClick={(event) => onOpen(rowOf(group.key), event.ctrlKey || event.metaKey)}
          >
            <title>{group.title}</title>
            <Items items={group.items} />
          </g>
        )
      })}
    </svg>
  )
}

function rowOf(key: string): number {
  return key.startsWith('row:') ? Number(key.slice(4)) : -1
}

function PlainGroup({ group }: { group: Group }) {
  return (
    <g>
      {group.title !== '' && <title>{group.title}</title>}
      <Items items={group.items} />
    </g>
  )
}

function Items({ items }: { items: readonly Item[] }) {
  return items.map((item, index) =>
    item.kind === 'path' ? (
      <path
        key={index}
        d={item.d}
        fill={item.fill ?? 'none'}
        stroke={item.stroke ?? 'none'}
        strokeWidth={item.width}
        strokeDasharray={item.dash.length > 0 ? item.dash.join(' ') : undefined}
        strokeLinecap={item.isRound ? 'round' : 'butt'}
        opacity={item.opacity}
      />
    ) : (
      <text
        key={index}
        x={item.x}
        y={item.y}
        fontSize={item.size}
        fontWeight={item.weight}
        fill={item.fill}
        textAnchor={item.anchor}
        transform={item.isTurned ? `rotate(-90 ${item.x} ${item.y})` : undefined}
      >
        {item.text}
      </text>
    ),
  )
}
