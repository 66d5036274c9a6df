import type { Source } from '../../shared/model/entities.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { kindKey } from '../sources/source-words.ts'

/** Title of a source and the line of what it is, where and when. */
export function DocumentHead({ source }: { source: Source }) {
  const t = useT()
  const format = useFormat()
  const parts = [
    t(kindKey(source.kind)),
    source.place,
    source.date === '' ? '' : format.date(source.date),
    t('reading.words', { count: source.words, number: format.number(source.words) }),
  ].filter((part) => part !== '')
  return (
    <header className="reading-head">
      <h1>{source.title}</h1>
      <p>{parts.join(' · ')}</p>
    </header>
  )
}
