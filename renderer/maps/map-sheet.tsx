import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { drawMap } from '../../shared/analysis/map/draw-map.ts'
import type { Drawing, Point } from '../../shared/analysis/map/drawing.ts'
import type { MapModel } from '../../shared/analysis/map/map-model.ts'
import type { ShownPart } from '../../shared/analysis/map/shown.ts'
import type { WorkMap } from '../../shared/model/institution.ts'
import { useActions } from '../app/actions.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { useWorkspace } from '../app/workspace.ts'
import { openContextMenu } from '../ui/index.ts'
import { MapCanvas } from './canvas/map-canvas.tsx'
import type { MenuEvent, ViewportActs } from './canvas/map-canvas.tsx'
import { useFlowNodes } from './canvas/use-flow-nodes.ts'
import { useJoin } from './canvas/use-join.ts'
import type { LaidOut } from './canvas/use-map-layout.ts'
import { ChoiceBar } from './choice-bar.tsx'
import { FrameDialog } from './dialogs/frame-dialog.tsx'
import { PdfDialog } from './dialogs/pdf-dialog.tsx'
import { StepDialog } from './dialogs/step-dialog.tsx'
import type { StepSpot } from './dialogs/step-dialog.tsx'
import { framesMenu } from './frames-menu.ts'
import type { MapFrame } from './frames-menu.ts'
import { saveMap } from './map-export.ts'
import { labelOf } from './map-keys.ts'
import { lineMenu, nodeMenu } from './map-menus.ts'
import { freeNodes } from './maps-acts.ts'
import { forgetWanted, useWantedOn } from './show-on-map.ts'
import { ToolBar } from './tool-bar.tsx'

interface Props {
  map: WorkMap
  laidOut: LaidOut
  isActive: boolean
  processes: MapModel['processes']
  part: ShownPart
  onPart: (part: ShownPart) => void
  onAdd: () => void
  children: ReactNode
}

