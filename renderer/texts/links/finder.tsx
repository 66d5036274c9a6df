import Fuse from 'fuse.js'
import { Plus } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '../../ui/index.ts'
import './finder.css'

export interface FinderOption {
  key: string
  label: string
  /** Small print after the label. */
  detail?: string
  otherNames?: readonly string[]
}

interface Props {
  label: string
  placeholder: string
  options: readonly FinderOption[]
  onPick: (key: string) => void
  /** Label of a last row that makes something of what is typed. */
  newLabel?: (name: string) => string
  onNew?: (name: string) => void
  onClose: () => void
}

const mostShown = 60

/** A field with what fits below it, by a few letters: arrows choose, Enter takes, Escape gives up. */
export function Finder(props: Props) {
  const { label, placeholder, options, onPick, newLabel, onNew, onClose } = props
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const fuse = useMemo(
    () =>
      new Fuse(options, {
        keys: [
          { name: 'label', weight: 2 },
          { name: 'otherNames', weight: 1 },
        ],
        threshold: 0.35,
        ignoreLocation: true,
      }),
    [options],
  )
  const name = query.trim()
  const found = useMemo(
    () => (name === '' ? options : fuse.search(name).map(({ item }) => item)).slice(0, mostShown),
    [fuse, name, options],
  )
  const isKnown = options.some((option) => isSame(option.label, name))
  const canMake = onNew !== undefined && name !== '' && !isKnown
  const count = found.length + (canMake ? 1 : 0)
  const active = Math.min(at, count - 1)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const take = (index: number): void => {
    const option = found[index]
    if (option !== undefined) onPick(option.key)
    else if (canMake) onNew(name)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, count - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter') take(event.shiftKey && canMake ? found.length : active)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="finder">
      <TextInput
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} className="finder-list" role="listbox" aria-label={label}>
        {found.map((option, index) => (
          <div
            key={option.key}
            id={`${listId}-${index}`}
            className="finder-row"
            role="option"
            aria-selected={index === active}
            onPointerMove={() => setAt(index)}
            onClick={() => take(index)}
          >
            <span className="finder-name">{option.label}</span>
            {option.detail !== undefined && <span className="finder-detail">{option.detail}</span>}
          </div>
        ))}
        {canMake && (
          <div
            id={`${listId}-${found.length}`}
            className="finder-row"
            role="option"
            aria-selected={active === found.length}
            onPointerMove={() => setAt(found.length)}
            onClick={() => onNew(name)}
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            <span className="finder-name">{newLabel?.(name) ?? name}</span>
            <kbd className="kbd">⇧↵</kbd>
          </div>
        )}
      </div>
    </div>
  )
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
