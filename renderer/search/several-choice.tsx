import { useId, useRef, useState } from 'react'
import { ChoiceList } from '../ask/choice-list.tsx'

/** A field for any of several: what is chosen stands in it, the list opens below it. */
export function SeveralChoice({
  label,
  none,
  choices,
  chosen,
  onChange,
}: {
  label: string
  /** What stands there while nothing is chosen. */
  none: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  if (choices.length === 0) return null
  const names = choices.filter(({ value }) => chosen.includes(value)).map((each) => each.label)
  return (
    <div
      className="field several"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <span id={`${id}-label`} className="field-label">
        {label}
      </span>
      <button
        ref={button}
        id={id}
        type="button"
        className="select"
        aria-labelledby={`${id}-label ${id}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {names.length === 0 ? none : names.join(', ')}
      </button>
      {isOpen && (
        <div id={`${id}-list`} className="several-list" tabIndex={-1}>
          <ChoiceList {...{ label, choices, chosen, onChange }} />
        </div>
      )}
    </div>
  )
}
