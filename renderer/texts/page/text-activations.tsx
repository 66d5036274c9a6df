import { useMemo } from 'react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { openView, select } from '../../app/workspace.ts'

type About = { textId: string } | { clauseId: string }

/** Where people take a text or clause up: who, how, with which stance; a click goes to the words. */
export function ActivationList({ about, most = 200 }: { about: About; most?: number }) {
  const t = useT()
  const { data } = useQuery('activations.list', about, ['indexing', 'texts', 'work', 'passages'])
  const sources = useQuery('sources.list', {}, ['sources']).data?.items
  const titleById = useMemo(
    () => new Map((sources ?? []).map((source) => [source.id, source.title])),
    [sources],
  )
  if (data === undefined) return null
  if (data.items.length === 0) return <p className="text-quiet">{t('texts.noActivations')}</p>
  const rest = data.items.length - most
  return (
    <>
      <ul className="text-places">
        {data.items.slice(0, most).map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="text-place"
              onClick={(event) => {
                const at = { start: item.start, end: item.end }
                const beside = event.ctrlKey || event.metaKey
                openView({ type: 'source', id: item.sourceId, at }, { beside })
                select({ type: 'passage', id: item.passageId, sourceId: item.sourceId })
              }}
            >
              <span className="text-place-facts">
                <strong>{item.actorName === '' ? '–' : item.actorName}</strong>
                <span>{t(`institution.mode.${item.mode}`)}</span>
                {item.stance !== null && <span>{t(`institution.stance.${item.stance}`)}</span>}
                {item.clauseLabel !== '' && <span>{item.clauseLabel}</span>}
                <span className="text-place-source">{titleById.get(item.sourceId) ?? ''}</span>
              </span>
              <span className="text-place-quote">{item.quote}</span>
              {item.note !== '' && <span className="text-place-note">{item.note}</span>}
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-quiet">{t('texts.andMore', { count: rest })}</p>}
    </>
  )
}
