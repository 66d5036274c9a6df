import { useEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Failure } from '../../shared/contract/errors.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { currentLanguage, useT } from '../app/i18n.ts'
import { answerOf, completed } from './index-form.ts'
import type { Answer, Answers, IndexForm } from './index-form.ts'
import { RowEditor } from './row-editor.tsx'
import '../ui/word-popover.css'
import './index-popover.css'

/** Rectangle of the window beside which a popover stands. */
export interface Anchor {
  left: number
  right: number
  top: number
  bottom: number
}

interface Props {
  form: IndexForm
  anchor: Anchor
  onClose: () => void
}

/**
 * Asks a few things beside the words they are about, one row after another, without the mouse. What
 * was answered stays in sight; a refusal is shown below it and takes nothing away.
 */
export function IndexPopover({ form, anchor, onClose }: Props) {
  const t = useT()
  const [answers, setAnswers] = useState<Answers>({})
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isTouched = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => form.rows(answers), [form, answers])
  const current = Math.min(at, rows.length - 1)
  const row = rows[current]

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      const isOutside = event.target instanceof Node && box.current?.contains(event.target) !== true
      if (isOutside && !isTouched.current) onClose()
    }
    window.addEventListener('pointerdown', closeOutside, true)
    return () => window.removeEventListener('pointerdown', closeOutside, true)
  }, [onClose])

  const submit = async (given: Answers): Promise<void> => {
    const asked = form.rows(given)
    const missing = asked.findIndex((each) => answerOf(each, given) === undefined)
    const needed = asked[missing]
    if (needed !== undefined) {
      setAt(missing)
      setProblem(t('indexing.missing', { row: needed.label }))
      return
    }
    setBusy(true)
    const failure = await form.submit(completed(asked, given))
    setBusy(false)
    if (failure === undefined) onClose()
    else setProblem(sayFailure(failure))
  }
  const take = (answer: Answer | undefined, goesOn: 'next' | 'done' | 'stay'): void => {
    if (row === undefined || isBusy) return
    isTouched.current = true
    const given = answer === undefined ? answers : { ...answers, [row.id]: answer }
    setAnswers(given)
    setProblem('')
    const isLast = current === form.rows(given).length - 1
    if (goesOn === 'done' || (goesOn === 'next' && isLast)) void submit(given)
    else if (goesOn === 'next') setAt(current + 1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }

  return createPortal(
    <div
      ref={box}
      className="index-popover"
      role="dialog"
      aria-label={form.title}
      aria-busy={isBusy}
      style={placeOf(anchor)}
      onKeyDown={onKeyDown}
    >
      <p className="index-popover-title">{form.title}</p>
      {rows.map((each, index) =>
        index === current ? (
          <RowEditor
            key={each.id}
            row={each}
            answer={answers[each.id]}
            onTake={take}
            onBack={() => setAt(Math.max(0, current - 1))}
            onType={() => {
              isTouched.current = true
            }}
          />
        ) : (
          <RowLine
            key={each.id}
            label={each.label}
            answer={answerOf(each, answers)}
            isPassed={index < current}
            onChoose={() => setAt(index)}
          />
        ),
      )}
      {problem !== '' && (
        <p className="index-popover-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="index-popover-help">{t('indexing.help')}</p>
    </div>,
    document.body,
  )
}

interface LineProps {
  label: string
  answer: Answer | undefined
  isPassed: boolean
  onChoose: () => void
}

/** A row that is not being answered now. */
function RowLine({ label, answer, isPassed, onChoose }: LineProps) {
  const t = useT()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="index-popover-line"
      data-passed={isPassed}
      onClick={onChoose}
    >
      <span className="index-popover-label">{label}</span>
      <span className="index-popover-value">
        {answer?.label}
        {answer?.isNew === true && <em> · {t('indexing.isNew')}</em>}
      </span>
    </button>
  )
}

function sayFailure(failure: Failure): string {
  const { message, hint } = failureText(currentLanguage(), failure)
  return hint === undefined ? message : `${message} ${hint}`
}

const width = 400
const height = 430

/** Below the words if there is room, otherwise above, and always within the window. */
function placeOf(anchor: Anchor): CSSProperties {
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8))
  const isBelow = anchor.bottom + height + 8 < window.innerHeight || anchor.top < height
  return isBelow
    ? { left, top: Math.max(8, Math.min(anchor.bottom + 6, window.innerHeight - height - 8)) }
    : { left, bottom: window.innerHeight - anchor.top + 6 }
}
