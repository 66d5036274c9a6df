import { Copy, MessageCircleQuestion } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { Names } from '../../shared/analysis/question/names.ts'
import { parseQuestion } from '../../shared/analysis/question/parse.ts'
import { printQuestion } from '../../shared/analysis/question/print.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { Button, EmptyState, Segmented } from '../ui/index.ts'
import { AddByName } from './add-by-name.tsx'
import { AskResults } from './ask-results.tsx'
import './ask.css'

const joins = ['and', 'or', 'overlapping', 'not'] as const
type Join = (typeof joins)[number]

/** Passages listed at once; the counts are of all. */
const limit = 5000

/** A question to the coding in its text form, and the passages that answer it, as it is written. */
export function AskView({ question: given }: { question: Question | undefined }) {
  const t = useT()
  const language = useLanguage()
  const fieldId = useId()
  const { data: named } = useQuery('analysis.names', {}, [
    ...(['codes', 'sources', 'folders', 'persons', 'texts', 'work', 'findings'] as const),
  ])
  const names = useMemo(() => new Names(named?.items ?? []), [named])
  const [text, setText] = useState('')
  const [join, setJoin] = useState<Join>('and')
  const isNamed = named !== undefined
  const givenKey = JSON.stringify(given)
  const [shownKey, setShownKey] = useState<string | undefined>(undefined)
  useEffect(() => {
    if (!isNamed || given === undefined || givenKey === shownKey) return
    setShownKey(givenKey)
    setText(printQuestion(given, names))
  }, [isNamed, given, givenKey, shownKey, names])
  const parsed = text.trim() === '' || !isNamed ? null : parseQuestion(text, names)
  const question = parsed?.ok ? parsed.question : null
  const { data, error } = useQuery('analysis.ask', question && { question, limit }, [
    ...(['passages', 'codes', 'sources', 'persons', 'indexing', 'texts', 'rounds'] as const),
    ...(['project', 'work', 'findings'] as const),
  ])
  const add = (condition: Question) => {
    if (question === null) return setText(printQuestion(condition, names))
    setText(printQuestion(joined(join, question, condition), names))
  }
  const problem =
    parsed?.ok === false
      ? t(`ask.problem.${parsed.error.problem}`, { word: parsed.error.word })
      : error && failureText(language, error).message
  return (
    <div className="ask">
      <div className="ask-head">
        <h1 className="ask-sentence">
          {question === null ? t('ask.title') : sentenceOf(question, names, language)}
        </h1>
        <label htmlFor={fieldId}>{t('ask.name')}</label>
        <textarea
          id={fieldId}
          className="ask-text"
          data-autofocus
          rows={2}
          spellCheck={false}
          placeholder={t('ask.placeholder')}
          aria-invalid={problem !== undefined}
          aria-describedby={`${fieldId}-status`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="ask-tools">
          <Segmented
            label={t('ask.joins.label')}
            value={join}
            options={joins.map((value) => ({ value, label: t(`ask.joins.${value}`) }))}
            onValue={setJoin}
          />
          <AddByName names={named?.items ?? []} onAdd={add} />
          <Button
            icon={Copy}
            disabled={question === null}
            onClick={() => {
              void navigator.clipboard
                .writeText(text)
                .then(() => toast({ text: t('ask.copied') }))
            }}
          >
            {t('ask.copy')}
          </Button>
        </div>
        <p id={`${fieldId}-status`} className="ask-status" role="status">
          {problem ?? (question === null || data === undefined ? t('ask.hint') : '')}
          {problem === undefined && question !== null && data !== undefined && (
            <>
              <strong>{t('ask.found', { count: data.total })}</strong>{' '}
              {t('ask.counts', {
                sources: data.sources,
                words: data.words,
                codings: data.codings,
              })}
              {data.total > data.items.length && ` ${t('ask.shown', { count: data.items.length })}`}
            </>
          )}
        </p>
      </div>
      {problem === undefined && question !== null && data?.total === 0 && (
        <EmptyState icon={MessageCircleQuestion} title={t('ask.none')}>
          {t('ask.noneText')}
        </EmptyState>
      )}
      {problem === undefined && question !== null && data !== undefined && data.total > 0 && (
        <AskResults items={data.items} />
      )}
    </div>
  )
}

/** The question with one more condition, side by side with what is joined alike. */
function joined(join: Join, question: Question, condition: Question): Question {
  if (join === 'overlapping')
    return { type: 'related', how: 'overlapping', of: question, to: condition }
  const type = join === 'or' ? 'or' : 'and'
  const part: Question = join === 'not' ? { type: 'not', part: condition } : condition
  return question.type === type
    ? { type, parts: [...question.parts, part] }
    : { type, parts: [question, part] }
}
