import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

interface NameInputProps {
  label: string
  placeholder?: string
  initial: string
  /** Gives false when the name was refused; then it stays to be corrected. */
  onSave: (name: string) => Promise<boolean> | boolean
  onCancel: () => void
}

/** A name typed in place: Enter or leaving the field saves, Escape gives up. */
export function NameInput({ label, placeholder, initial, onSave, onCancel }: NameInputProps) {
  const [name, setName] = useState(initial)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const finish = async () => {
    if (isDone.current) return
    const trimmed = name.trim()
    isDone.current = true
    if (trimmed === '' || trimmed === initial) {
      onCancel()
      return
    }
    if (!(await onSave(trimmed))) {
      isDone.current = false
      field.current?.focus()
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void finish()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      onCancel()
    }
  }

  return (
    <input
      ref={field}
      className="name-input"
      aria-label={label}
      placeholder={placeholder}
      value={name}
      maxLength={200}
      spellCheck={false}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void finish()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
