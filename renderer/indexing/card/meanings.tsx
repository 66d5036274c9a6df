import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { InlineEdit } from '../../ui/index.ts'
import { CardPart, Remove, takeAway } from './card-parts.tsx'

/** What terms of the institution mean in a passage. */
export function IndexedMeanings({ passageId }: { passageId: string }) {
  const t = useT()
  const items = useQuery('termUses.list', { passageId }, ['indexing', 'findings']).data?.items
  return (
    <CardPart title={t('indexing.card.meanings')}>
      {(items ?? []).map(({ id, termId, term, meaning }) => (
        <article key={id} className="passage-index-item" aria-label={term}>
          <header>
            <button
              type="button"
              className="passage-index-name"
              title={t('indexing.card.openThing', { label: term })}
              onClick={() => select({ type: 'term', id: termId })}
            >
              {term}
            </button>
            <Remove
              label={t('indexing.card.remove', { what: term })}
              onRemove={() =>
                void takeAway(
                  'termUses.delete',
                  { termUseIds: [id] },
                  t('indexing.card.removed.meaning'),
                )
              }
            />
          </header>
          <InlineEdit
            isLong
            label={t('indexing.card.meaning', { term })}
            placeholder={t('indexing.watch.ask')}
            value={meaning}
            onSave={(words) => void act('termUses.update', { termUseId: id, meaning: words })}
          />
        </article>
      ))}
    </CardPart>
  )
}
