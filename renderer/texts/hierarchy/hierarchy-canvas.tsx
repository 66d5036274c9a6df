import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { drawMap } from '../../../shared/analysis/map/draw-map.ts'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import type { Picture } from '../../../shared/analysis/map/picture.ts'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { askForLink } from '../links/link-drop.ts'
import { endOf, openEnd } from '../links/link-ends.ts'
import { HierarchyEdge } from './hierarchy-edge.tsx'
import { HierarchyNode } from './hierarchy-node.tsx'
import type { Way } from './hierarchy-model.ts'
import { PictureItems } from './picture-items.tsx'
import type { Frame, PanZoom } from './pan-zoom.ts'
import { stepFrom } from './walk.ts'
import type { Step } from './walk.ts'
import { focusDrawn } from '../../ui/index.ts'

interface Props {
  svg: SVGSVGElement | null
  onSvg: (svg: SVGSVGElement | null) => void
  drawing: Drawing
  model: MapModel
  ways: readonly Way[]
  panZoom: PanZoom
  /** Keys of what is looked for or lies on the way that is shown; null: everything. */
  lit: ReadonlySet<string> | null
  onFocus: (end: LinkEnd) => void
  onMenu: (event: React.MouseEvent, end: LinkEnd) => void
  onFind: () => void
  onEscape: () => void
}

