import type { KeyboardEvent } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { textStatuses } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { StatusMark } from '../status-mark.tsx'
import { updateTexts } from '../text-acts.ts'

/** From mentioned to read, with the two ways in which the chase can end in nothing. */
export function StatusChase({ text }: { text: InstitutionalText }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const set = (status: InstitutionalText['status'] | undefined): void => {
    if (status !== undefined && !isReadOnly && status !== text.status) {
      void updateTexts([text.id], { status })
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const place = textStatuses.indexOf(text.status) + by + textStatuses.length
    set(textStatuses[place % textStatuses.length])
    const radios = event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')
    radios[place % textStatuses.length]?.focus()
  }
  return (
    <div className="status-chase">
      <div
        role="radiogroup"
        className="status-chase-steps"
        aria-label={t('texts.statusChase')}
        aria-disabled={isReadOnly}
        onKeyDown={onKeyDown}
      >
        {textStatuses.map((status) => (
          <button
            key={status}
            type="button"
            role="radio"
            aria-checked={status === text.status}
            disabled={isReadOnly}
            tabIndex={status === text.status ? 0 : -1}
            className="status-chase-step"
            onClick={() => set(status)}
          >
            <StatusMark status={status} replicable={text.replicable} />
            {t(`institution.textStatus.${status}`)}
          </button>
        ))}
      </div>
      <p>{t(`texts.statusHint.${text.status}`)}</p>
    </div>
  )
}
