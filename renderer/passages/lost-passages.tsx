import { useT } from '../app/i18n.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useIsReadOnly } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { openView } from '../app/workspace.ts'
import { useCodes } from '../codes/code-data.ts'
import { hueStyle } from '../ui/chip.tsx'
import type { PassageInContext } from '../../shared/model/entities.ts'
import { openSource } from '../reading/open-source.ts'
import { lastSelection } from '../reading/last-selection.ts'
import './passages.css'

/** Passages whose words were deleted from their text, to place anew or to delete. */
export function LostPassages() {
  const t = useT()
  const { data } = useQuery('passages.list', { state: 'lost' }, ['passages', 'sources'])
  if (data === undefined) return null
  return (
    <div className="lost-passages">
      <h1>{t('passages.lostTitle')}</h1>
      {data.items.length === 0 ? (
        <>
          <p>{t('passages.lostNone')}</p>
          <p className="passage-place">{t('passages.lostNoneText')}</p>
        </>
      ) : (
        <>
          <p className="passage-place">
            {t('passages.lostText')} {t('passages.placeHint')}
          </p>
          <ul>
            {data.items.map((passage) => (
              <li key={passage.id}>
                <LostPassage passage={passage} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function LostPassage({ passage }: { passage: PassageInContext }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { codes } = useCodes()
  const place = (): void => {
    const range = lastSelection(passage.sourceId)
    if (range === undefined) {
      toast({ text: t('passages.placeNoSelection') })
      openView({ type: 'source', id: passage.sourceId }, { beside: true })
    } else void openSource(passage.sourceId).changeRange(passage.id, range)
  }
  return (
    <article className="passage-item">
      <p className="passage-item-quote">{passage.quote}</p>
      <div className="passage-chips">
        {passage.codings.map((coding) => {
          const code = codes.find((candidate) => candidate.id === coding.codeId)
          return (
            <span key={coding.id} className="passage-chip" style={hueStyle(code?.hue ?? 0)}>
              <span className="passage-chip-name">{code?.name ?? t('passages.unknownCode')}</span>
            </span>
          )
        })}
      </div>
      <div className="passage-item-line">
        <span className="passage-place">{passage.sourceTitle}</span>
        <button
          type="button"
          onClick={() => openView({ type: 'source', id: passage.sourceId }, { beside: true })}
        >
          {t('passages.openSource')}
        </button>
        <button type="button" disabled={isReadOnly} onClick={place}>
          {t('passages.placeHere')}
        </button>
        <button
          type="button"
          disabled={isReadOnly}
          onClick={() => void act('passages.delete', { passageIds: [passage.id] })}
        >
          {t('passages.delete')}
        </button>
      </div>
    </article>
  )
}
