import {
  getViewportForBounds,
  MiniMap,
  ReactFlow,
  useReactFlow,
  ViewportPortal,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useCallback, useEffect, useMemo } from 'react'
import type { Point } from '../../../shared/analysis/map/drawing.ts'
import type { Group, Picture } from '../../../shared/analysis/map/picture.ts'
import { withCounterparts } from '../../../shared/analysis/map/overlaid.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import type { openContextMenu } from '../../ui/index.ts'
import { openFirst, selectionOf } from '../map-keys.ts'
import { join, removeNodes } from '../maps-acts.ts'
import { MapLines, PictureLayer } from './map-lines.tsx'
import { MapNode } from './map-node.tsx'
import { MovingPicture } from './moving-picture.tsx'
import { useCanvasKeys } from './use-canvas-keys.ts'
import type { Draft } from './use-join.ts'
import type { FlowNodes } from './use-flow-nodes.ts'
import type { LaidOut } from './use-map-layout.ts'

const nodeTypes = { thing: MapNode }
const reach = { min: 0.1, max: 3 }
/** Below so many boxes a small map of the map shows nothing that is not seen anyway. */
const miniFrom = 30
/** From so many boxes on a picture stands in for the map while it is moved. */
const stillFrom = 100
const miniSize = { width: 140, height: 96 }

export interface CanvasProps {
  mapId: string
  laidOut: LaidOut
  picture: Picture
  flow: FlowNodes
  draft: Draft | null
  idOf: (key: string) => string
  lit: ReadonlySet<string> | null
  line: string | null
  onLine: (key: string | null) => void
  isMovable: boolean
  /** Drawn as it is printed, on light paper, whatever the theme is. */
  isPaper: boolean
  onNodeMenu: (key: string, event: MenuEvent) => void
  onLineMenu: (key: string, event: MenuEvent) => void
  /** The sheet can be moved. */
  onReady: () => void
  /** A double click where nothing stands. */
  onSpot: (at: Point) => void
  canvas: React.RefObject<HTMLDivElement | null>
  viewport: React.RefObject<ViewportActs | null>
}

export type MenuEvent = Parameters<typeof openContextMenu>[0]

export interface ViewportActs {
  zoom: (by: 'in' | 'out' | 'fit') => void
  reveal: (key: string, isCentred?: boolean) => void
}

