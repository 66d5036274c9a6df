import { Plus } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../app/i18n.ts'
import { codeSearch } from '../../passages/code-search.ts'
import type { FoundCode } from '../../passages/code-search.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { Button, Kbd, TextInput } from '../../ui/index.ts'
import { CodeMark } from '../code-kind-icon.tsx'

const mostShown = 200

interface CodeFinderProps {
  codes: readonly Code[]
  isOffered: (code: Code) => boolean
  label: string
  /** A row is chosen, or none any more; without it, a click confirms. */
  onChoose?: (code: Code | null | undefined) => void
  /** Enter, or a double click. */
  onConfirm: (code: Code | null) => void
  /** A first row for the top level, which gives null. */
  topLabel?: string
  /** Offers to make a code of what is typed, also by Shift+Enter. */
  onNew?: (name: string) => void
  /** Names that a new code cannot have. */
  taken?: readonly string[]
}

/**
 * A search field with the codes that fit below it: arrows choose, Enter confirms. Nothing is chosen
 * before something is typed or an arrow pressed, so that Enter alone does nothing.
 */
export function CodeFinder(props: CodeFinderProps) {
  const { codes, isOffered, label, onChoose, onConfirm, topLabel } = props
  const t = useT()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const search = useMemo(() => codeSearch(codes), [codes])
  const find = (wanted: string) => search.find(wanted).filter(({ code }) => isOffered(code))
  const found = find(query).slice(0, mostShown)
  const options: ReadonlyArray<FoundCode | null> =
    topLabel !== undefined && query.trim() === '' ? [null, ...found] : found
  const active = Math.min(index, options.length - 1)
  const name = query.trim()
  const canMake =
    props.onNew !== undefined &&
    name !== '' &&
    !found.some(({ code }) => isSameName(code.name, name)) &&
    props.taken?.some((other) => isSameName(other, name)) !== true

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (next: number) => {
    setIndex(next)
    const option = options[next]
    if (option !== undefined) onChoose?.(option?.code ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') choose(Math.min(active + 1, options.length - 1))
    else if (event.key === 'ArrowUp') choose(Math.max(active - 1, 0))
    else if (event.key === 'Enter') {
      const option = options[active]
      if (canMake && (options.length === 0 || event.shiftKey)) props.onNew?.(name)
      else if (option !== undefined) onConfirm(option?.code ?? null)
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
          const typed = event.target.value
          const isEmpty = typed.trim() === ''
          setQuery(typed)
          setIndex(isEmpty ? -1 : 0)
          onChoose?.(isEmpty ? undefined : find(typed)[0]?.code)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="code-finder-list" role="listbox" id={listId} ref={list} aria-label={label}>
        {options.map((option, at) => (
          <div
            key={option?.code.id ?? 'top'}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            className={`code-finder-option ${at === active ? 'is-active' : ''}`}
            onClick={() => (onChoose === undefined ? onConfirm(option?.code ?? null) : choose(at))}
            onDoubleClick={() => {
              if (onChoose !== undefined) onConfirm(option?.code ?? null)
            }}
          >
            {option === null ? (
              <span>{topLabel}</span>
            ) : (
              <>
                <CodeMark kind={option.code.kind} hue={option.code.hue} isGroup={false} />
                <span className="code-row-name">{option.code.name}</span>
                <span className="code-finder-path">{option.path}</span>
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
          {t('codes.splitNewTarget', { name })} <Kbd shortcut="Shift+Enter" />
        </Button>
      )}
    </div>
  )
}

function isSameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
