import { useRef } from 'react'
import type { RefObject } from 'react'
import { useFormat, useT } from '../app/i18n.ts'
import { keepClear } from '../app/keep-clear.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { useCodes } from '../codes/code-data.ts'
import { CodePicker } from '../passages/code-picker.tsx'
import { Button } from '../ui/index.ts'
import { decidedWords } from './compare-data.ts'
import type { Decision, Outcome, SettleItem, Sides } from './compare-data.ts'
import { ReasonForm } from './reason-form.tsx'

interface Props {
  item: SettleItem
  sides: Sides
  mayRecode: boolean
  /** What was begun: its reason is still to be given. */
  pending: Pending | null
  onPending: (pending: Pending | null) => void
  onSettle: (decision: Decision) => void
}

export interface Pending {
  outcome: Outcome
  codeId?: string
}

const keys: Record<Outcome, string> = { A: 'A', B: 'B', both: '+', recode: 'R', defer: 'D' }
const outcomes = ['A', 'B', 'both', 'recode', 'defer'] as const

/** What can be decided, the reason for it, and what was decided. */
export function SettleBar({ item, sides, mayRecode, pending, onPending, onSettle }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const row = useRef<HTMLDivElement>(null)
  const offered = outcomes.filter((outcome) => outcome !== 'recode' || mayRecode)
  const { codes } = useCodes()
  const isPicking = pending?.outcome === 'recode' && pending.codeId === undefined
  const initials = { A: sides.a.initials, B: sides.b.initials, both: '', recode: '', defer: '' }
  return (
    <div ref={keepClear} className="pair-settle">
      {item.settlement !== null && <Decided item={item} sides={sides} />}
      {!isReadOnly && (
        <div ref={row} className="pair-outcomes" role="group" aria-label={t('compare.outcome')}>
          {offered.map((outcome) => (
            <Button
              key={outcome}
              aria-keyshortcuts={keys[outcome]}
              aria-pressed={pending?.outcome === outcome}
              onClick={() => onPending({ outcome })}
            >
              <kbd aria-hidden>{keys[outcome]}</kbd>
              {t(`compare.outcomes.${outcome}`, { initials: initials[outcome] })}
            </Button>
          ))}
        </div>
      )}
      {isPicking && (
        <CodePicker
          anchor={anchorOf(row)}
          mode="recode"
          onPick={({ codeIds: [codeId] }) =>
            codeId !== undefined && onPending({ outcome: 'recode', codeId })
          }
          onClose={() => onPending(null)}
        />
      )}
      {pending !== null && !isPicking && (
        <ReasonForm
          key={`${item.id} ${pending.outcome}`}
          what={decidedWords(
            pending.outcome,
            sides,
            codes.find(({ id }) => id === pending.codeId)?.name,
          )}
          outcome={pending.outcome}
          onSave={(reason, dissent) => onSettle({ ...pending, reason, dissent })}
          onCancel={() => onPending(null)}
        />
      )}
    </div>
  )
}

function Decided({ item: { settlement }, sides }: { item: SettleItem; sides: Sides }) {
  const t = useT()
  const format = useFormat()
  const { analysts } = useProject()
  if (settlement === null) return null
  const name = analysts.find(({ id }) => id === settlement.createdBy)?.name ?? ''
  return (
    <div className="pair-decided">
      <p>
        <strong>{decidedWords(settlement.outcome, sides, settlement.code?.name)}</strong>
        {settlement.reason !== '' && <> · {settlement.reason}</>}
      </p>
      {settlement.dissent !== '' && <p>{t('compare.dissentSaid', { text: settlement.dissent })}</p>}
      <p className="pair-when">
        {t('compare.decidedBy', { name, time: format.time(settlement.created) })}
        {' · '}
        {t('compare.change')}
      </p>
    </div>
  )
}

function anchorOf(row: RefObject<HTMLDivElement | null>) {
  const { left, right, top, bottom } = row.current?.getBoundingClientRect() ?? new DOMRect()
  return { left, right, top, bottom }
}
