import { lineQuestion } from '../../shared/analysis/question/axis.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { answerTopics } from './ask-topics.ts'

export const groupings = ['sources', 'persons', 'codes'] as const
export type Grouping = (typeof groupings)[number]

/** How many of the answers fall on each source, person or code; a click asks for those alone. */
export function GroupedAnswers({ question, by }: { question: Question; by: Grouping }) {
  const t = useT()
  const { number } = useFormat()
  const { data } = useQuery('analysis.group', { question, by: { by } }, answerTopics)
  const lines = (data?.items ?? [])
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
  const most = lines[0]?.total ?? 1
  return (
    <div
      className="ask-list"
      role="region"
      tabIndex={0}
      aria-label={t(`ask.groups.${by}`)}
      data-loaded={data !== undefined}
    >
      {data !== undefined && lines.length === 0 && <p>{t('ask.groups.none')}</p>}
      <ul className="ask-groups">
        {lines.map(({ id, label, total, question: own }) => (
          <li key={id}>
            <button
              type="button"
              onClick={(event) =>
                openView(
                  { type: 'ask', question: lineQuestion(own, question) },
                  { beside: event.ctrlKey || event.metaKey },
                )
              }
            >
              <span className="ask-group-label">{label}</span>
              <span className="ask-group-bar" aria-hidden>
                <span style={{ width: `${(100 * total) / most}%` }} />
              </span>
              <span className="ask-group-total">{number(total)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
