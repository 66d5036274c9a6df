import { Download, Frame, Layers, Maximize, Minus, Plus, Redo2, Search } from 'lucide-react'
import type { RefObject } from 'react'
import { isReadable, printedPointSize } from '../../shared/analysis/map/page.ts'
import type { Picture } from '../../shared/analysis/map/picture.ts'
import type { MapModel } from '../../shared/analysis/map/map-model.ts'
import type { ShownPart } from '../../shared/analysis/map/shown.ts'
import type { WorkMap } from '../../shared/model/institution.ts'
import { mapAxes, mapPresets } from '../../shared/model/institution-kinds.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, IconButton, InlineEdit, Menu, Select, TextInput } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { exportMenu } from './map-export.ts'
import { updateMap } from './maps-acts.ts'
import { useProcessMenu } from './use-process-menu.ts'

const lanesBy = ['site and actor', 'actor', 'site', 'none'] as const

interface Props {
  map: WorkMap
  picture: Picture | undefined
  find: string
  onFind: (find: string) => void
  onFindEnter: () => void
  finder: RefObject<HTMLInputElement | null>
  zoom: (by: 'in' | 'out' | 'fit') => void
  /** The processes that are on the map. */
  processes: MapModel['processes']
  part: ShownPart
  onPart: (part: ShownPart) => void
  onAdd: () => void
  onPdf: () => void
  onFreeAll: (() => void) | undefined
  frames: MenuEntry[]
}

/** Name, look, search and files of a map. */
export function ToolBar(props: Props) {
  const { map, picture, find, onFind, finder, zoom, processes, part, onPart } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const processMenu = useProcessMenu(map)
  return (
    <header className="map-head">
      <div className="map-bar">
        <h1 className="visually-hidden">{map.name}</h1>
        <InlineEdit
          className="map-name"
          label={t('maps.name')}
          value={map.name}
          onSave={(name) => name !== '' && void updateMap(map.id, { name })}
        />
        <div className="map-find">
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <TextInput
            ref={finder}
            isQuiet
            type="search"
            aria-label={t('maps.find')}
            placeholder={t('maps.find')}
            value={find}
            onChange={(event) => onFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Escape') onFind('')
              if (event.key === 'Enter') props.onFindEnter()
            }}
          />
        </div>
        <div className="map-tools">
          <IconButton icon={Minus} label={t('maps.zoomOut')} onClick={() => zoom('out')} />
          <IconButton icon={Plus} label={t('maps.zoomIn')} onClick={() => zoom('in')} />
          <IconButton icon={Maximize} label={t('maps.fit')} onClick={() => zoom('fit')} />
          <Menu
            align="end"
            trigger={
              <Button size="small" icon={Download}>
                {t('maps.export')}
              </Button>
            }
            items={exportMenu({ mapId: map.id, name: map.name, shown: part }, props.onPdf)}
          />
        </div>
      </div>
      <div className="map-bar map-bar-look">
        <Look label={t('maps.axis')}>
          <Select
            isQuiet
            disabled={isReadOnly}
            value={map.axis}
            options={mapAxes.map((value) => ({ value, label: t(`institution.axis.${value}`) }))}
            onValue={(axis) => void updateMap(map.id, { axis })}
          />
        </Look>
        <Look label={t('maps.lanes')}>
          <Select
            isQuiet
            disabled={isReadOnly}
            value={map.lanesBy}
            options={lanesBy.map((value) => ({ value, label: t(`institution.lanes.${value}`) }))}
            onValue={(value) => void updateMap(map.id, { lanesBy: value })}
          />
        </Look>
        <Look label={t('maps.preset')}>
          <Select
            isQuiet
            disabled={isReadOnly}
            value={map.preset}
            options={mapPresets.map((value) => ({
              value,
              label: t(`institution.preset.${value}`),
            }))}
            onValue={(preset) => void updateMap(map.id, { preset })}
          />
        </Look>
        {processes.length > 1 && (
          <Look label={t('maps.shown')}>
            <Select
              isQuiet
              value={typeof part === 'string' ? part : `one:${part.process}`}
              options={[
                { value: 'over', label: t('maps.shownOver') },
                { value: 'apart', label: t('maps.shownApart') },
                ...processes.map(({ id, name }) => ({
                  value: `one:${id}`,
                  label: t('maps.shownOne', { name }),
                })),
              ]}
              onValue={(value) =>
                onPart(
                  value === 'over' || value === 'apart'
                    ? value
                    : { process: value.slice('one:'.length) },
                )
              }
            />
          </Look>
        )}
        {processMenu.length > 0 && (
          <Menu
            trigger={
              <Button size="small" variant="quiet" icon={Layers} disabled={isReadOnly}>
                {t('maps.processes')}
              </Button>
            }
            items={processMenu}
          />
        )}
        <Menu
          trigger={
            <Button size="small" variant="quiet" icon={Frame} disabled={isReadOnly}>
              {t('maps.frames')}
            </Button>
          }
          items={props.frames}
        />
        {props.onFreeAll !== undefined && (
          <Button
            size="small"
            variant="quiet"
            icon={Redo2}
            disabled={isReadOnly}
            onClick={props.onFreeAll}
          >
            {t('maps.freeAll')}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          disabled={isReadOnly}
          onClick={props.onAdd}
        >
          {t('maps.add')}
        </Button>
        {picture !== undefined && <PrintSize picture={picture} />}
      </div>
    </header>
  )
}

function Look({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <label className="map-look">
      <span>{label}</span>
      {children}
    </label>
  )
}

/** How large the smallest letters come out on paper. */
function PrintSize({ picture }: { picture: Picture }) {
  const t = useT()
  const { number } = useFormat()
  const exact = printedPointSize(picture)
  const points = Math.round(exact * 10) / 10
  const isSmall = !isReadable(exact)
  return (
    <span className={isSmall ? 'map-print is-small' : 'map-print'} title={t('maps.printHint')}>
      {t(isSmall ? 'maps.printsSmall' : 'maps.prints', { points: number(points) })}
    </span>
  )
}
