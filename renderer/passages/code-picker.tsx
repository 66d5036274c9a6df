import { Check, Plus } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../shared/model/entities.ts'
import { useT } from '../app/i18n.ts'
import { useCodes } from '../codes/code-data.ts'
import { CodeMark } from '../codes/code-kind-icon.tsx'
import { codeSearch } from './code-search.ts'
import type { FoundCode } from './code-search.ts'
import { recentCodes } from './recent-codes.ts'
import '../ui/word-popover.css'
import './code-picker.css'

export interface PickedCodes {
  codeIds: string[]
  newName?: string
}

interface Props {
  /** Rectangle of the window beside which it stands. */
  anchor: { left: number; right: number; top: number; bottom: number }
  mode: 'code' | 'recode'
  onPick: (picked: PickedCodes) => void
  onClose: () => void
}

const shownMost = 60

/** Chooses codes by a few letters. Everything by keyboard; the text keeps its selection. */
export function CodePicker({ anchor, mode, onPick, onClose }: Props) {
  const t = useT()
  const { codes, isReady } = useCodes()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const search = useMemo(() => codeSearch(codes), [codes])
  const wanted = useDeferredValue(query)
  const isCurrent = wanted === query
  const recent = useMemo(() => recentFound(search.all, codes), [search, codes])
  const found = useMemo(() => {
    if (wanted.trim() !== '') return search.find(wanted).slice(0, shownMost)
    const rest = search.all.filter(({ code }) => !recent.some((other) => other.code.id === code.id))
    return [...recent, ...rest].slice(0, shownMost)
  }, [search, recent, wanted])
  const name = query.trim()
  const hasExact = found.some(({ code }) => code.name.toLowerCase() === name.toLowerCase())
  const offersNew = mode === 'code' && name !== '' && !hasExact
  const count = found.length + (offersNew ? 1 : 0)
  const active = Math.min(at, Math.max(0, count - 1))

  useEffect(() => {
    box.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) onClose()
    }
    window.addEventListener('pointerdown', closeOutside, true)
    return () => window.removeEventListener('pointerdown', closeOutside, true)
  }, [onClose])

  const toggle = (id: string): void => {
    setChosen((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]))
  }
  const makeNew = (): void => {
    if (name !== '' && mode === 'code') onPick({ codeIds: [...chosen], newName: name })
  }
  const pick = (index: number): void => {
    const code = found[index]?.code
    if (chosen.length > 0) {
      onPick({ codeIds: [...chosen] })
    } else if (code !== undefined) onPick({ codeIds: [code.id] })
    else makeNew()
  }
  const enter = (): void => {
    // Typed faster than the list came: search now.
    if (isCurrent || chosen.length > 0) {
      pick(active)
      return
    }
    const first = search.find(query)[0]
    if (first === undefined) makeNew()
    else onPick({ codeIds: [first.code.id] })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const digit = /^[1-9]$/.test(event.key) && query === '' ? Number(event.key) : 0
    const current = found[active]
    if (digit > 0 && recent[digit - 1] !== undefined)
      onPick({ codeIds: [recent[digit - 1]?.code.id ?? ''] })
    else if (event.key === 'ArrowDown') setAt(count === 0 ? 0 : (active + 1) % count)
    else if (event.key === 'ArrowUp') setAt(count === 0 ? 0 : (active - 1 + count) % count)
    else if (event.key === 'PageDown') setAt(Math.min(count - 1, active + 8))
    else if (event.key === 'PageUp') setAt(Math.max(0, active - 8))
    else if (event.key === 'Enter' && event.shiftKey) makeNew()
    else if (
      mode === 'code' &&
      current !== undefined &&
      ((event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ||
        (event.key === ' ' && query === ''))
    ) {
      toggle(current.code.id)
    } else if (event.key === 'Enter') enter()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
  }

  return createPortal(
    <div
      ref={box}
      className="code-picker"
      role="dialog"
      aria-label={t(mode === 'code' ? 'passages.pickerCode' : 'passages.pickerRecode')}
      style={placeOf(anchor)}
      onKeyDown={onKeyDown}
    >
      <input
        autoFocus
        className="code-picker-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={count > 0 ? `${listId}-${active}` : undefined}
        aria-label={t(mode === 'code' ? 'passages.pickerCode' : 'passages.pickerRecode')}
        aria-autocomplete="list"
        placeholder={t('passages.pickerPlaceholder')}
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
      />
      <div
        id={listId}
        className="code-picker-list"
        role="listbox"
        aria-multiselectable={mode === 'code'}
        aria-label={t('passages.pickerList')}
      >
        {found.map((item, index) => (
          <PickerRow
            key={item.code.id}
            id={`${listId}-${index}`}
            item={item}
            index={index}
            isActive={index === active}
            isChosen={chosen.includes(item.code.id)}
            digit={query === '' && index < recent.length ? index + 1 : 0}
            onHover={() => setAt(index)}
            onPick={(isSeveral) =>
              isSeveral && mode === 'code' ? toggle(item.code.id) : pick(index)
            }
          />
        ))}
        {offersNew && (
          <div
            id={`${listId}-${found.length}`}
            data-at={found.length}
            className="code-picker-row"
            role="option"
            aria-selected={active === found.length}
            data-active={active === found.length}
            onPointerMove={() => setAt(found.length)}
            onClick={makeNew}
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            <span className="code-picker-name">{t('passages.pickerNew', { name })}</span>
            <kbd>⇧↵</kbd>
          </div>
        )}
      </div>
      {isReady && count === 0 && <p className="code-picker-none">{t('passages.pickerNone')}</p>}
      <p className="code-picker-help">
        {chosen.length > 0 && <b>{t('passages.pickerChosen', { count: chosen.length })} · </b>}
        {t(mode === 'code' ? 'passages.pickerHelp' : 'passages.pickerHelpRecode')}
      </p>
    </div>,
    document.body,
  )
}

interface RowProps {
  id: string
  item: FoundCode
  index: number
  isActive: boolean
  isChosen: boolean
  digit: number
  onHover: () => void
  onPick: (isSeveral: boolean) => void
}

function PickerRow({ id, item, index, isActive, isChosen, digit, onHover, onPick }: RowProps) {
  return (
    <div
      id={id}
      data-at={index}
      data-active={isActive}
      className="code-picker-row"
      role="option"
      aria-selected={isActive || isChosen}
      onPointerMove={onHover}
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
    >
      {isChosen ? (
        <Check size={14} strokeWidth={2} aria-hidden="true" />
      ) : (
        <CodeMark kind={item.code.kind} hue={item.code.hue} isGroup={false} />
      )}
      <span className="code-picker-name">{item.code.name}</span>
      {item.path !== '' && <span className="code-picker-path">{item.path}</span>}
      {digit > 0 && <kbd>{digit}</kbd>}
    </div>
  )
}

function recentFound(all: readonly FoundCode[], codes: readonly Code[]): FoundCode[] {
  const byId = new Map(all.map((item) => [item.code.id, item]))
  return recentCodes(codes).flatMap((id) => byId.get(id) ?? [])
}

const width = 340
const height = 320

/** Below the words if there is room, otherwise above. */
function placeOf(anchor: Props['anchor']): CSSProperties {
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8))
  const isBelow = anchor.bottom + height + 8 < window.innerHeight || anchor.top < height
  return isBelow
    ? { left, top: Math.max(8, Math.min(anchor.bottom + 6, window.innerHeight - height - 8)) }
    : { left, bottom: window.innerHeight - anchor.top + 6 }
}
