import type { ChecklistName } from '../../shared/analysis/reports/checklists.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { InlineEdit } from '../ui/index.ts'

interface Props {
  checklist: ChecklistName
  language: 'en' | 'nb'
}

/** The items of a checklist with a field each: what the project knows stands there until it is overwritten. */
export function ChecklistAnswers({ checklist, language }: Props) {
  const t = useT()
  const { data } = useQuery('reports.checklist', { checklist, language }, [
    'findings',
    'sources',
    'codes',
    'persons',
    'project',
  ])
  if (data === undefined) return null
  return (
    <details className="checklist" open={data.open > 0}>
      <summary>
        {t('reports.answers')} · {t('reports.open', { count: data.open })}
      </summary>
      <ol>
        {data.items.map(({ item, topic, ask, known, answer }) => (
          <li key={`${checklist}:${item}`}>
            <div className="checklist-item">
              <strong>
                {item}. {topic}
              </strong>
              <span>{ask}</span>
              <InlineEdit
                isLong
                label={t('reports.answerLabel', { item, topic })}
                value={answer}
                placeholder={known === '' ? t('reports.writeHere') : known}
                onSave={(text) => void act('reports.answer', { checklist, item, text })}
              />
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}
