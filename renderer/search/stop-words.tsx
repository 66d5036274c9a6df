import { useState } from 'react'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { TextInput } from '../ui/index.ts'

/** The words that are not counted, the project's own first; a click counts one, or leaves it out again. */
export function StopWords({ onDone }: { onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const [isOpen, setOpen] = useState(false)
  const [begins, setBegins] = useState('')
  const { data } = useQuery('stopWords.list', isOpen ? {} : null, ['searches'])
  const wanted = begins.trim().toLocaleLowerCase()
  const words = (data?.items ?? [])
    .filter(({ word }) => word.startsWith(wanted))
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
  return (
    <details className="stop-words" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('search.stopWords.title')}</summary>
      <p>{t('search.stopWords.text')}</p>
      <TextInput
        type="search"
        aria-label={t('search.stopWords.filter')}
        placeholder={t('search.stopWords.filter')}
        value={begins}
        onChange={(event) => setBegins(event.target.value)}
      />
      <ul aria-label={t('search.stopWords.title')}>
        {words.map(({ word, isStop }) => (
          <li key={word}>
            <button
              type="button"
              className="stop-word"
              aria-pressed={isStop}
              aria-label={t('search.leaveOutWord', { word })}
              disabled={isReadOnly}
              onClick={() =>
                void act('stopWords.set', { words: [word], isStop: !isStop }).then(onDone)
              }
            >
              {word}
            </button>
          </li>
        ))}
      </ul>
      {data !== undefined && (
        <p role="status">{t('search.stopWords.count', { count: format.number(words.length) })}</p>
      )}
    </details>
  )
}
