import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../app/i18n.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import type { Outcome } from './compare-data.ts'
import { recentReasons } from './recent-reasons.ts'

interface Props {
  /** What was chosen, in words. */
  what: string
  outcome: Outcome
  onSave: (reason: string, dissent: string) => void
  onCancel: () => void
}

/** Why it was decided so. Enter saves and goes on; to put something off needs no reason. */
export function ReasonForm({ what, outcome, onSave, onCancel }: Props) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [dissent, setDissent] = useState('')
  const [recalled, setRecalled] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const known = recentReasons()
  const mayBeEmpty = outcome === 'defer'
  const isReady = mayBeEmpty || reason.trim() !== ''
  const recall = (by: 1 | -1): void => {
    const next = Math.min(known.length - 1, Math.max(-1, recalled + by))
    setRecalled(next)
    setReason(known[next] ?? '')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    } else if (event.target === input.current && event.key === 'ArrowUp') recall(1)
    else if (event.target === input.current && event.key === 'ArrowDown') recall(-1)
    else return
    event.preventDefault()
  }
  return (
    <form
      className="pair-reason"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSave(reason.trim(), dissent.trim())
        else input.current?.focus()
      }}
    >
      <Field
        label={mayBeEmpty ? t('compare.reasonDefer') : t('compare.reasonFor', { what })}
        hint={t('compare.reasonHint')}
      >
        {(field) => (
          <TextInput
            {...field}
            ref={input}
            autoFocus
            spellCheck
            required={!mayBeEmpty}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setRecalled(-1)
            }}
          />
        )}
      </Field>
      {known.length > 0 && (
        <div className="pair-recent" role="group" aria-label={t('compare.recentReasons')}>
          {known.map((one) => (
            <button
              key={one}
              type="button"
              className="pair-recent-one"
              onClick={() => onSave(one, dissent.trim())}
            >
              {one}
            </button>
          ))}
        </div>
      )}
      <Field label={t('compare.dissent')} hint={t('compare.dissentHint')}>
        {(field) => (
          <TextInput
            {...field}
            spellCheck
            value={dissent}
            onChange={(event) => setDissent(event.target.value)}
          />
        )}
      </Field>
      <div className="pair-reason-buttons">
        <Button variant="quiet" onClick={onCancel}>
          {t('compare.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={!isReady}>
          {t('compare.save')}
        </Button>
      </div>
    </form>
  )
}