/** The map on a sheet that can be moved and magnified. */
export function MapCanvas(props: CanvasProps) {
  const { mapId, laidOut, picture, flow, draft, idOf, lit, line, onLine, isMovable, canvas } = props
  const { drawing, model } = laidOut
  const t = useT()
  const viewport = useViewport(props)
  const layers = useMemo(() => layersOf(picture.groups), [picture])
  const { moving } = flow
  const dimLines = useMemo(
    () =>
      lit === null && moving.size === 0
        ? null
        : new Set(
            drawing.edges
              .filter(({ edge: { from, to } }) => {
                const isFound = lit === null || (lit.has(from) && lit.has(to))
                return !isFound || moving.has(from) || moving.has(to)
              })
              .map(({ edge }) => edge.key),
          ),
    [drawing, lit, moving],
  )
  const focus = (): void => canvas.current?.focus({ preventScroll: true })

  const passagesOf = useCallback(
    (key: string): number =>
      model.nodes.find((node) => node.key === key)?.passages ??
      model.edges.find((edge) => edge.key === key)?.passages ??
      0,
    [model],
  )
  const chooseLine = useCallback(
    (key: string | null): void => {
      onLine(key)
      if (key !== null) select(selectionOf(key))
    },
    [onLine],
  )
  const { onLineMenu } = props
  const lineActs = useMemo(
    () => ({
      onChoose: (key: string) => {
        canvas.current?.focus({ preventScroll: true })
        chooseLine(key)
      },
      onOpen: (key: string) => openFirst(key, passagesOf(key)),
      onMenu: (key: string, event: React.MouseEvent) => {
        chooseLine(key)
        onLineMenu(key, event)
      },
    }),
    [canvas, chooseLine, passagesOf, onLineMenu],
  )
  const keys = useCanvasKeys({
    flow,
    edges: drawing.edges,
    line,
    isMovable,
    acts: {
      goTo: (key) => {
        onLine(null)
        flow.setCurrent(key)
        select(selectionOf(key))
        viewport.reveal(key)
      },
      chooseLine,
      open: (key) => openFirst(key, passagesOf(key)),
      remove: (removed) => void removeNodes(mapId, withCounterparts(laidOut.model.nodes, removed)),
      join: (from, to) => void join(from, to),
      zoom: viewport.zoom,
      menu: (key, event) => {
        const box = document.getElementById(idOf(key))?.getBoundingClientRect()
        props.onNodeMenu(key, {
          clientX: box?.right ?? 0,
          clientY: box?.bottom ?? 0,
          currentTarget: event.currentTarget,
          preventDefault: () => event.preventDefault(),
        })
      },
    },
  })
  const from = draft === null ? undefined : flow.byId.get(draft.from)
  const active = line ?? flow.current
  const isThere =
    active !== null &&
    (flow.byId.has(active) || drawing.edges.some(({ edge }) => edge.key === active))
  return (
    <ReactFlow
      ref={canvas}
      className={props.isPaper ? 'map-canvas map-paper' : 'map-canvas'}
      aria-label={t('maps.canvas', { name: model.title })}
      aria-describedby={`map-keys-${mapId}`}
      aria-activedescendant={isThere ? idOf(active) : undefined}
      tabIndex={0}
      nodes={flow.nodes}
      edges={noEdges}
      nodeTypes={nodeTypes}
      onNodesChange={flow.onNodesChange}
      minZoom={reach.min}
      maxZoom={reach.max}
      onlyRenderVisibleElements
      nodesDraggable={isMovable}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      panOnScroll
      nodeDragThreshold={4}
      multiSelectionKeyCode={shift}
      selectionKeyCode={shift}
      panActivationKeyCode={null}
      deleteKeyCode={null}
      proOptions={proOptions}
      onInit={() => {
        viewport.zoom('fit')
        props.onReady()
      }}
      onNodeClick={(_, node) => {
        focus()
        onLine(null)
        flow.setCurrent(node.id)
        select(selectionOf(node.id))
      }}
      onNodeDoubleClick={(_, node) => openFirst(node.id, passagesOf(node.id))}
      onNodeContextMenu={(event, node) => {
        flow.setCurrent(node.id)
        if (!flow.chosen.includes(node.id)) flow.choose([node.id])
        props.onNodeMenu(node.id, event)
      }}
      onPaneClick={() => {
        focus()
        onLine(null)
      }}
      onNodeDragStart={(_, __, dragged) => flow.setMoving(new Set(dragged.map(({ id }) => id)))}
      onNodeDragStop={(_, __, dragged) => void flow.place(dragged.map(spotOf))}
      onSelectionDragStart={(_, dragged) => flow.setMoving(new Set(dragged.map(({ id }) => id)))}
      onSelectionDragStop={(_, dragged) => void flow.place(dragged.map(spotOf))}
      onDoubleClick={(event) => {
        const target = event.target instanceof Element ? event.target : null
        if (target?.closest('.react-flow__pane') && !target.closest('[data-node],[data-line]'))
          props.onSpot(viewport.pointAt(event))
      }}
      {...keys}
    >
      <ViewportPortal>
        <PictureLayer picture={picture} groups={layers.ground} className="map-ground" />
        <MapLines
          picture={picture}
          edges={drawing.edges}
          idOf={idOf}
          chosen={line}
          dim={dimLines}
          acts={lineActs}
        />
        <PictureLayer
          picture={picture}
          groups={layers.words}
          className="map-words"
          dim={dimLines}
        />
        {from !== undefined && draft !== null && (
          <svg className="map-sheet map-draft" width={1} height={1}>
            <path
              d={`M${from.x + from.width / 2} ${from.y + from.height / 2}L${draft.to.x} ${draft.to.y}`}
            />
          </svg>
        )}
      </ViewportPortal>
      {drawing.nodes.length >= stillFrom && <MovingPicture picture={picture} />}
      {drawing.nodes.length >= miniFrom && (
        <MiniMap
          pannable
          style={miniSize}
          zoomable
          ariaLabel={t('maps.miniMap')}
          nodeClassName={(node) => (node.selected ? 'is-chosen' : '')}
          nodeBorderRadius={6}
        />
      )}
    </ReactFlow>
  )
}

const shift = 'Shift'
const noEdges: never[] = []
const proOptions = { hideAttribution: true }

function spotOf(node: { id: string; position: Point }) {
  return { key: node.id, ...node.position }
}

function layersOf(groups: readonly Group[]): { ground: Group[]; words: Group[] } {
  const below = new Set<Group['role']>(['ground', 'lane', 'frame', 'legend'])
  return {
    ground: groups.filter(({ role }) => below.has(role)),
    words: groups.filter(({ role }) => role === 'edge label' || role === 'frame title'),
  }
}

function useViewport({ picture, flow, canvas, viewport: handle }: CanvasProps) {
  const { zoomIn, zoomOut, setViewport, getViewport, setCenter, screenToFlowPosition } =
    useReactFlow()
  const zoom = (by: 'in' | 'out' | 'fit'): void => {
    const size = canvas.current?.getBoundingClientRect()
    if (by === 'in') void zoomIn()
    else if (by === 'out') void zoomOut()
    else if (size !== undefined && size.width > 0)
      void setViewport(
        getViewportForBounds(picture, size.width, size.height, reach.min, 1.25, 0.03),
      )
  }
  /** Brings a node into sight if it is not, or into the middle. */
  const reveal = (key: string, isCentred = false): void => {
    const box = flow.byId.get(key)
    const size = canvas.current?.getBoundingClientRect()
    if (box === undefined || size === undefined) return
    const view = getViewport()
    const left = box.x * view.zoom + view.x
    const top = box.y * view.zoom + view.y
    const isSeen =
      left >= 0 &&
      top >= 0 &&
      left + box.width * view.zoom <= size.width &&
      top + box.height * view.zoom <= size.height
    if (isCentred || !isSeen)
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: Math.max(view.zoom, 0.5),
      })
  }
  useEffect(() => {
    handle.current = { zoom, reveal }
  })
  const pointAt = (event: { clientX: number; clientY: number }): Point =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY })
  return { zoom, reveal, pointAt }
}
