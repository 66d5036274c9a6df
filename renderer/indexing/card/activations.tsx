import { activationModes, activationStances } from '../../../shared/model/institution-kinds.ts'
import type { CommandInput, QueryOutput } from '../../../shared/contract/index.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import { InlineEdit, Select } from '../../ui/index.ts'
import { useActors } from '../index-data.ts'
import { IndexMark } from '../index-mark.tsx'
import { CardPart, Remove, takeAway } from './card-parts.tsx'

type Item = QueryOutput<'activations.list'>['items'][number]

/** Texts that are used in a passage: how, with which stance, by whom. */
export function IndexedActivations({ passageId }: { passageId: string }) {
  const t = useT()
  const topics = ['indexing', 'texts', 'work'] as const
  const items = useQuery('activations.list', { passageId }, topics).data?.items ?? []
  return (
    <CardPart title={t('indexing.card.activations')}>
      {items.map((item) => (
        <OneActivation key={item.id} item={item} />
      ))}
    </CardPart>
  )
}

function OneActivation({ item }: { item: Item }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const actors = useActors()
  const { id, clauseId, textId } = item
  const name = item.clauseLabel === '' ? item.textTitle : `${item.textTitle} › ${item.clauseLabel}`
  const change = (fields: Omit<CommandInput<'activations.update'>, 'activationId'>): void =>
    void act('activations.update', { activationId: id, ...fields })
  return (
    <article className="passage-index-item" aria-label={name}>
      <header>
        <button
          type="button"
          className="passage-index-name is-text"
          title={t('indexing.card.openText', { title: name })}
          onClick={() =>
            select(
              clauseId === null ? { type: 'text', id: textId } : { type: 'clause', id: clauseId },
            )
          }
        >
          <IndexMark kind="activation" />
          {name}
        </button>
        <Remove
          label={t('indexing.card.remove', { what: name })}
          onRemove={() =>
            void takeAway(
              'activations.delete',
              { activationIds: [id] },
              t('indexing.card.removed.activation'),
            )
          }
        />
      </header>
      <div className="passage-index-choices">
        <Select
          isQuiet
          aria-label={t('indexing.card.changeMode', { text: name })}
          disabled={isReadOnly}
          value={item.mode}
          options={activationModes.map((value) => ({
            value,
            label: t(`institution.mode.${value}`),
          }))}
          onValue={(mode) => change({ mode })}
        />
        <Select
          isQuiet
          aria-label={t('indexing.card.changeStance', { text: name })}
          disabled={isReadOnly}
          value={item.stance ?? ''}
          options={[
            { value: '' as const, label: t('indexing.none.stance') },
            ...activationStances.map((value) => ({
              value,
              label: t(`institution.stance.${value}`),
            })),
          ]}
          onValue={(stance) => change({ stance: stance === '' ? null : stance })}
        />
        <Select
          isQuiet
          aria-label={t('indexing.card.changeActor', { text: name })}
          disabled={isReadOnly}
          value={item.actorId ?? ''}
          options={[
            { value: '', label: t('indexing.none.actor') },
            ...actors.map((actor) => ({
              value: actor.id,
              label: t('indexing.card.by', { actor: actor.label }),
            })),
          ]}
          onValue={(actorId) => change({ actorId: actorId === '' ? null : actorId })}
        />
      </div>
      <InlineEdit
        isLong
        label={t('indexing.card.note', { what: name })}
        placeholder={t('indexing.card.notePlaceholder')}
        value={item.note}
        onSave={(note) => change({ note })}
      />
    </article>
  )
}
