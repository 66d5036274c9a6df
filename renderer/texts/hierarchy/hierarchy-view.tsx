import {
  Crosshair,
  Map as MapIcon,
  Maximize,
  Minus,
  Network,
  Plus,
  Route,
  Search,
} from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import { texts as words } from '../../../shared/i18n/index.ts'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { showDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, useWorkspace } from '../../app/workspace.ts'
import { Button, EmptyState, IconButton, openContextMenu, TextInput } from '../../ui/index.ts'
import { useMapLayout } from '../../maps/canvas/use-map-layout.ts'
import { endKey, openEnd, useLinkEnds } from '../links/link-ends.ts'
import { useRelations } from '../links/relations.ts'
import { HierarchyCanvas } from './hierarchy-canvas.tsx'
import { everything, FocusBar, HierarchyFilters } from './hierarchy-filters.tsx'
import type { Shown } from './hierarchy-filters.tsx'
import { hierarchyModel, waysOf } from './hierarchy-model.ts'
import type { Hierarchy } from './hierarchy-model.ts'
import { HierarchyPaths } from './hierarchy-paths.tsx'
import { usePanZoom } from './pan-zoom.ts'
import './hierarchy.css'

const topics = ['texts', 'work', 'passages', 'sources', 'indexing'] as const

/** The texts and what joins them, by rank from top to bottom. */
export function HierarchyView({ focus }: { focus?: LinkEnd }) {
  const [shown, setShown] = useState<Shown>({ ...everything, focus: focus ?? null })
  const focusKey = focus === undefined ? '' : endKey(focus)
  const [given, setGiven] = useState(focusKey)
  if (given !== focusKey) {
    setGiven(focusKey)
    setShown({ ...shown, focus: focus ?? null })
  }
  const { focus: around, up, down, relations, levels, bases, at, standpoint } = shown
  const { data, error } = useQuery(
    'hierarchy.get',
    {
      ...(around === null ? {} : { focus: around }),
      ...(around === null || up === null ? {} : { up }),
      ...(around === null || down === null ? {} : { down }),
      ...(relations.length === 0 ? {} : { relations }),
      ...(levels.length === 0 ? {} : { levels }),
      ...(bases.length === 0 ? {} : { bases }),
      ...(at === '' ? {} : { at }),
      ...(standpoint ? { standpoint } : {}),
    },
    topics,
  )
  // What was shown stays while the next is asked for.
  const [latest, setLatest] = useState<Hierarchy>()
  if (data !== undefined && data !== latest) setLatest(data)
  const change = (part: Partial<Shown>): void => setShown((old) => ({ ...old, ...part }))
  if (error !== undefined && around !== null) change({ focus: null })
  if (latest === undefined) return null
  return <KnownHierarchy hierarchy={data ?? latest} shown={shown} onShown={change} />
}

interface KnownProps {
  hierarchy: Hierarchy
  shown: Shown
  onShown: (part: Partial<Shown>) => void
}

