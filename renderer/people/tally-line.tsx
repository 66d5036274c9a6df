import { MessageCircleQuestion } from 'lucide-react'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { openView } from '../app/workspace.ts'
import { Button } from '../ui/index.ts'
import { valueText } from './grid/grid-columns.ts'
import { changePeople, usePeople, type Counted } from './people-state.ts'

type Group = QueryOutput<'people.tally'>['groups'][number]

/** The groups of what is counted, or undefined if nothing is. */
export function useTally(): QueryOutput<'people.tally'> | undefined {
  const { of, counted } = usePeople()
  const id = counted.slice(2)
  const coded: Question = { type: 'coded', codeIds: [id], subcodes: true }
  const input = counted.startsWith('c:') ? { of, question: coded } : { of, attributeId: id }
  return useQuery('people.tally', counted === '' ? null : input, [
    'persons',
    'sources',
    'passages',
    'codes',
  ]).data
}

/** “5 of 11 Nord · 6 Sør · 0 not filled in”: each number opens the ones it counts, also when none. */
export function TallyLine({ tally }: { tally: QueryOutput<'people.tally'> | undefined }) {
  const t = useT()
  const language = useLanguage()
  const { of, counted, group } = usePeople()
  const attributes = useQuery('attributes.list', { of }, ['persons']).data?.items ?? []
  const codes = useQuery('codes.list', {}, ['codes', 'passages']).data?.items ?? []
  if (attributes.length + codes.length === 0) return null
  const code = codes.find(({ id }) => counted === `c:${id}`)
  const shownQuestion = group === null ? undefined : tally?.groups[group]?.question
  const word = ({ value }: Group): string => {
    if (value === null) return t(code ? 'people.tallyUnknown' : 'people.unknown')
    if (!code) return valueText(value, language, t)
    return value === true
      ? t('people.tallyCoded', { code: code.name })
      : t('people.tallyNotCoded', {})
  }
  return (
    <div className="people-tally">
      <label>
        {t('people.countBy')}{' '}
        <select
          aria-label={t('people.countBy')}
          className="select select-quiet"
          value={counted}
          onChange={(event) =>
            changePeople({ counted: event.target.value as Counted, group: null })
          }
        >
          <option value="">{t('people.countNothing')}</option>
          {attributes.length > 0 && (
            <optgroup label={t('people.countAttributes')}>
              {attributes.map(({ id, name }) => (
                <option key={id} value={`a:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {codes.length > 0 && (
            <optgroup label={t('people.countCodes')}>
              {codes.map(({ id, name }) => (
                <option key={id} value={`c:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      {tally?.groups.map((each, index) => (
        <button
          key={String(each.value)}
          type="button"
          className="people-count"
          aria-pressed={group === index}
          onClick={() => changePeople({ group: group === index ? null : index })}
        >
          <strong>
            {index === 0
              ? t('people.tallyOf', { count: each.ids.length, total: tally.total })
              : each.ids.length}
          </strong>{' '}
          {word(each)}
        </button>
      ))}
      {shownQuestion && (
        <Button
          size="small"
          variant="quiet"
          icon={MessageCircleQuestion}
          onClick={(event) =>
            openView(
              { type: 'ask', question: shownQuestion },
              { beside: event.ctrlKey || event.metaKey },
            )
          }
        >
          {t('people.tallyPassages')}
        </Button>
      )}
    </div>
  )
}
