import { ListChecks, SquareArrowOutUpRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Settlement } from '../../shared/contract/compare.ts'
import { useActions } from '../app/actions.ts'
import { undo } from '../app/history-acts.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { isTextField } from '../app/shortcuts.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { compareActions } from './compare-actions.ts'
import { decidedWords, nextOpen, progressOf } from './compare-data.ts'
import type { Decision, Outcome, SettleItem, Sides } from './compare-data.ts'
import { Discussion } from './discussion.tsx'
import { noteReason } from './recent-reasons.ts'
import { SettleBar } from './settle-bar.tsx'
import type { Pending } from './settle-bar.tsx'
import { SettleList } from './settle-list.tsx'

interface Props<T extends SettleItem> {
  /** What the filter lets through; `within`: whatever their state. */
  items: readonly T[]
  within: readonly T[]
  isActive: boolean
  filters: ReactNode
  row: (item: T) => ReactNode
  detail: (item: T) => ReactNode
  sidesOf: (item: T) => Sides
  mayRecode: (item: T) => boolean
  open: ((item: T) => void) | undefined
  openLabel: string
  settle: (item: T, decision: Decision) => Promise<Settlement | undefined>
  onShowAll: () => void
}

/** A list of items, the one in hand beside it, and everything that decides it, by keyboard. */
export function SettleDesk<T extends SettleItem>(props: Props<T>) {
  const { items, within, isActive, filters, row, detail, sidesOf, mayRecode, open, settle } = props
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const list = useRef<HTMLDivElement | null>(null)
  const scroll = useRef<HTMLDivElement | null>(null)
  const lastPlace = useRef(0)
  const [currentId, setCurrentId] = useState<string>()
  const [pending, setPending] = useState<Pending | null>(null)
  const [said, setSaid] = useState('')
  const found = items.findIndex(({ id }) => id === currentId)
  const place = found === -1 ? Math.min(lastPlace.current, items.length - 1) : found
  lastPlace.current = Math.max(0, place)
  const item = items[place]
  const { count, settled } = progressOf(within)

  useEffect(() => {
    if (isActive && (document.activeElement ?? document.body) === document.body)
      list.current?.focus()
  }, [isActive])

  // The form for the reason takes room from the text: what it is about stays in sight.
  useEffect(() => {
    if (pending !== null)
      scroll.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
  }, [pending])

  const choose = (id: string): void => {
    setCurrentId(id)
    setPending(null)
  }
  const go = (step: 1 | -1): void => {
    const next = nextOpen(items, place, step) ?? items[place + step]
    if (next !== undefined) choose(next.id)
    list.current?.focus()
  }
  const begin = (outcome: Outcome): void => {
    if (item === undefined || isReadOnly || (outcome === 'recode' && !mayRecode(item))) return
    setPending({ outcome })
  }
  const end = (): void => {
    setPending(null)
    list.current?.focus()
  }
  const save = async (decision: Decision): Promise<void> => {
    if (item === undefined) return
    const next = nextOpen(items, place, 1) ?? items[place + 1]
    const made = await settle(item, decision)
    if (made === undefined) return
    noteReason(decision.reason)
    setPending(null)
    if (next !== undefined) setCurrentId(next.id)
    list.current?.focus()
    const what = decidedWords(made.outcome, sidesOf(item), made.code?.name)
    setSaid(decision.outcome === 'defer' ? t('compare.wasPutOff') : t('compare.undone', { what }))
  }
  const takeBack = async (): Promise<void> => {
    setSaid('')
    await undo()
    list.current?.focus()
  }
  const show = (): void => {
    if (item !== undefined) open?.(item)
  }
  useActions(
    isActive ? compareActions({ go, begin, open: show, isReady: () => item !== undefined }) : [],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '+' || isTextField(event.target)) return
    event.preventDefault()
    begin('both')
  }
  return (
    <div className="pair-desk" onKeyDown={onKeyDown}>
      <div className="pair-side">
        <div className="pair-filters">{filters}</div>
        <div className="pair-progress">
          <div
            role="progressbar"
            aria-label={t('compare.progress', { settled, count })}
            aria-valuemin={0}
            aria-valuemax={count}
            aria-valuenow={settled}
          >
            <div style={{ width: `${count === 0 ? 0 : (100 * settled) / count}%` }} />
          </div>
          <span role="status">
            {t('compare.progress', {
              settled: format.number(settled),
              count: format.number(count),
            })}
          </span>
        </div>
        {items.length === 0 ? (
          <Nothing isDone={count > 0 && settled === count} onShowAll={props.onShowAll} />
        ) : (
          <SettleList
            items={items}
            currentId={item?.id}
            row={row}
            onCurrent={choose}
            onOpen={show}
            list={list}
          />
        )}
        <div className="pair-said" role="status">
          {said !== '' && (
            <>
              <span>{said}</span>
              <Button size="small" onClick={() => void takeBack()}>
                {t('ui.undo')}
              </Button>
            </>
          )}
        </div>
      </div>
      {item !== undefined && (
        <div className="pair-detail">
          <div ref={scroll} className="pair-detail-scroll" key={item.id}>
            {detail(item)}
            {open !== undefined && (
              <Button size="small" icon={SquareArrowOutUpRight} onClick={show}>
                {props.openLabel}
              </Button>
            )}
            <Discussion key={`said ${item.id}`} item={item.id} />
          </div>
          <SettleBar
            item={item}
            sides={sidesOf(item)}
            mayRecode={mayRecode(item)}
            pending={pending}
            onPending={(next) => (next === null ? end() : setPending(next))}
            onSettle={(decision) => void save(decision)}
          />
        </div>
      )}
    </div>
  )
}

function Nothing({ isDone, onShowAll }: { isDone: boolean; onShowAll: () => void }) {
  const t = useT()
  const all = <Button onClick={onShowAll}>{t('compare.showAll')}</Button>
  return (
    <EmptyState
      icon={ListChecks}
      title={isDone ? t('compare.allDone') : t('compare.noneFits')}
      actions={all}
    >
      {isDone ? t('compare.allDoneText') : undefined}
    </EmptyState>
  )
}
