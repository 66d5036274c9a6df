import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../app/i18n.ts'
import { fits, optionsOf } from './cell-acts.ts'
import type { GridColumn } from './grid-columns.ts'

interface CellEditorProps {
  column: GridColumn
  isCase: boolean
  label: string
  initial: string
  /** Editing began with a letter, which the next ones follow. */
  isTyped: boolean
  /** `move`: where the focus goes then, in rows and columns. */
  onSave: (typed: string, move: readonly [down: number, right: number], isNew: boolean) => void
  onCancel: () => void
}

/** A cell while it is written in. What is not of the type stays, marked, until it is corrected. */
export function CellEditor(props: CellEditorProps) {
  const { column, isCase, label, initial, isTyped, onSave, onCancel } = props
  const t = useT()
  const id = useId()
  const [typed, setTyped] = useState(initial)
  const [isRefused, setRefused] = useState(false)
  const isDone = useRef(false)
  const options = optionsOf(column, isCase)
  const { attribute } = column
  const save = (move: readonly [number, number], isNew = false): void => {
    const isKnown = isCase && column.key === 'detail' ? options?.includes(typed.trim()) : true
    if (!isNew && (!fits(column, typed) || isKnown === false)) {
      setRefused(true)
      return
    }
    isDone.current = true
    onSave(typed, move, isNew)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') save([event.shiftKey ? -1 : 1, 0])
    else if (event.key === 'Tab' && !isRefused) save([0, event.shiftKey ? -1 : 1])
    else if (event.key === 'Escape') {
      isDone.current = true
      onCancel()
    } else return
    event.preventDefault()
  }
  return (
    <div
      className="people-editor"
      onBlur={(event) => {
        if (isDone.current || event.currentTarget.contains(event.relatedTarget)) return
        if (fits(column, typed)) save([0, 0])
        else onCancel()
      }}
    >
      <input
        autoFocus
        type="text"
        spellCheck={false}
        aria-label={label}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}-why` : undefined}
        list={options === null ? undefined : `${id}-options`}
        value={typed}
        onFocus={(event) => isTyped || event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(false)
        }}
        onKeyDown={onKeyDown}
      />
      {options !== null && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {isRefused && (
        <div className="people-refused" role="alert">
          <p id={`${id}-why`}>
            {attribute?.type === 'choice'
              ? t('people.notOption', { value: typed, name: attribute.name })
              : t(`people.refused.${attribute?.type ?? 'choice'}`, { value: typed })}
          </p>
          {attribute?.type === 'choice' && (
            <button type="button" className="finding-link" onClick={() => save([0, 0], true)}>
              {t('people.addOption', { value: typed.trim() })}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
