import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import type { Names } from '../../shared/analysis/question/names.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { EmptyState, Segmented } from '../ui/index.ts'
import { AskExamples } from './ask-examples.tsx'
import { AnswerTools } from './answer-tools.tsx'
import { groupings, GroupedAnswers, type Grouping } from './ask-groups.tsx'
import { AskResults } from './ask-results.tsx'
import { answerTopics } from './ask-topics.ts'

/** Passages listed at once; the counts are of all. */
const limit = 5000

/** How many answers there are, what can be done with them, and the answers, as a list or in groups. */
export function AskAnswers({ question, names }: { question: Question | null; names: Names }) {
  const t = useT()
  const language = useLanguage()
  const [shown, setShown] = useState<'list' | Grouping>('list')
  const { data, error } = useQuery('analysis.ask', question && { question, limit }, answerTopics)
  const isEmpty = question === null && !error
  const isAnswered = question !== null && data !== undefined && !error
  if (isEmpty) return <AskExamples names={names} />
  return (
    <>
      <div className="ask-bar">
        <p className="ask-status" role="status">
          {error && failureText(language, error).message}
          {isAnswered && (
            <>
              <strong>{t('ask.found', { count: data.total })}</strong>{' '}
              {[
                t('ask.inSources', { count: data.sources }),
                t('ask.nWords', { count: data.words }),
                t('ask.nCodings', { count: data.codings }),
              ].join(' · ')}
              {data.total > data.items.length && ` ${t('ask.shown', { count: data.items.length })}`}
            </>
          )}
        </p>
        {isAnswered && <AnswerTools question={question} names={names} total={data.total} />}
      </div>
      {isAnswered && data.total === 0 && (
        <EmptyState icon={MessageCircleQuestion} title={t('ask.none')}>
          {t('ask.noneText')}
        </EmptyState>
      )}
      {isAnswered && data.total > 0 && (
        <>
          <div className="ask-shown">
            <Segmented
              label={t('ask.groups.label')}
              value={shown}
              options={(['list', ...groupings] as const).map((value) => ({
                value,
                label: t(`ask.groups.${value}`),
              }))}
              onValue={setShown}
            />
          </div>
          {shown === 'list' ? (
            <AskResults items={data.items} />
          ) : (
            <GroupedAnswers question={question} by={shown} />
          )}
        </>
      )}
    </>
  )
}
