import { MessageCircleQuestion } from 'lucide-react'
import type { Axis } from '../../shared/analysis/question/axis.ts'
import type { Names } from '../../shared/analysis/question/names.ts'
import { allOf, type Question } from '../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { EmptyState } from '../ui/index.ts'
import { answerTopics } from './ask-topics.ts'

/** A page without a question yet: what one can be, with what is in the project. */
export function AskExamples({ names }: { names: Names }) {
  const t = useT()
  const language = useLanguage()
  const [one, other] = useMost({ by: 'codes' })
  const [person] = useMost({ by: 'persons' })
  const examples: Question[] = one
    ? [
        one,
        ...(other
          ? [{ type: 'related', how: 'overlapping', of: one, to: other } satisfies Question]
          : []),
        ...(person ? [allOf([one, person])] : []),
      ]
    : []
  return (
    <EmptyState icon={MessageCircleQuestion} title={t('ask.begin')}>
      <p>{t('ask.hint')}</p>
      {examples.length > 0 && (
        <>
          <p>{t('ask.forExample')}</p>
          <ul className="ask-examples">
            {examples.map((question) => (
              <li key={JSON.stringify(question)}>
                <button type="button" onClick={() => openView({ type: 'ask', question })}>
                  {sentenceOf(question, names, language)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}

/** The questions of the lines that most passages fall on. */
function useMost(by: Axis): Question[] {
  const { data } = useQuery('analysis.group', { question: { type: 'anything' }, by }, answerTopics)
  return (data?.items ?? [])
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .map(({ question }) => question)
}
