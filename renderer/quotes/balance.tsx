import type { Ref } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'

interface Props {
  ref: Ref<HTMLElement>
  /** Whose quotes are shown; undefined: everybody's. */
  personId: string | null | undefined
  onPerson: (personId: string | null) => void
}

/** How much each person is quoted; each bar opens its list, those who are silent too. */
export function Balance({ ref, personId, onPerson }: Props) {
  const t = useT()
  const items = useQuery('quotes.balance', {}, ['quotes', 'persons', 'passages', 'sources']).data
    ?.items
  if (items === undefined || items.length === 0) return null
  const most = Math.max(1, ...items.map(({ quotes }) => quotes))
  return (
    <section ref={ref} tabIndex={-1} className="balance" aria-label={t('quotes.balance')}>
      <h2>{t('quotes.balance')}</h2>
      <ul>
        {items.map((item) => {
          const name = item.personId === null ? t('quotes.nobody') : item.pseudonym
          const said =
            item.quotes === 0
              ? t('quotes.silent')
              : `${t('quotes.count', { count: item.quotes })}, ${t('quotes.words', { count: item.words })}`
          return (
            <li key={item.personId ?? ''}>
              <button
                type="button"
                className="balance-row"
                aria-pressed={item.personId === personId}
                onClick={() => onPerson(item.personId)}
              >
                <span className="balance-name">
                  {name}
                  {item.role !== '' && <span className="balance-role">{item.role}</span>}
                </span>
                <span className="balance-track" aria-hidden>
                  <span
                    className="balance-bar"
                    style={{ width: `${(item.quotes / most) * 100}%` }}
                  />
                </span>
                <span className={item.quotes === 0 ? 'balance-said is-silent' : 'balance-said'}>
                  {said}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