function KnownHierarchy({ hierarchy, shown, onShown }: KnownProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const selection = useWorkspace((state) => state.selection)
  const [svg, setSvg] = useState<SVGSVGElement | null>(null)
  const finder = useRef<HTMLInputElement>(null)
  const [find, setFind] = useState('')
  const [pathsFrom, setPathsFrom] = useState<{ end: LinkEnd | null } | null>(null)
  const [way, setWay] = useState<readonly string[] | null>(null)
  const { ways, model, drawing, isSlow, hasFailed } = useDrawing(hierarchy)
  const ends = useLinkEnds()
  const panZoom = usePanZoom(svg, useSheet(drawing))
  const found = find.trim() === '' ? null : matches(hierarchy, find)
  const onWay = way === null ? null : new Set(way.map((id) => `link:${id}`))
  if (onWay !== null)
    for (const { link } of ways)
      if (onWay.has(`link:${link.id}`)) onWay.add(endKey(link.from)).add(endKey(link.to))
  const lit = onWay ?? found
  const isWhole = JSON.stringify(shown) === JSON.stringify(everything)
  const chosenEnd = hierarchy.nodes.find(
    ({ ref }) => selection.type === ref.type && selection.id === ref.id,
  )?.ref
  const focusName = ends.find(
    ({ ref }) => shown.focus && endKey(ref) === endKey(shown.focus),
  )?.label

  const firstFound = found === null ? undefined : [...found][0]
  const { reveal } = panZoom
  useEffect(() => {
    const drawn = drawing.nodes.find(({ node }) => node.key === firstFound)
    if (drawn !== undefined) reveal(drawn)
  }, [drawing, firstFound, reveal])

  const makeMap = async (): Promise<void> => {
    const name = focusName ?? t('links.hierarchyTitle')
    const nodes = hierarchy.nodes.map(({ ref }) => ({ ref }))
    const map = await act('maps.create', { name, kind: 'hierarchy', axis: 'rank', nodes })
    if (map !== undefined) openView({ type: 'map', id: map.id })
  }
  const closePaths = (): void => {
    setPathsFrom(null)
    setWay(null)
    svg?.querySelector<SVGGElement>('[tabindex="0"]')?.focus()
  }
  const menu = (event: React.MouseEvent, end: LinkEnd): void => {
    const look = (up: number | null, down: number | null) => () => onShown({ focus: end, up, down })
    openContextMenu(event, [
      { label: t('ui.open'), perform: () => openEnd(end) },
      { label: t('ui.openBeside'), perform: () => openEnd(end, true) },
      'separator',
      { label: t('links.focusHere'), shortcut: 'KeyF', perform: look(1, 1) },
      { label: t('links.whatGoverns'), perform: look(null, 0) },
      { label: t('links.whatReached'), perform: look(0, null) },
      { label: t('links.pathsFrom'), perform: () => setPathsFrom({ end }) },
      'separator',
      {
        label: t('links.newLink'),
        isDisabled: isReadOnly,
        perform: () => showDialog({ type: 'newLink', from: end }),
      },
    ])
  }
  if (hierarchy.nodes.length === 0 && isWhole) {
    return (
      <div className="hierarchy">
        <EmptyState
          icon={Network}
          title={t('links.emptyTitle')}
          actions={
            <Button onClick={() => openView({ type: 'texts' })}>{t('links.openTexts')}</Button>
          }
        >
          {t('links.emptyText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="hierarchy">
      <header className="hierarchy-head">
        <h1>{t('links.hierarchyTitle')}</h1>
        <div className="hierarchy-find">
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <TextInput
            ref={finder}
            isQuiet
            aria-label={t('links.find')}
            placeholder={t('links.find')}
            value={find}
            onChange={(event) => setFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setFind('')
              if (event.key === 'Enter' && firstFound !== undefined)
                svg?.querySelector<SVGGElement>(`[data-node="${CSS.escape(firstFound)}"]`)?.focus()
            }}
          />
        </div>
        <div className="hierarchy-tools">
          <IconButton
            icon={Crosshair}
            label={t('links.focusHere')}
            disabled={chosenEnd === undefined}
            onClick={() => onShown({ focus: chosenEnd ?? null, up: 1, down: 1 })}
          />
          <IconButton
            icon={Route}
            label={t('links.paths')}
            isPressed={pathsFrom !== null}
            onClick={() =>
              pathsFrom === null ? setPathsFrom({ end: chosenEnd ?? null }) : closePaths()
            }
          />
          <IconButton icon={Minus} label={t('links.zoomOut')} onClick={() => panZoom.zoomBy(0.8)} />
          <IconButton icon={Plus} label={t('links.zoomIn')} onClick={() => panZoom.zoomBy(1.25)} />
          <IconButton icon={Maximize} label={t('links.fit')} onClick={panZoom.fit} />
          <Button
            size="small"
            icon={MapIcon}
            disabled={isReadOnly || hierarchy.nodes.length === 0}
            onClick={() => void makeMap()}
          >
            {t('links.makeMap')}
          </Button>
        </div>
      </header>
      <HierarchyFilters shown={shown} onShown={onShown} />
      {shown.focus !== null && <FocusBar name={focusName ?? ''} shown={shown} onShown={onShown} />}
      {pathsFrom !== null && (
        <HierarchyPaths from={pathsFrom.end} onWay={setWay} onClose={closePaths} />
      )}
      {hierarchy.nodes.length === 0 && (
        <p className="hierarchy-none">
          {t('links.nothingShown')}{' '}
          <button type="button" onClick={() => onShown(everything)}>
            {t('links.showAll')}
          </button>
        </p>
      )}
      {hasFailed && (
        <p className="hierarchy-none" role="alert">
          {t('maps.layoutFailed')}
        </p>
      )}
      {isSlow && (
        <p className="hierarchy-none" role="status">
          {t('maps.layingOut', { count: hierarchy.nodes.length })}
        </p>
      )}
      {hierarchy.nodes.length > 0 && drawing.nodes.length > 0 && (
        <HierarchyCanvas
          svg={svg}
          onSvg={setSvg}
          drawing={drawing}
          model={model}
          ways={ways}
          panZoom={panZoom}
          lit={lit}
          onFocus={(end) => onShown({ focus: end, up: 1, down: 1 })}
          onMenu={menu}
          onFind={() => finder.current?.focus()}
          onEscape={() => {
            if (way !== null || pathsFrom !== null) closePaths()
            else if (find !== '') setFind('')
            else onShown({ focus: null })
          }}
        />
      )}
      <p id="hierarchy-keys" className="hierarchy-keys">
        {hierarchy.nodes.length > 0 && hierarchy.links.length === 0
          ? t('links.noLinksYet')
          : t('links.keys')}
      </p>
    </div>
  )
}

function useDrawing(hierarchy: Hierarchy) {
  const t = useT()
  const language = useLanguage()
  const relations = useRelations()
  const texts = useQuery('texts.list', {}, ['texts', 'indexing']).data?.items
  const asked = useMemo(() => {
    const ways = waysOf(hierarchy, relations)
    const activations = new Map((texts ?? []).map((text) => [text.id, text.activations]))
    const legend = { ...words[language].institution.legend, circuit: t('links.onCycle') }
    const model = hierarchyModel(hierarchy, ways, activations, {
      title: t('links.hierarchyTitle'),
      words: {
        week: '',
        sheet: '',
        orderNotFixed: '',
        standpoint: t('institution.standpoint'),
        legend,
      },
      relation: (id) => relations.of(id)?.forward ?? '',
      rank: (rank) => t('links.rank', { rank: rank + 1 }),
      kind: (type) => t(`links.end_${type}`),
      lane: (type) => t(`links.lane_${type}`),
    })
    return { ways, model }
  }, [hierarchy, relations, texts, t, language])
  const { laidOut, isSlow, hasFailed } = useMapLayout(asked.model)
  const { model, drawing } = laidOut ?? { model: asked.model, drawing: nothingDrawn }
  return { ways: asked.ways, model, drawing, isSlow, hasFailed }
}

const nothingDrawn: Drawing = {
  ...{ width: 0, height: 0, lanes: [], groups: [], ticks: [], note: null },
  ...{ nodes: [], edges: [], frames: [] },
}

function useSheet({ width, height }: { width: number; height: number }) {
  return useMemo(() => ({ x: 0, y: 0, width, height }), [width, height])
}

function matches({ nodes }: Hierarchy, find: string): Set<string> {
  const words = find.toLocaleLowerCase().trim().split(/\s+/)
  return new Set(
    nodes
      .filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)))
      .map(({ ref }) => endKey(ref)),
  )
}
