import { Dialog as Base } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { CodeDot, Kbd } from '../../ui/index.ts'
import { allActions } from '../actions.ts'
import { closeDialog } from '../dialogs.ts'
import { useQuery } from '../engine-client.ts'
import { useT } from '../i18n.ts'
import { paletteIndex } from './palette-index.ts'
import { paletteItems } from './palette-items.ts'
import type { PaletteItem } from './palette-items.ts'
import { thingTopics } from './thing-items.ts'
import './palette.css'

export function Palette() {
  const t = useT()
  const id = useId()
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data
  const codes = useQuery('codes.list', {}, ['codes', 'passages']).data
  const things = useQuery('project.names', {}, thingTopics).data
  const memos = useQuery('memos.list', {}, ['memos']).data
  const index = useMemo(
    () =>
      paletteIndex(
        paletteItems(
          allActions(),
          sources?.items ?? [],
          codes?.items ?? [],
          things?.items ?? [],
          memos?.items ?? [],
        ),
      ),
    [sources, codes, things, memos],
  )
  const found = useMemo(() => index(query), [index, query])
  const chosen = found[Math.min(place, found.length - 1)]
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const perform = (item: PaletteItem | undefined, beside: boolean): void => {
    if (item === undefined) return
    closeDialog()
    // The dialog gives the focus back first, so that an act that moves it has the last word.
    setTimeout(() => item.perform(beside), 0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const last = found.length - 1
      const isJump = Math.abs(step) > 1
      const next = Math.min(place, last) + step
      setPlace(isJump ? Math.max(0, Math.min(last, next)) : (next + last + 1) % (last + 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      perform(chosen, event.ctrlKey || event.metaKey)
    }
  }
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && closeDialog()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop palette-backdrop" />
        <Base.Popup className="palette" initialFocus={input} aria-label={t('app.palette.title')}>
          <div className="palette-field">
            <Search size={16} strokeWidth={1.75} aria-hidden />
            <input
              ref={input}
              className="palette-input"
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.key}`}
              aria-label={t('app.palette.placeholder')}
              placeholder={t('app.palette.placeholder')}
              value={query}
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.target.value)
                setPlace(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            className="palette-list"
            role="listbox"
            aria-label={t('app.palette.title')}
          >
            {found.map((item, itemIndex) => (
              <PaletteLine
                key={`${item.group}:${item.key}`}
                id={`${id}-${item.key}`}
                item={item}
                isChosen={item === chosen}
                heading={found[itemIndex - 1]?.group === item.group ? undefined : item.group}
                onPoint={() => setPlace(itemIndex)}
                onPerform={(beside) => perform(item, beside)}
              />
            ))}
          </div>
          <div className="visually-hidden" role="status">
            {t('app.palette.results', { count: found.length })}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

interface LineProps {
  id: string
  item: PaletteItem
  isChosen: boolean
  heading: PaletteItem['group'] | undefined
  onPoint: () => void
  onPerform: (beside: boolean) => void
}

function PaletteLine({ id, item, isChosen, heading, onPoint, onPerform }: LineProps) {
  const t = useT()
  const Icon = item.icon
  return (
    <>
      {heading !== undefined && (
        <div className="palette-heading" role="presentation">
          {t(`app.palette.${heading}`)}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={isChosen}
        className="palette-line"
        onPointerMove={onPoint}
        onClick={(event) => onPerform(event.ctrlKey || event.metaKey)}
      >
        <span className="palette-mark">
          {item.hue !== undefined ? (
            <CodeDot hue={item.hue} />
          ) : (
            Icon !== undefined && <Icon size={16} strokeWidth={1.75} aria-hidden />
          )}
        </span>
        <span className="palette-label">{item.label}</span>
        {item.detail !== '' && <span className="palette-detail">{item.detail}</span>}
        {item.shortcut !== undefined && <Kbd shortcut={item.shortcut} />}
      </div>
    </>
  )
}