/** A map that is laid out: its tools and its canvas. */
export function MapSheet(props: Props) {
  const { map, laidOut, isActive, processes, part, onPart, onAdd, children } = props
  const { drawing, model } = laidOut
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const canvas = useRef<HTMLDivElement>(null)
  const viewport = useRef<ViewportActs>(null)
  const finder = useRef<HTMLInputElement>(null)
  const [find, setFind] = useState('')
  const [line, setLine] = useState<string | null>(null)
  const [dialog, setDialog] = useState<
    { type: 'frame'; frame?: MapFrame } | { type: 'step'; spot: StepSpot } | { type: 'pdf' }
  >()
  const picture = useMemo(() => drawMap(drawing, model), [drawing, model])
  const idOf = useCallback((key: string) => `map-${map.id}-${key}`, [map.id])
  const lit = useMemo(() => found(model.nodes, find), [model, find])
  const { draft, onJoin } = useJoin()
  const isMovable = !isReadOnly && part !== 'apart'
  const flow = useFlowNodes({
    ...{ mapId: map.id, laidOut, picture, lit, idOf, onJoin },
    joinTitle: isReadOnly ? '' : t('maps.drawLine'),
  })
  const { choose, setCurrent } = flow

  const firstFound = lit === null ? undefined : [...lit][0]
  useEffect(() => {
    if (firstFound !== undefined) viewport.current?.reveal(firstFound)
  }, [firstFound])
  // Another arrangement is another sheet: it is shown whole.
  const arrangement = [model.axis, ...model.lanes.map(({ key }) => key)].join('\n')
  useEffect(() => viewport.current?.zoom('fit'), [arrangement])
  // What is chosen elsewhere, such as in the inspector or beside a passage, is shown here too.
  const selected = useWorkspace(({ selection }) =>
    selection.type === 'none' ? '' : `${selection.type}:${selection.id}`,
  )
  const selectedHere = model.nodes.find(
    ({ key, also }) => key === selected || also.includes(selected),
  )?.key
  useEffect(() => {
    if (selectedHere === undefined) return
    setCurrent(selectedHere)
    viewport.current?.reveal(selectedHere)
  }, [selectedHere, setCurrent])
  const [isReady, setReady] = useState(false)
  const wanted = useWantedOn(map.id)
  const wantedEdge = model.edges.find(({ key }) => key === wanted)
  const wantedNode =
    wantedEdge?.from ??
    model.nodes.find(({ key, also }) => [key, ...also].includes(wanted ?? ''))?.key
  const isWantedThere = isReady && wantedNode !== undefined && flow.byId.has(wantedNode)
  useEffect(() => {
    if (!isWantedThere) return
    setLine(wantedEdge?.key ?? null)
    setCurrent(wantedNode)
    viewport.current?.reveal(wantedNode, true)
    canvas.current?.focus({ preventScroll: true })
    forgetWanted()
  }, [isWantedThere, wantedEdge, wantedNode, setCurrent])
  const goTo = (key: string): void => {
    setCurrent(key)
    choose([key])
    viewport.current?.reveal(key)
    canvas.current?.focus({ preventScroll: true })
  }
  useActions([
    {
      id: 'maps.find',
      labelKey: 'maps.find',
      shortcut: '$mod+KeyF',
      enabled: () => isActive,
      perform: () => {
        finder.current?.focus()
        finder.current?.select()
      },
    },
  ])
  const onLineMenu = useCallback(
    (key: string, event: MenuEvent) => openContextMenu(event, lineMenu(model, key)),
    [model],
  )
  const pinned = map.nodes.filter(({ x, y }) => x !== null && y !== null)
  return (
    <>
      <ToolBar
        map={map}
        picture={drawing.nodes.length === 0 ? undefined : picture}
        find={find}
        onFind={setFind}
        onFindEnter={() => firstFound !== undefined && goTo(firstFound)}
        finder={finder}
        zoom={(by) => viewport.current?.zoom(by)}
        processes={processes}
        part={part}
        onPart={onPart}
        onAdd={onAdd}
        onPdf={() => setDialog({ type: 'pdf' })}
        onFreeAll={
          pinned.length === 0
            ? undefined
            : () =>
                void freeNodes(
                  map.id,
                  pinned.map(({ ref }) => `${ref.type}:${ref.id}`),
                )
        }
        frames={framesMenu(map, flow.chosen, {
          make: () => setDialog({ type: 'frame' }),
          rename: (frame) => setDialog({ type: 'frame', frame }),
        })}
      />
      <div className="map-stage">
        <MapCanvas
          mapId={map.id}
          laidOut={laidOut}
          picture={picture}
          flow={flow}
          draft={draft}
          idOf={idOf}
          lit={lit}
          line={line}
          onLine={setLine}
          isMovable={isMovable}
          isPaper={model.preset !== 'notation'}
          onNodeMenu={(key, event) =>
            openContextMenu(
              event,
              nodeMenu({ map, model, key, chosen: flow.chosen, isReadOnly, isMovable }),
            )
          }
          onLineMenu={onLineMenu}
          onReady={() => setReady(true)}
          onSpot={(at) => {
            if (!isReadOnly) setDialog({ type: 'step', spot: spotAt(drawing, model.axis, at) })
          }}
          canvas={canvas}
          viewport={viewport}
        />
        {children}
        <ChoiceBar
          mapId={map.id}
          flow={flow}
          isMovable={isMovable}
          onFrame={() => setDialog({ type: 'frame' })}
        />
      </div>
      <p id={`map-keys-${map.id}`} className="map-keys">
        {line === null ? t('maps.keys') : labelOf(model, line)}
      </p>
      {dialog?.type === 'frame' && (
        <FrameDialog
          map={map}
          frame={dialog.frame}
          chosen={flow.chosen}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.type === 'pdf' && (
        <PdfDialog
          drawing={drawing}
          picture={picture}
          onSave={(choice) =>
            void saveMap({ mapId: map.id, name: map.name, shown: part }, 'pdf', choice)
          }
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.type === 'step' && (
        <StepDialog
          map={map}
          spot={dialog.spot}
          onMade={setCurrent}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}

/** Keys of the nodes whose words hold all of those that are looked for; null while nothing is. */
function found(nodes: LaidOut['model']['nodes'], find: string): ReadonlySet<string> | null {
  const words = find.toLocaleLowerCase().trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return new Set(
    nodes
      .filter(({ label, detail }) => {
        const text = `${label} ${detail}`.toLocaleLowerCase()
        return words.every((word) => text.includes(word))
      })
      .map(({ key }) => key),
  )
}

/** Lane and week of a place on the map; the week is that of the boxes in the same column. */
function spotAt(drawing: Drawing, axis: WorkMap['axis'], at: Point): StepSpot {
  const lane = drawing.lanes.find(({ y, height }) => at.y >= y && at.y < y + height)
  const tick = drawing.ticks.find(({ left, right }) => at.x >= left && at.x < right)
  const beside =
    axis !== 'weeks' || tick === undefined
      ? undefined
      : drawing.nodes.find(
          ({ x, width, node }) =>
            node.weekFrom !== null && x + width / 2 >= tick.left && x + width / 2 < tick.right,
        )
  return { lane: lane?.key ?? '', week: beside?.node.weekFrom ?? null }
}
