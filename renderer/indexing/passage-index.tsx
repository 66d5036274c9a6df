import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { IndexedAccounts } from './card/accounts.tsx'
import { IndexedActivations } from './card/activations.tsx'
import { IndexedAnswers } from './card/answers.tsx'
import { RestingClaims } from './card/claims.tsx'
import { MapsOfPassage } from './card/maps.tsx'
import { IndexedMeanings } from './card/meanings.tsx'
import { indexActNames, indexActs } from './index-acts.ts'
import { IndexHost } from './index-host.tsx'
import type { BegunIndexing } from './index-host.tsx'
import './passage-index.css'

/** What is indexed on a passage, and what rests on it. */
export function PassageIndex({ passageId }: { passageId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [begun, setBegun] = useState<BegunIndexing | null>(null)
  const { data: passage } = useQuery('passages.get', { passageId }, [
    'passages',
    'sources',
    'codes',
  ])
  const isPlaced = passage?.state === 'placed'
  return (
    <section className="passage-index" aria-label={t('indexing.card.title')}>
      <IndexedActivations passageId={passageId} />
      <IndexedAccounts passageId={passageId} />
      <IndexedAnswers passageId={passageId} />
      <IndexedMeanings passageId={passageId} />
      <RestingClaims passageId={passageId} />
      <MapsOfPassage passageId={passageId} />
      {isPlaced && !isReadOnly && (
        <>
          <h4 className="passage-heading">{t('indexing.card.title')}</h4>
          <p className="passage-index-hint">{t('indexing.card.empty')}</p>
          <div className="passage-chips">
            {indexActNames.map((act) => (
              <button
                key={act}
                type="button"
                className="passage-add"
                title={t(`indexing.act.${act}`)}
                onClick={(event) => {
                  const { sourceId, start, end, quote, speaker } = passage
                  const hand = { at: { passageId }, sourceId, start, end, quote, speaker }
                  const anchor = event.currentTarget.getBoundingClientRect()
                  setBegun({ act, hand, anchor })
                }}
              >
                <Plus size={12} strokeWidth={1.75} aria-hidden="true" />
                {t(`indexing.card.add.${act}`)} <kbd>{indexActs[act].toUpperCase()}</kbd>
              </button>
            ))}
          </div>
        </>
      )}
      {begun !== null && (
        <IndexHost
          begun={begun}
          onDone={({ said }) => toastWithUndo(said)}
          onClose={() => setBegun(null)}
        />
      )}
    </section>
  )
}
