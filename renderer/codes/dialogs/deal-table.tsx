import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../app/i18n.ts'
import type { PassageInContext } from '../../../shared/model/entities.ts'
import { Button, hueStyle } from '../../ui/index.ts'
import { nearEnd, nearStart } from '../page/near-text.ts'
import { dealKeys, dealt, targetByKey } from './deal-state.ts'
import type { DealState } from './deal-state.ts'
import type { SplitTarget } from './split-dialog.tsx'

interface DealTableProps {
  passages: readonly PassageInContext[]
  targets: readonly SplitTarget[]
  state: DealState
  codeHue: number
  onDeal: (choice: number | null) => void
  onBack: () => void
}

/** The passage that is being dealt, and the keys of the codes it can go to. */
export function DealTable({ passages, targets, state, codeHue, onDeal, onBack }: DealTableProps) {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  const passage = passages[state.at]
  const choice = state.choices[state.at]

  useEffect(() => {
    place.current?.focus()
  }, [state.at])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || passage === undefined) return
    const target = targetByKey(event.key, targets.length)
    if (target === undefined) return
    event.preventDefault()
    onDeal(target)
  }

  return (
    <div
      ref={place}
      className="deal"
      tabIndex={-1}
      role="group"
      aria-label={t('codes.splitProgress', {
        done: Math.min(state.at + 1, passages.length),
        total: passages.length,
      })}
      onKeyDown={onKeyDown}
    >
      <div className="deal-progress" aria-hidden="true">
        <span style={{ width: `${(state.at / Math.max(1, passages.length)) * 100}%` }} />
      </div>
      <p className="deal-count">
        {t('codes.splitProgress', { done: state.at, total: passages.length })}
      </p>
      <div className="deal-passage" style={hueStyle(codeHue)} aria-live="polite">
        {passage === undefined ? (
          <p>{t(dealt(state).length > 0 ? 'codes.splitDone' : 'codes.splitDoneNone')}</p>
        ) : (
          <>
            <p className="code-passage-text">
              <span className="code-passage-around">{nearEnd(passage.before)}</span>
              <mark>{passage.quote}</mark>
              <span className="code-passage-around">{nearStart(passage.after)}</span>
            </p>
            <p className="deal-meta">
              {passage.sourceTitle} · {passage.label}
              {passage.speaker !== '' && ` · ${passage.speaker}`}
            </p>
          </>
        )}
      </div>
      <div className="deal-targets">
        {targets.map((target, index) => (
          <button
            key={target.name}
            type="button"
            disabled={passage === undefined}
            className={choice === index ? 'deal-target is-chosen' : 'deal-target'}
            style={hueStyle(target.hue)}
            onClick={() => onDeal(index)}
          >
            <kbd className="kbd">{dealKeys[index]}</kbd>
            {target.name}
          </button>
        ))}
        <Button disabled={passage === undefined} onClick={() => onDeal(null)}>
          <kbd className="kbd">{t('codes.keySpace')}</kbd> {t('codes.splitLeave')}
        </Button>
        <Button disabled={state.at === 0} onClick={onBack}>
          <kbd className="kbd">⌫</kbd> {t('codes.splitBack')}
        </Button>
      </div>
    </div>
  )
}
