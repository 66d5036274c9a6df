import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { InlineEdit } from '../ui/index.ts'
import { EvidenceMark } from './evidence-mark.tsx'
import { ThingPicker } from './thing-picker.tsx'
import { useSteps, useWorkThings } from './work-data.ts'
import { WhereUsed } from './where-used.tsx'
import './work-cards.css'

/** An actor in the inspector: site, standpoint, what it does in the processes, where it is used. */
export function ActorCard({ actorId }: { actorId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const things = useWorkThings()
  const steps = useSteps()
  const actor = things.actors.find((candidate) => candidate.id === actorId)
  if (actor === undefined) return null
  const does = steps?.filter(
    (step) => step.mergedIntoId === null && step.actorIds.includes(actorId),
  )
  const update = (fields: { name?: string; note?: string; siteId?: string | null }): void =>
    void act('actors.update', { actorId, ...fields })
  return (
    <article className="work-card" aria-label={actor.name}>
      <p className="work-card-kind">{t('work.actorCard')}</p>
      <h3 className="visually-hidden">{actor.name}</h3>
      <InlineEdit
        key={actorId}
        isWrapping
        className="work-card-name"
        label={t('work.name')}
        value={actor.name}
        onSave={(name) => name !== '' && update({ name })}
      />
      <label className="work-card-check">
        <input
          type="checkbox"
          checked={actor.standpoint}
          disabled={isReadOnly}
          onChange={(event) =>
            void act('actors.update', { actorId, standpoint: event.target.checked })
          }
        />
        {t('work.standpoint')}
      </label>
      <div className="work-card-fields">
        <span>{t('work.site')}</span>
        <ThingPicker
          isSingle
          label={t('work.siteOf', { name: actor.name })}
          placeholder={t('work.where')}
          things={things.sites}
          value={actor.siteId === null ? [] : [actor.siteId]}
          onChange={([siteId]) => update({ siteId: siteId ?? null })}
          onCreate={(newSite) => void act('actors.update', { actorId, newSite })}
        />
        <span className="is-wide">
          <InlineEdit
            key={`note-${actorId}`}
            isLong
            label={t('work.note')}
            placeholder={t('work.notePlaceholder')}
            value={actor.note}
            onSave={(note) => update({ note })}
          />
        </span>
      </div>
      {does !== undefined && does.length > 0 && (
        <>
          <h4>{t('work.doesSteps')}</h4>
          {[...Map.groupBy(does, (step) => step.processId)].map(([processId, here]) => (
            <section key={processId}>
              <p className="work-use-process">{things.nameById.get(processId)}</p>
              <ul className="work-uses">
                {here.map((step) => (
                  <li key={step.id}>
                    <button
                      type="button"
                      onClick={() => {
                        openView({ type: 'process', id: processId })
                        select({ type: 'step', id: step.id })
                      }}
                    >
                      {step.action}
                    </button>
                    {step.state !== 'supported' && <EvidenceMark of={step} isMarkOnly />}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <WhereUsed thing={{ type: 'actor', id: actorId }} except={['step']} />
    </article>
  )
}
