import { GripVertical } from 'lucide-react'
import type { Site } from '../../../shared/model/institution.ts'
import { settings } from '../../../shared/model/institution-kinds.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { InlineEdit, Select } from '../../ui/index.ts'
import { useDeletion } from '../use-deletion.tsx'
import { useListDrag } from '../use-list-drag.ts'
import { moveByKey, sitesNow, moveSite } from '../work-acts.ts'
import { RowTools } from './row-tools.tsx'
import { useMovingRows } from './use-moving-rows.ts'

/** Sites in the order of their lanes: local, or extra-local. */
export function SiteList({ sites }: { sites: readonly Site[] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [askDelete, dialog] = useDeletion()
  const drag = useListDrag(
    'site',
    sites.map((site) => site.id),
    (id, beforeId) => void moveSite(sites, id, beforeId),
  )
  const rowKeys = useMovingRows(sites, (id, by) => moveByKey(sites, id, by, sitesNow, moveSite))
  const remove = (site: Site): void =>
    void askDelete({ type: 'site', id: site.id }, site.name, () => {
      void act('sites.delete', { siteIds: [site.id] }).then((done) => {
        if (done !== undefined) toastWithUndo(t('work.deleted', { name: site.name }))
      })
    })
  return (
    <ul className="work-list" aria-label={t('work.sites')}>
      {sites.map((site) => (
        <li
          key={site.id}
          className="work-row work-thing"
          {...drag.item(site.id)}
          {...(isReadOnly ? {} : rowKeys(site.id))}
        >
          <span
            className="work-grip"
            title={`${t('work.drag')} (${t('work.moveHint')})`}
            {...drag.handle(site.id)}
          >
            <GripVertical size={13} strokeWidth={1.75} aria-hidden />
          </span>
          <span className="work-thing-words">
            <InlineEdit
              className="work-name"
              label={`${t('work.name')}: ${site.name}`}
              value={site.name}
              onSave={(name) => name !== '' && void act('sites.update', { siteId: site.id, name })}
            />
            <Select
              isQuiet
              className="work-setting"
              aria-label={t('work.settingOf', { name: site.name })}
              disabled={isReadOnly}
              value={site.setting}
              options={settings.map((value) => ({
                value,
                label: t(`institution.setting.${value}`),
              }))}
              onValue={(setting) => void act('sites.update', { siteId: site.id, setting })}
            />
          </span>
          <RowTools name={site.name} onDelete={() => remove(site)}>
            {null}
          </RowTools>
        </li>
      ))}
      {dialog !== null && <li>{dialog}</li>}
    </ul>
  )
}
