import { ReactFlowProvider } from '@xyflow/react'
import { Map as MapIcon, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { MapModel } from '../../shared/analysis/map/map-model.ts'
import { processesOf, shownPart } from '../../shared/analysis/map/shown.ts'
import type { ShownPart } from '../../shared/analysis/map/shown.ts'
import type { LinkEnd, WorkMap } from '../../shared/model/institution.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { useMapLayout } from './canvas/use-map-layout.ts'
import { AddDialog } from './dialogs/add-dialog.tsx'
import { MapSheet } from './map-sheet.tsx'
import './map-view.css'
import { addNodes } from './maps-acts.ts'
import { useOffMap } from './use-off-map.ts'

const topics = ['maps', 'work', 'texts', 'indexing', 'findings', 'passages', 'sources'] as const

/** A map: a sheet with boxes and lines that lead to their evidence. */
export function MapView({ mapId, isActive }: { mapId: string; isActive: boolean }) {
  const t = useT()
  const language = useLanguage()
  const map = useQuery('maps.get', { mapId }, [...topics])
  const model = useQuery('maps.model', { mapId, language }, [...topics])
  if (map.error !== undefined) {
    return (
      <div className="map-view">
        <EmptyState icon={MapIcon} title={t('maps.gone')}>
          {t('maps.goneText')}
        </EmptyState>
      </div>
    )
  }
  if (map.data === undefined || model.data === undefined) return <div className="map-view" />
  return (
    <ReactFlowProvider key={mapId}>
      <KnownMap map={map.data} model={model.data} isActive={isActive} />
    </ReactFlowProvider>
  )
}

interface KnownProps {
  map: WorkMap
  model: MapModel
  isActive: boolean
}

function KnownMap({ map, model, isActive }: KnownProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [chosenPart, setPart] = useState<ShownPart>('over')
  const [isAdding, setAdding] = useState(false)
  const processes = useMemo(() => processesOf(model), [model])
  const isThere =
    typeof chosenPart === 'string'
      ? processes.length > 1 || chosenPart === 'over'
      : processes.some(({ id }) => id === chosenPart.process)
  const part = isThere ? chosenPart : 'over'
  const shown = useMemo(() => shownPart(model, part), [model, part])
  const { laidOut, isSlow, hasFailed } = useMapLayout(shown)
  const { newSteps, things } = useOffMap(map)
  const add = (refs: LinkEnd[]): void => void addNodes(map.id, refs)
  const isEmpty = model.nodes.length === 0
  return (
    <div className="map-view">
      {laidOut !== undefined && (
        <MapSheet
          map={map}
          laidOut={laidOut}
          isActive={isActive}
          processes={processes}
          part={part}
          onPart={setPart}
          onAdd={() => setAdding(true)}
        >
          {newSteps.length > 0 && !isReadOnly && (
            <p className="map-news">
              {t('maps.newSteps', { count: newSteps.length })}{' '}
              <button type="button" onClick={() => add(newSteps)}>
                {t('maps.addThem')}
              </button>
            </p>
          )}
          {isEmpty && (
            <div className="map-empty">
              <EmptyState
                icon={MapIcon}
                title={t('maps.nothingTitle')}
                actions={
                  <Button icon={Plus} disabled={isReadOnly} onClick={() => setAdding(true)}>
                    {t('maps.add')}
                  </Button>
                }
              >
                {t('maps.nothingText')}
              </EmptyState>
            </div>
          )}
        </MapSheet>
      )}
      {isSlow && (
        <p className="map-slow" role="status">
          {t('maps.layingOut', { count: shown.nodes.length })}
        </p>
      )}
      {hasFailed && (
        <p className="map-slow" role="alert">
          {t('maps.layoutFailed')}
        </p>
      )}
      {isAdding && <AddDialog map={map} things={things} onClose={() => setAdding(false)} />}
    </div>
  )
}
