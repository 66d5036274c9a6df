import { Flag, GripVertical } from 'lucide-react'
import type { Actor, Site } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { IconButton, InlineEdit } from '../../ui/index.ts'
import { useDeletion } from '../use-deletion.tsx'
import { useListDrag } from '../use-list-drag.ts'
import { actorsNow, moveActor, moveByKey } from '../work-acts.ts'
import { RowTools } from './row-tools.tsx'
import { useMovingRows } from './use-moving-rows.ts'

/** Actors in the order of their lanes, with the site each belongs to. */
export function ActorList({ actors, sites }: { actors: readonly Actor[]; sites: readonly Site[] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const selection = useWorkspace((state) => state.selection)
  const [askDelete, dialog] = useDeletion()
  const siteById = new Map(sites.map((site) => [site.id, site.name]))
  const drag = useListDrag(
    'actor',
    actors.map((actor) => actor.id),
    (id, beforeId) => void moveActor(actors, id, beforeId),
  )
  const rowKeys = useMovingRows(actors, (id, by) => moveByKey(actors, id, by, actorsNow, moveActor))
  const remove = (actor: Actor): void =>
    void askDelete({ type: 'actor', id: actor.id }, actor.name, () => {
      void act('actors.delete', { actorIds: [actor.id] }).then((done) => {
        if (done !== undefined) toastWithUndo(t('work.deleted', { name: actor.name }))
      })
    })
  return (
    <ul className="work-list" aria-label={t('work.actors')}>
      {actors.map((actor) => (
        <li
          key={actor.id}
          className={
            selection.type === 'actor' && selection.id === actor.id
              ? 'work-row work-thing is-selected'
              : 'work-row work-thing'
          }
          {...drag.item(actor.id)}
          {...(isReadOnly ? {} : rowKeys(actor.id))}
        >
          <span
            className="work-grip"
            title={`${t('work.drag')} (${t('work.moveHint')})`}
            {...drag.handle(actor.id)}
          >
            <GripVertical size={13} strokeWidth={1.75} aria-hidden />
          </span>
          <span className="work-thing-words">
            <InlineEdit
              className="work-name"
              label={`${t('work.name')}: ${actor.name}`}
              value={actor.name}
              onSave={(name) =>
                name !== '' && void act('actors.update', { actorId: actor.id, name })
              }
            />
            {(actor.standpoint || actor.siteId !== null) && (
              <span className="work-thing-meta">
                {actor.standpoint && (
                  <span className="work-standpoint" title={t('work.standpoint')}>
                    <Flag size={11} strokeWidth={2} aria-hidden /> {t('work.standpointShort')}
                  </span>
                )}
                {actor.siteId !== null && <span>{siteById.get(actor.siteId)}</span>}
              </span>
            )}
          </span>
          <RowTools
            name={actor.name}
            onShow={() => select({ type: 'actor', id: actor.id })}
            onDelete={() => remove(actor)}
          >
            <IconButton
              icon={Flag}
              size="small"
              label={`${t('work.standpoint')}: ${actor.name}`}
              noTooltip
              isPressed={actor.standpoint}
              disabled={isReadOnly}
              onClick={() =>
                void act('actors.update', { actorId: actor.id, standpoint: !actor.standpoint })
              }
            />
          </RowTools>
        </li>
      ))}
      {dialog !== null && <li>{dialog}</li>}
    </ul>
  )
}
