import { Plus } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../app/i18n.ts'
import { choiceSearch } from './choice-search.ts'
import { letters } from './index-form.ts'
import type { Answer, Choice, Row } from './index-form.ts'

export interface RowEditorProps {
  row: Row
  /** What was put there before. */
  answer: Answer | undefined
  onTake: (answer: Answer | undefined, goesOn: 'next' | 'done' | 'stay') => void
  onBack: () => void
  onType: () => void
}

/** The row that is being answered. */
export function RowEditor(props: RowEditorProps) {
  return props.row.kind === 'words' ? (
    <WordsRow {...props} row={props.row} />
  ) : (
    <ListRow {...props} row={props.row} />
  )
}

/** How a key that ends an answer goes on. */
function goingOn(event: KeyboardEvent): 'next' | 'done' | 'back' | undefined {
  if (event.nativeEvent.isComposing) return undefined
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? 'done' : 'next'
  if (event.key === 'Tab') return event.shiftKey ? 'back' : 'next'
  return undefined
}

type WordsRowOf = Extract<Row, { kind: 'words' }>

function WordsRow({ row, answer, onTake, onBack, onType }: RowEditorProps & { row: WordsRowOf }) {
  const [words, setWords] = useState(answer?.value ?? row.preset?.value ?? '')
  const id = useId()
  const given = (): Answer | undefined => {
    const value = words.trim()
    return value === '' && row.isRequired === true ? undefined : { value, label: value }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = goingOn(event)
    if (way === undefined) return
    event.preventDefault()
    onTake(given(), way === 'back' ? 'stay' : way)
    if (way === 'back') onBack()
  }
  return (
    <div className="index-popover-row">
      <label className="index-popover-label" htmlFor={id}>
        {row.label}
      </label>
      <input
        id={id}
        autoFocus
        className="index-popover-input"
        placeholder={row.placeholder}
        spellCheck={false}
        value={words}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={() => onTake(given(), 'stay')}
        onChange={(event) => {
          onType()
          setWords(event.target.value)
        }}
      />
    </div>
  )
}

type ListRowOf = Exclude<Row, WordsRowOf>
interface Line {
  answer: Answer
  choice?: Choice
}
const shownMost = 60

function ListRow({ row, answer, onTake, onBack, onType }: RowEditorProps & { row: ListRowOf }) {
  const t = useT()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const isTyped = row.kind === 'choose'
  const search = useMemo(() => choiceSearch(row.choices), [row.choices])
  const keys = useMemo(() => (isTyped ? [] : letters(row.choices)), [isTyped, row.choices])
  const none = row.none
  const before = answer ?? row.preset
  const makesNew = row.kind === 'choose' && row.makesNew === true
  const lines = useMemo(() => {
    const name = query.trim()
    const found = search(query)
      .slice(0, shownMost)
      .map((choice): Line => ({ answer: { value: choice.id, label: choice.label }, choice }))
    const isKnown = found.some(({ answer: { label } }) => isSame(label, name))
    const fresh = makesNew && name !== '' && !isKnown
    const anew = before?.isNew === true && name === ''
    return [
      ...(none !== undefined && name === '' ? [{ answer: { value: '', label: none } }] : []),
      ...(anew ? [{ answer: before }] : []),
      ...found,
      ...(fresh ? [{ answer: { value: '', label: name, isNew: true } }] : []),
    ] as Line[]
  }, [search, query, none, makesNew, before])
  const preset = lines.findIndex(
    (line) =>
      before !== undefined &&
      line.answer.value === before.value &&
      (line.answer.isNew ?? false) === (before.isNew ?? false),
  )
  const first = query === '' ? Math.max(0, preset) : 0
  const active = Math.min(at ?? first, Math.max(0, lines.length - 1))

  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const count = Math.max(1, lines.length)
    const way = goingOn(event)
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const named = isPlain ? keys.indexOf(event.key.toLocaleLowerCase()) : -1
    const numbered = isTyped && query === '' && isPlain && /^[1-9]$/.test(event.key)
    const fresh = lines.find((line) => line.answer.isNew === true)
    if (way === 'back') onBack()
    else if (event.key === 'Enter' && event.shiftKey && fresh !== undefined)
      onTake(fresh.answer, 'next')
    else if (way !== undefined) onTake(lines[active]?.answer, way)
    else if (event.key === 'ArrowDown') setAt((active + 1) % count)
    else if (event.key === 'ArrowUp') setAt((active - 1 + count) % count)
    else if (event.key === 'Backspace' && query === '') onBack()
    else if (!isTyped && named !== -1) {
      const choice = row.choices[named]
      if (choice !== undefined) onTake({ value: choice.id, label: choice.label }, 'next')
    } else if (numbered && row.choices.length < 10) {
      const choice = row.choices[Number(event.key) - 1]
      if (choice !== undefined) onTake({ value: choice.id, label: choice.label }, 'next')
    } else return
    event.preventDefault()
  }

  return (
    <div className="index-popover-row is-list">
      <label className="index-popover-label" htmlFor={`${listId}-input`}>
        {row.label}
      </label>
      <input
        id={`${listId}-input`}
        autoFocus
        className="index-popover-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete={isTyped ? 'list' : 'none'}
        aria-activedescendant={lines.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={row.kind === 'choose' ? row.placeholder : t('indexing.place.pick')}
        readOnly={!isTyped}
        spellCheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onType()
          setQuery(event.target.value)
          setAt(null)
        }}
      />
      {lines.length === 0 ? (
        <p className="index-popover-none">{t('indexing.nothingFits')}</p>
      ) : (
        <div
          ref={list}
          id={listId}
          className="index-popover-list"
          role="listbox"
          aria-label={t('indexing.choices')}
        >
          {lines.map((line, index) => (
            <div
              key={line.choice?.id ?? (line.answer.isNew === true ? 'new' : 'none')}
              id={`${listId}-${index}`}
              data-at={index}
              data-active={index === active}
              className="index-popover-choice"
              role="option"
              aria-selected={index === active}
              onPointerMove={() => setAt(index)}
              onClick={() => onTake(line.answer, 'next')}
            >
              {line.answer.isNew === true && <Plus size={14} strokeWidth={1.75} aria-hidden />}
              <span className="index-popover-name">
                {line.answer.isNew === true
                  ? t('indexing.makeNew', { name: line.answer.label })
                  : line.answer.label}
              </span>
              {line.choice?.detail !== undefined && (
                <span className="index-popover-detail">{line.choice.detail}</span>
              )}
              <Key line={line} row={row} keys={keys} isNumbered={isTyped && query === ''} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

interface KeyProps {
  line: Line
  row: ListRowOf
  keys: readonly string[]
  isNumbered: boolean
}

function Key({ line, row, keys, isNumbered }: KeyProps) {
  if (line.answer.isNew === true) return <kbd>⇧↵</kbd>
  const index = line.choice === undefined ? -1 : row.choices.indexOf(line.choice)
  if (index === -1) return null
  const key = row.kind === 'pick' ? keys[index]?.toLocaleUpperCase() : String(index + 1)
  if (key === undefined || key === '') return null
  if (row.kind === 'choose' && (!isNumbered || row.choices.length > 9)) return null
  return <kbd>{key}</kbd>
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
