import { Copy, Map as MapIcon, Network, Pencil, Plus, Trash2, Workflow } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { WorkMap } from '../../shared/model/institution.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, useWorkspace } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, InlineEdit, openContextMenu } from '../ui/index.ts'
import { focusField } from '../work/focus-field.ts'
import { NewMapDialog } from './dialogs/new-map-dialog.tsx'
import { deleteMap, duplicateMap, updateMap } from './maps-acts.ts'
import './maps-panel.css'

/** The maps of the project in the navigator. */
export function MapsPanel() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const maps = useQuery('maps.list', {}, ['maps']).data?.items
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <div className="panel-head">
        <h2>{t('maps.title')}</h2>
        <div className="panel-tools">
          <IconButton
            icon={Plus}
            size="small"
            label={t('maps.new')}
            disabled={isReadOnly}
            onClick={() => setMaking(true)}
          />
        </div>
      </div>
      {maps?.length === 0 && (
        <EmptyState
          icon={MapIcon}
          title={t('maps.emptyTitle')}
          actions={
            <Button icon={Plus} disabled={isReadOnly} onClick={() => setMaking(true)}>
              {t('maps.new')}
            </Button>
          }
        >
          {t('maps.emptyText')}
        </EmptyState>
      )}
      {maps !== undefined && maps.length > 0 && (
        <ul className="maps-list" aria-label={t('maps.title')}>
          {maps.map((map) => (
            <MapRow key={map.id} map={map} />
          ))}
        </ul>
      )}
      {isMaking && <NewMapDialog onClose={() => setMaking(false)} />}
    </>
  )
}

function MapRow({ map }: { map: WorkMap }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isNaming, setNaming] = useState(false)
  const isShown = useWorkspace((state) =>
    state.groups.some((group) =>
      group.tabs.some(
        ({ id, view }) => id === group.front && view.type === 'map' && view.id === map.id,
      ),
    ),
  )
  const view = { type: 'map' as const, id: map.id }
  const rename = (): void => {
    if (isReadOnly) return
    setNaming(true)
    focusField(`[data-map="${map.id}"] input`)
  }
  const showMenu = (event: MouseEvent): void =>
    openContextMenu(event, [
      { label: t('ui.open'), perform: () => openView(view) },
      { label: t('ui.openBeside'), perform: () => openView(view, { beside: true }) },
      'separator',
      {
        label: t('ui.rename'),
        icon: Pencil,
        shortcut: 'F2',
        isDisabled: isReadOnly,
        perform: rename,
      },
      {
        label: t('maps.duplicate'),
        icon: Copy,
        isDisabled: isReadOnly,
        perform: () => void duplicateMap(map),
      },
      'separator',
      {
        label: t('maps.delete'),
        icon: Trash2,
        isDanger: true,
        isDisabled: isReadOnly,
        perform: () => void deleteMap(map),
      },
    ])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2') rename()
    else if (event.key === 'Delete') void deleteMap(map)
    else return
    event.preventDefault()
  }
  const Icon = map.kind === 'hierarchy' ? Network : Workflow
  if (isNaming) {
    return (
      <li data-map={map.id} className="maps-naming" onBlur={() => setNaming(false)}>
        <InlineEdit
          label={t('maps.name')}
          value={map.name}
          onSave={(name) => name !== '' && void updateMap(map.id, { name })}
        />
      </li>
    )
  }
  return (
    <li data-map={map.id}>
      <button
        type="button"
        className={isShown ? 'maps-row is-shown' : 'maps-row'}
        aria-current={isShown ? 'page' : undefined}
        onClick={(event) => openView(view, { beside: event.ctrlKey || event.metaKey })}
        onDoubleClick={rename}
        onKeyDown={onKeyDown}
        onContextMenu={showMenu}
      >
        <Icon
          size={15}
          strokeWidth={1.75}
          role="img"
          aria-label={t(`institution.mapKind.${map.kind}`)}
        />
        <span className="maps-row-name">{map.name}</span>
        <span className="maps-row-count" title={t('maps.nThings', { count: map.nodes.length })}>
          {map.nodes.length}
        </span>
      </button>
    </li>
  )
}
