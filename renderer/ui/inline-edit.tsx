import { useRef, useState } from 'react'
import { useIsReadOnly } from '../app/session.ts'
import './controls.css'

export interface InlineEditProps {
  value: string
  label: string
  onSave: (value: string) => void
  placeholder?: string
  /** Several lines; Enter makes a new line, leaving saves. */
  isLong?: boolean
  /** One paragraph that takes as many lines as it needs: Enter saves. */
  isWrapping?: boolean
  /** Unless given: whether the project is open to read only. */
  isReadOnly?: boolean
  className?: string
  /** Offered below the field while writing. */
  suggestions?: readonly string[]
  /** -1 in lists in which the row takes the focus. */
  tabIndex?: number
}

/** Text that is edited where it stands: saved on Enter or on leaving, given up with Escape. */
export function InlineEdit(props: InlineEditProps) {
  const { value, label, onSave, placeholder, isLong, isWrapping, className, suggestions } = props
  const isProjectReadOnly = useIsReadOnly()
  const isReadOnly = props.isReadOnly ?? isProjectReadOnly
  const [draft, setDraft] = useState<string | null>(null)
  const isGivenUp = useRef(false)
  const listId = `list-${label.replace(/\W+/g, '-')}`
  const shared = {
    'aria-label': label,
    placeholder,
    readOnly: isReadOnly,
    ...(props.tabIndex === undefined ? {} : { tabIndex: props.tabIndex }),
    value: draft ?? value,
    className: [
      'inline-edit',
      isLong === true ? 'inline-edit-long' : '',
      isWrapping === true ? 'inline-edit-wrapping' : '',
      className ?? '',
    ]
      .join(' ')
      .trim(),
    onFocus: () => {
      isGivenUp.current = false
      setDraft(value)
    },
    onBlur: () => {
      const next = draft?.trim()
      setDraft(null)
      if (!isGivenUp.current && next !== undefined && next !== value) onSave(next)
    },
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    // Keys that an input method takes are none of the field's.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      isGivenUp.current = true
      event.currentTarget.blur()
    } else if (event.key === 'Enter' && (isLong !== true || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.blur()
    }
  }
  if (isLong === true || isWrapping === true) {
    return (
      <textarea
        {...shared}
        rows={isLong === true ? 2 : 1}
        onKeyDown={onKeyDown}
        onChange={(event) => setDraft(event.target.value)}
      />
    )
  }
  return (
    <>
      <input
        type="text"
        {...shared}
        list={suggestions === undefined || suggestions.length === 0 ? undefined : listId}
        onKeyDown={onKeyDown}
        onChange={(event) => setDraft(event.target.value)}
      />
      {suggestions !== undefined && suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  )
}
