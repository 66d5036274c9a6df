import { useVirtualizer } from '@tanstack/react-virtual'
import { Check, Clock3 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useT } from '../app/i18n.ts'
import { stateOf } from './compare-data.ts'
import type { ItemState, SettleItem } from './compare-data.ts'

interface Props<T extends SettleItem> {
  items: readonly T[]
  currentId: string | undefined
  row: (item: T) => ReactNode
  onCurrent: (id: string) => void
  onOpen: () => void
  list: RefObject<HTMLDivElement | null>
}

const rowHeight = 66

/** Items to settle, one under the other in the order of the texts; thousands are no more than hundreds. */
export function SettleList<T extends SettleItem>(props: Props<T>) {
  const { items, currentId, row, onCurrent, onOpen, list } = props
  const t = useT()
  const id = useId()
  const scroll = useRef<HTMLDivElement | null>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const place = items.findIndex((item) => item.id === currentId)
  useEffect(() => {
    if (place !== -1) virtual.scrollToIndex(place, { align: 'auto' })
  }, [place, virtual])
  const go = (to: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, to))]
    if (item !== undefined) onCurrent(item.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 1)
    if (event.key === 'ArrowDown') go(place + 1)
    else if (event.key === 'ArrowUp') go(place - 1)
    else if (event.key === 'PageDown') go(place + page)
    else if (event.key === 'PageUp') go(place - page)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(items.length - 1)
    else if (event.key === 'Enter') onOpen()
    else return
    event.preventDefault()
  }
  const shown = virtual.getVirtualItems()
  const isDrawn = shown.some(({ index }) => index === place)
  return (
    <div
      ref={(element) => {
        scroll.current = element
        list.current = element
      }}
      className="pair-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('compare.list')}
      aria-activedescendant={isDrawn ? `${id}-${place}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={item.id}
              id={`${id}-${index}`}
              className="pair-row"
              role="option"
              aria-selected={index === place}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={() => onCurrent(item.id)}
              onDoubleClick={onOpen}
            >
              {row(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Whether it is settled, as a sign with its word. */
export function StateMark({ item }: { item: SettleItem }) {
  const t = useT()
  const state: ItemState = stateOf(item)
  return (
    <span className="pair-state" data-state={state}>
      {state === 'settled' && <Check size={13} strokeWidth={2} aria-hidden />}
      {state === 'deferred' && <Clock3 size={13} strokeWidth={1.75} aria-hidden />}
      {t(`compare.stateOf.${state}`)}
    </span>
  )
}
