import { useId, useMemo, useState } from 'react'
import { Names } from '../../shared/analysis/question/names.ts'
import { parseQuestion } from '../../shared/analysis/question/parse.ts'
import { printQuestion } from '../../shared/analysis/question/print.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { sourceKinds } from '../../shared/model/kinds.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { kindKey } from '../sources/source-words.ts'
import { Field, Select, TextInput, type SelectOption } from '../ui/index.ts'
import { codingTopics } from './coding-topics.ts'

interface Props {
  scope: Question | undefined
  onScope: (scope: Question | undefined) => void
}

type Option = SelectOption<string> & { scope: Question | undefined }
const written = 'written'

/** Among which passages is counted: all, a kind of source, a case, a saved question, or one's own. */
export function ScopeField({ scope, onScope }: Props) {
  const t = useT()
  const [isWriting, setWriting] = useState(false)
  const named = useQuery('analysis.names', {}, codingTopics).data?.items
  const saved = useQuery('savedQuestions.list', {}, codingTopics).data?.items
  const names = useMemo(() => new Names(named ?? []), [named])
  const options = useMemo(() => {
    const present = new Set(names.all('source').map(({ type }) => type))
    const option = (question: Question, label: string, group: string): Option => ({
      ...{ value: JSON.stringify(question), label, group, scope: question },
    })
    return [
      { value: '', label: t('figures.scopeAll'), scope: undefined },
      ...sourceKinds
        .filter((kind) => present.has(kind))
        .map((kind) =>
          option({ type: 'source', kinds: [kind] }, t(kindKey(kind)), t('figures.scopeKinds')),
        ),
      ...names
        .all('case')
        .map(({ id, name }) =>
          option({ type: 'case', caseIds: [id] }, name, t('figures.scopeCases')),
        ),
      ...(saved ?? []).map(({ question, name }) => option(question, name, t('figures.scopeSaved'))),
      { value: written, label: t('figures.scopeWritten'), scope },
    ]
  }, [t, names, saved, scope])
  const key = scope === undefined ? '' : JSON.stringify(scope)
  const known = options.some(({ value }) => value === key)
  const isKnown = known && !isWriting
  return (
    <>
      <Field label={t('figures.scope')}>
        {(field) => (
          <Select
            {...field}
            value={isKnown ? key : written}
            options={options}
            onValue={(value) => {
              setWriting(value === written)
              const chosen = options.find((option) => option.value === value)
              if (value !== written) onScope(chosen?.scope)
            }}
          />
        )}
      </Field>
      {!isKnown && named !== undefined && <WrittenScope {...{ scope, onScope, names }} />}
    </>
  )
}

/** A question in its text form; what is no question yet is not taken. */
function WrittenScope({ scope, onScope, names }: Props & { names: Names }) {
  const t = useT()
  const id = useId()
  const shown = scope ? printQuestion(scope, names) : ''
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? shown
  const parsed = text.trim() === '' ? null : parseQuestion(text, names)
  const isWrong = parsed?.ok === false
  const take = () => {
    if (isWrong || typed === null) return
    setTyped(null)
    if (text !== shown) onScope(parsed?.ok ? parsed.question : undefined)
  }
  return (
    <div className="matrix-scope">
      <label htmlFor={id}>{t('figures.scopeQuestion')}</label>
      <TextInput
        id={id}
        value={text}
        placeholder={t('figures.scopePlaceholder')}
        aria-invalid={isWrong}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <span id={`${id}-problem`} role="status">
        {isWrong ? t('figures.scopeWrong') : ''}
      </span>
    </div>
  )
}
