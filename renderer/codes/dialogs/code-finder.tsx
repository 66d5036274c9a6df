import { Plus } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../app/i18n.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { Button, TextInput } from '../../ui/index.ts'
import { CodeMark } from '../code-kind-icon.tsx'
import { ancestorsOf } from '../tree/code-forest.ts'
import type { CodeForest } from '../tree/code-forest.ts'
import { codeFinder } from './find-codes.ts'

interface CodeFinderProps {
  codes: readonly Code[]
  forest: CodeForest
  label: string
  chosenId: string | null
  onChoose: (code: Code | null) => void
  /** Enter on the chosen row. */
  onConfirm: (code: Code | null) => void
  /** A first row for the top level, which gives null. */
  topLabel?: string
  /** Offers to make a code of what is typed. */
  onNew?: (name: string) => void
}

/** A search field with the codes that fit below it: arrows choose, Enter confirms. */
export function CodeFinder(props: CodeFinderProps) {
  const { codes, forest, label, chosenId, onChoose, onConfirm, topLabel } = props
  const t = useT()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const find = useMemo(() => codeFinder(codes), [codes])
  const found = useMemo(() => find(query).slice(0, 200), [find, query])
  const options: ReadonlyArray<Code | null> =
    topLabel !== undefined && query.trim() === '' ? [null, ...found] : found
  const active = Math.min(index, options.length - 1)
  const name = query.trim()
  const canMake =
    props.onNew !== undefined && name !== '' && !found.some((code) => isSameName(code.name, name))

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (next: number) => {
    setIndex(next)
    const option = options[next]
    if (option !== undefined) onChoose(option)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') choose(Math.min(active + 1, options.length - 1))
    else if (event.key === 'ArrowUp') choose(Math.max(active - 1, 0))
    else if (event.key === 'Enter') {
      const option = options[active]
      if (canMake && options.length === 0) props.onNew?.(name)
      else if (option !== undefined) onConfirm(option)
    } else return
    event.preventDefault()
  }

  return (
    <div className="code-finder">
      <TextInput
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={t('codes.chooseTarget')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setIndex(0)
          const first = find(event.target.value)[0]
          if (first !== undefined && event.target.value.trim() !== '') onChoose(first)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="code-finder-list" role="listbox" id={listId} ref={list} aria-label={label}>
        {options.map((option, at) => (
          <div
            key={option?.id ?? 'top'}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={(option?.id ?? null) === chosenId && at === active}
            className={`code-finder-option ${at === active ? 'is-active' : ''}`}
            onClick={() => choose(at)}
            onDoubleClick={() => onConfirm(option)}
          >
            {option === null ? (
              <span>{topLabel}</span>
            ) : (
              <>
                <CodeMark kind={option.kind} hue={option.hue} isGroup={false} />
                <span className="code-row-name">{option.name}</span>
                <span className="code-finder-path">
                  {ancestorsOf(forest, option.id)
                    .map((code) => code.name)
                    .join(' › ')}
                </span>
              </>
            )}
          </div>
        ))}
      </div>
      {options.length === 0 && props.onNew === undefined && (
        <p className="code-finder-none">{t('codes.noTarget')}</p>
      )}
      {canMake && (
        <Button size="small" icon={Plus} onClick={() => props.onNew?.(name)}>
          {t('codes.splitNewTarget', { name })}
        </Button>
      )}
    </div>
  )
}

function isSameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