const steps: Partial<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The drawn hierarchy: nodes and links that are chosen, opened, walked along and linked by dragging. */
export function HierarchyCanvas(props: Props) {
  const { svg, drawing, model, ways, panZoom, lit } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const selection = useWorkspace((state) => state.selection)
  const picture = useMemo(() => drawMap(drawing, model), [drawing, model])
  const chosen = selection.type === 'none' ? '' : `${selection.type}:${selection.id}`
  const isNode = drawing.nodes.some(({ node }) => node.key === chosen)
  const [current, setCurrent] = useState('')
  const known = drawing.nodes.some(({ node }) => node.key === current)
  const stop = isNode ? chosen : known ? current : (drawing.nodes[0]?.node.key ?? '')
  const [draft, setDraft] = useState<{ from: string; x: number; y: number } | null>(null)
  const press = useRef<{ x: number; y: number; key: string | null; isMoving: boolean } | null>(null)
  const { frame, reveal } = panZoom

  const isHere = (): boolean => svg?.contains(document.activeElement) === true
  const go = (key: string): void => {
    const drawn = drawing.nodes.find(({ node }) => node.key === key)
    if (drawn === undefined) return
    setCurrent(key)
    select(endOf(key))
    reveal(drawn)
    focusDrawn(() => svg?.querySelector<SVGGElement>(`[data-node="${CSS.escape(key)}"]`))
  }
  useEffect(() => {
    if (!isNode || isHere()) return
    const drawn = drawing.nodes.find(({ node }) => node.key === chosen)
    if (drawn !== undefined) reveal(drawn)
    // Only when something else was chosen, in a list beside.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen])

  /** Goes through the links of the node in hand, one a press. */
  const nextLink = (): void => {
    const own = ways.filter(({ upper, lower }) => upper === stop || lower === stop)
    const at = own.findIndex(({ link }) => `link:${link.id}` === chosen)
    const next = own[(at + 1) % Math.max(1, own.length)]
    if (next === undefined) return
    setCurrent(stop)
    select({ type: 'link', id: next.link.id })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // The box that has the focus, which need not be the one that was chosen last.
    const here = nodeAt(event.target) ?? stop
    const step = steps[event.key]
    if (step !== undefined) {
      const next = stepFrom(here, step, drawing.nodes, ways)
      if (next !== undefined) go(next)
    } else if (event.key === 'Enter') openEnd(endOf(here))
    else if (event.key === ' ') go(here)
    else if (event.key === 'f') props.onFocus(endOf(here))
    else if (event.key === 'e') nextLink()
    else if (event.key === '/') props.onFind()
    else if (event.key === '+' || event.key === '=') panZoom.zoomBy(1.25)
    else if (event.key === '-') panZoom.zoomBy(0.8)
    else if (event.key === '0') panZoom.fit()
    else if (event.key === 'Escape') props.onEscape()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = svg?.getBoundingClientRect()
    return {
      x: (event.clientX - (box?.left ?? 0) - frame.x) / frame.scale,
      y: (event.clientY - (box?.top ?? 0) - frame.y) / frame.scale,
    }
  }
  const onPointerMove = (event: PointerEvent): void => {
    const held = press.current
    if (held === null) return
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
    if (!held.isMoving && Math.hypot(dx, dy) < 5) return
    if (!held.isMoving) svg?.setPointerCapture(event.pointerId)
    held.isMoving = true
    if (held.key !== null && !isReadOnly) setDraft({ from: held.key, ...place(event) })
    else {
      panZoom.panBy(dx, dy)
      held.x = event.clientX
      held.y = event.clientY
    }
  }
  const onPointerUp = (event: PointerEvent): void => {
    const held = press.current
    press.current = null
    setDraft(null)
    if (held?.isMoving !== true || held.key === null || isReadOnly) return
    const target = nodeAt(document.elementFromPoint(event.clientX, event.clientY))
    if (target !== null) askForLink(endOf(held.key), endOf(target))
  }
  const from = drawing.nodes.find(({ node }) => node.key === draft?.from)
  const chosenWay = ways.find(({ link }) => `link:${link.id}` === chosen)
  return (
    <>
      <svg
        ref={props.onSvg}
        className="hierarchy-canvas"
        role="group"
        aria-label={t('links.hierarchyOf', { count: drawing.nodes.length })}
        aria-describedby="hierarchy-keys"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          const key = nodeAt(event.target)
          press.current = { x: event.clientX, y: event.clientY, key, isMoving: false }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        <g transform={`translate(${frame.x} ${frame.y}) scale(${frame.scale})`}>
          <Content
            picture={picture}
            drawing={drawing}
            ways={ways}
            chosen={chosen}
            stop={stop}
            lit={lit}
            onMenu={props.onMenu}
            onCurrent={setCurrent}
          />
          {draft !== null && from !== undefined && (
            <path
              className="hierarchy-draft"
              d={`M${from.x + from.width / 2} ${from.y + from.height / 2}L${draft.x} ${draft.y}`}
            />
          )}
        </g>
        {frame.x + (drawing.lanes[0]?.x ?? 0) * frame.scale < -40 && (
          <LevelNames drawing={drawing} frame={frame} />
        )}
      </svg>
      <p className="visually-hidden" role="status">
        {chosenWay !== undefined &&
          `${chosenWay.link.fromLabel} – ${
            model.edges.find((edge) => edge.key === chosen)?.label ?? ''
          } – ${chosenWay.link.toLabel}`}
      </p>
    </>
  )
}

/** The names of the levels, kept at the left when the sheet is moved to the right. */
function LevelNames({ drawing, frame }: { drawing: Drawing; frame: Frame }) {
  return (
    <g aria-hidden="true" className="hierarchy-levels">
      {drawing.lanes.map((lane) => (
        <text key={lane.key} x={8} y={frame.y + lane.y * frame.scale + 16}>
          {lane.label}
        </text>
      ))}
    </g>
  )
}

interface ContentProps {
  picture: Picture
  drawing: Drawing
  ways: readonly Way[]
  chosen: string
  stop: string
  lit: ReadonlySet<string> | null
  onMenu: (event: React.MouseEvent, end: LinkEnd) => void
  onCurrent: (key: string) => void
}

/** Drawn anew only when the graph or what is chosen changes, not on every move of the sheet. */
const Content = memo(function Content(props: ContentProps) {
  const { picture, drawing, ways, chosen, stop, lit } = props
  const points = new Map(drawing.edges.map((drawn) => [drawn.edge.key, drawn.points]))
  const boxes = new Map(drawing.nodes.map((drawn) => [drawn.node.key, drawn]))
  return picture.groups.map((group, index) => {
    const isDim = lit !== null && !lit.has(group.key)
    if (group.role === 'node') {
      const box = boxes.get(group.key)
      return (
        box !== undefined && (
          <HierarchyNode
            key={group.key}
            group={group}
            box={box}
            ways={ways}
            isChosen={group.key === chosen}
            isStop={group.key === stop}
            isDim={isDim}
            onMenu={props.onMenu}
            onCurrent={props.onCurrent}
          />
        )
      )
    }
    if (group.role === 'edge' || group.role === 'edge label')
      return (
        <HierarchyEdge
          key={`${group.role} ${group.key}`}
          group={group}
          points={points.get(group.key) ?? []}
          isChosen={group.key === chosen}
          isDim={isDim}
        />
      )
    return (
      <g key={index} aria-hidden="true" className={`hierarchy-${group.role}`}>
        <PictureItems items={group.items} />
      </g>
    )
  })
})

function nodeAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  return target.closest('[data-node]')?.getAttribute('data-node') ?? null
}
