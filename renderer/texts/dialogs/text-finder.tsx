import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { TextInput } from '../../ui/index.ts'
import { StatusMark } from '../status-mark.tsx'
import { filterTexts, noTextFilter } from '../text-groups.ts'

interface TextFinderProps {
  texts: readonly InstitutionalText[]
  label: string
  /** The one that is chosen as the list stands. */
  onChoose: (text: InstitutionalText | undefined) => void
  /** Enter, or a double click. */
  onConfirm: (text: InstitutionalText) => void
}

/** A search field with the texts that fit below it: arrows choose, Enter confirms. */
export function TextFinder({ texts, label, onChoose, onConfirm }: TextFinderProps) {
  const t = useT()
  const listId = useId()
  const [words, setWords] = useState('')
  const [index, setIndex] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const found = filterTexts(texts, { ...noTextFilter, words })
  const active = Math.min(index, found.length - 1)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (next: number) => {
    const place = Math.max(0, Math.min(next, found.length - 1))
    setIndex(place)
    onChoose(found[place])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = found[active]
    if (event.key === 'ArrowDown') choose(active + 1)
    else if (event.key === 'ArrowUp') choose(active - 1)
    else if (event.key === 'Enter' && chosen !== undefined) onConfirm(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className="text-finder">
      <TextInput
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={label}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          const first = filterTexts(texts, { ...noTextFilter, words: event.target.value })[0]
          const isAsked = event.target.value.trim() !== ''
          setIndex(isAsked ? 0 : -1)
          onChoose(isAsked ? first : undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="text-finder-list" role="listbox" id={listId} ref={list} aria-label={label}>
        {found.map((text, at) => (
          <div
            key={text.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            className="text-finder-option"
            onClick={() => choose(at)}
            onDoubleClick={() => onConfirm(text)}
          >
            <StatusMark status={text.status} replicable={text.replicable} size={16} />
            <span className="text-finder-title">{text.title}</span>
            <span className="text-finder-more">{text.aliases.join(', ')}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="text-finder-none">{t('texts.mergeNone')}</p>}
    </div>
  )
}
