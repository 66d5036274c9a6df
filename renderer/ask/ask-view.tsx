import { useEffect, useId, useMemo, useState } from 'react'
import { joinedAt, partAt, withPart } from '../../shared/analysis/question/edit.ts'
import type { Condition } from '../../shared/analysis/question/grammar.ts'
import { Names } from '../../shared/analysis/question/names.ts'
import { parseQuestion } from '../../shared/analysis/question/parse.ts'
import { printQuestion } from '../../shared/analysis/question/print.ts'
import {
  leaf as leafShape,
  type Leaf,
  type Question,
} from '../../shared/analysis/question/question.ts'
import type { Path } from '../../shared/analysis/question/sentence.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { Segmented } from '../ui/index.ts'
import { AddTools, type Join } from './add-tools.tsx'
import { AskAnswers } from './ask-answers.tsx'
import { nameTopics } from './ask-topics.ts'
import type { Beside } from './chip-menu.ts'
import { ConditionDialog } from './condition-dialog.tsx'
import { conditionOfLeaf } from './condition-fields.ts'
import { QuestionBuilder } from './question-builder.tsx'
import './ask.css'

/** The form that is open: of a new condition, or of the one at a place. */
interface OpenForm {
  condition: Condition
  given: Leaf | null
  path: Path | null
}

/** A question to the coding, built as a sentence or written, and the passages that answer it. */
export function AskView({ question: given }: { question: Question | undefined }) {
  const t = useT()
  const fieldId = useId()
  const { data: named } = useQuery('analysis.names', {}, nameTopics)
  const names = useMemo(() => new Names(named?.items ?? []), [named])
  const [form, setForm] = useState<'sentence' | 'text'>('sentence')
  const [question, setQuestion] = useState<Question | null>(given ?? null)
  const [text, setText] = useState('')
  const [beside, setBeside] = useState<Beside | null>(null)
  const [open, setOpen] = useState<OpenForm | null>(null)
  // Opening the same question again asks it anew, whatever was made of it meanwhile.
  const [shown, setShown] = useState(given)
  useEffect(() => {
    if (given === undefined || given === shown) return
    setShown(given)
    setQuestion(given)
    setText(printQuestion(given, names))
  }, [given, shown, names])
  const parsed = form === 'text' && text.trim() !== '' ? parseQuestion(text, names) : null
  const problem =
    parsed?.ok === false
      ? t(`ask.problem.${parsed.error.problem}`, { word: parsed.error.word })
      : undefined
  const change = (next: Question | null) => {
    setQuestion(next)
    setBeside(null)
    setText(next === null ? '' : printQuestion(next, names))
  }
  const write = (next: string) => {
    setText(next)
    const read = next.trim() === '' ? null : parseQuestion(next, names)
    if (read === null) setQuestion(null)
    else if (read.ok) setQuestion(read.question)
  }
  const add = (condition: Question, join: Join) => {
    if (question === null) return change(condition)
    const part: Question = join === 'not' ? { type: 'not', part: condition } : condition
    if (beside !== null) return change(addedBeside(question, beside, condition))
    if (join === 'overlapping')
      return change({ type: 'related', how: 'overlapping', of: question, to: condition })
    change(joinedAt(question, [], join === 'or' ? 'or' : 'and', part))
  }
  const [join, setJoin] = useState<Join>('and')
  const edit = (path: Path) => {
    const part = question === null ? null : leafShape.safeParse(partAt(question, path))
    const condition = part?.success ? conditionOfLeaf(part.data) : undefined
    if (part?.success && condition && condition.type !== 'anything')
      setOpen({ condition, given: part.data, path })
  }
  return (
    <div className="ask">
      <div className="ask-head">
        <div className="ask-title">
          <QuestionBuilder
            question={question}
            names={names}
            onChange={change}
            onEdit={edit}
            onBeside={(next) => {
              setBeside(next)
              document.getElementById(`${fieldId}-add`)?.focus()
            }}
          />
          <Segmented
            label={t('ask.form.label')}
            value={form}
            options={(['sentence', 'text'] as const).map((value) => ({
              value,
              label: t(`ask.form.${value}`),
            }))}
            onValue={(next) => {
              setText(question === null ? '' : printQuestion(question, names))
              setForm(next)
            }}
          />
        </div>
        {form === 'text' && (
          <>
            <label htmlFor={fieldId}>{t('ask.name')}</label>
            <textarea
              id={fieldId}
              className="ask-text"
              rows={2}
              spellCheck={false}
              placeholder={t('ask.placeholder')}
              aria-invalid={problem !== undefined}
              aria-describedby={`${fieldId}-problem`}
              value={text}
              onChange={(event) => write(event.target.value)}
            />
            <p id={`${fieldId}-problem`} className="ask-problem" role="status">
              {problem}
            </p>
          </>
        )}
        <div className="ask-tools">
          <AddTools
            inputId={`${fieldId}-add`}
            names={named?.items}
            join={join}
            onJoin={setJoin}
            beside={beside}
            besideText={beside === null || question === null ? null : partAt(question, beside.path)}
            wording={names}
            hasQuestion={question !== null}
            onAdd={(condition) => add(condition, join)}
            onForm={(condition) => setOpen({ condition, given: null, path: null })}
            onAlone={() => setBeside(null)}
          />
        </div>
      </div>
      {problem === undefined && (
        <AskAnswers question={named === undefined ? null : question} names={names} />
      )}
      {open !== null && (
        <ConditionDialog
          condition={open.condition}
          given={open.given}
          names={names}
          onClose={() => setOpen(null)}
          onSave={(leaf) => {
            if (open.path !== null && question !== null) change(withPart(question, open.path, leaf))
            else add(leaf, join)
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}

function addedBeside(question: Question, { path, how }: Beside, condition: Question): Question {
  if (how === 'and' || how === 'or') return joinedAt(question, path, how, condition)
  const of = partAt(question, path)
  return withPart(question, path, { type: 'related', how, of, to: condition })
}
