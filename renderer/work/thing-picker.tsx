import { Plus, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { findThings, holdsWords } from './thing-search.ts'
import type { PickerThing } from './thing-search.ts'
import './thing-picker.css'

export interface ThingPickerProps {
  /** Says what is picked, and for what. */
  label: string
  things: readonly PickerThing[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** Makes a thing of this name and puts it with the others, in one step. */
  onCreate?: (name: string) => void
  onOpen?: (id: string) => void
  /** One at most. */
  isSingle?: boolean
  placeholder: string
}

const mostShown = 8

/** Things by name, found by a few letters or made on the fly. */
export function ThingPicker(props: ThingPickerProps) {
  const { label, things, value, onChange, onCreate, onOpen, isSingle, placeholder } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const nameById = useMemo(() => new Map(things.map(({ id, name }) => [id, name])), [things])
  const { found, exact } = useMemo(
    () =>
      findThings(
        things.filter(({ id }) => !value.includes(id)),
        words,
      ),
    [things, value, words],
  )
  const shown = found.slice(0, mostShown)
  const isKnown =
    exact !== undefined ||
    value.some((id) => nameById.get(id)?.toLowerCase() === words.trim().toLowerCase())
  const offersNew = onCreate !== undefined && words.trim() !== '' && !isKnown
  // A new name that is merely like a known one is not to become it.
  const isNewFirst = offersNew && !shown.some(({ name }) => holdsWords(name, words))
  const options: readonly (PickerThing | null)[] = !offersNew
    ? shown
    : isNewFirst
      ? [null, ...shown]
      : [...shown, null]
  const count = options.length
  const active = Math.min(at, Math.max(0, count - 1))
  const isListShown = isOpen && count > 0 && !isReadOnly

  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active, isListShown, count])

  const chosen = useRef(value)
  useEffect(() => {
    chosen.current = value
  }, [value])
  const put = (id: string): void => {
    if (isSingle === true) setOpen(false)
    onChange(isSingle === true ? [id] : [...chosen.current, id])
  }
  const add = (id: string): void => {
    setWords('')
    setAt(0)
    put(id)
  }
  const makeNew = (): void => {
    const name = words.trim()
    if (!offersNew) return
    setWords('')
    setAt(0)
    if (isSingle === true) setOpen(false)
    onCreate(name)
  }
  const pick = (index: number): void => {
    const option = options[index]
    if (option === null) makeNew()
    else if (option !== undefined) add(option.id)
  }
  const remove = (id: string): void => {
    onChange(value.filter((other) => other !== id))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return
    const last = value.at(-1)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (isListShown) setAt((active + by + count) % count)
      setOpen(true)
    } else if (event.key === 'Enter' && event.shiftKey && offersNew) makeNew()
    else if (event.key === 'Enter' && isListShown) pick(active)
    else if (event.key === 'Escape' && (isListShown || words !== '')) {
      setOpen(false)
      setWords('')
    } else if (event.key === 'Backspace' && words === '' && last !== undefined) remove(last)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const leave = (): void => {
    setOpen(false)
    if (exact !== undefined) add(exact.id)
    setWords('')
  }
  return (
    <div className="thing-picker">
      {value.map((id) => (
        <span key={id} className="thing-token">
          <button type="button" className="thing-token-name" onClick={() => onOpen?.(id)}>
            {nameById.get(id) ?? '…'}
          </button>
          {!isReadOnly && (
            <button
              type="button"
              className="thing-token-off"
              tabIndex={-1}
              aria-label={t('work.takeOff', { name: nameById.get(id) ?? '' })}
              onClick={() => remove(id)}
            >
              <X size={11} strokeWidth={2} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isReadOnly && (
        <input
          ref={input}
          type="text"
          className={value.length === 0 ? 'thing-input' : 'thing-input is-behind'}
          role="combobox"
          spellCheck={false}
          aria-label={label}
          aria-expanded={isListShown}
          aria-controls={isListShown ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isListShown ? `${listId}-${active}` : undefined}
          placeholder={value.length === 0 ? placeholder : '+'}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
      )}
      {isListShown && (
        <ul
          ref={list}
          id={listId}
          className="thing-list"
          role="listbox"
          aria-label={t('work.found')}
        >
          {options.map((option, index) => (
            <li
              key={option?.id ?? 'new'}
              id={`${listId}-${index}`}
              data-at={index}
              role="option"
              aria-selected={index === active}
              className={index === active ? 'thing-option is-active' : 'thing-option'}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(index)}
              onClick={() => pick(index)}
            >
              {option === null && <Plus size={13} strokeWidth={1.75} aria-hidden />}
              {option?.name ?? t('work.make', { name: words.trim() })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
