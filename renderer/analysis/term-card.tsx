import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, DeleteButton } from '../ui/index.ts'
import './analysis.css'
import { deleteFinding } from './finding-acts.ts'
import { TermFields } from './terms/term-fields.tsx'

/** A term of the watch list beside a text: its forms, and what it was said to consist of. */
export function TermCard({ termId }: { termId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const term = useQuery('terms.list', {}, ['findings', 'indexing', 'passages']).data?.items.find(
    ({ id }) => id === termId,
  )
  const uses = useQuery('terms.occurrences', term === undefined ? null : { termId }, [
    'findings',
    'indexing',
    'sources',
    'passages',
    'codes',
    'memos',
  ]).data?.items
  if (term === undefined) return null
  const given = uses?.filter((use) => use.meaning !== '') ?? []
  return (
    <article className="finding-card" aria-label={term.term}>
      <div className="term-head">
        <TermFields term={term} />
        <DeleteButton
          size="small"
          noTooltip
          label={t('analysis.deleteOf', { name: term.term })}
          disabled={isReadOnly}
          onClick={() => void deleteFinding('term', termId, term.term)}
        />
      </div>
      {uses !== undefined && (
        <p className="finding-hint">
          {t('analysis.termUses', { count: uses.length })} ·{' '}
          {t('analysis.meanings', { given: given.length })}
        </p>
      )}
      {given.length > 0 && <h3>{t('analysis.givenMeanings')}</h3>}
      <ul className="term-card-meanings">
        {given.map((use) => (
          <li key={`${use.sourceId}:${use.start}`}>
            <button
              type="button"
              className="term-excerpt"
              onClick={() =>
                openView({
                  type: 'source',
                  id: use.sourceId,
                  at: { start: use.start, end: use.end },
                })
              }
            >
              <span className="term-card-meaning">{use.meaning}</span>
              <span className="claim-place">
                {[use.sourceTitle, use.speaker].filter((part) => part !== '').join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="finding-card-open"
        onClick={() => openView({ type: 'findings', part: 'terms' })}
      >
        {t('analysis.showAllUses')}
      </Button>
    </article>
  )
}
