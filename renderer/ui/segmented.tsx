import './controls.css'

export interface SegmentedProps<V extends string> {
  label: string
  value: V
  options: ReadonlyArray<{ value: V; label: string }>
  onValue: (value: V) => void
}

/** A few choices beside one another, of which one is taken. */
export function Segmented<V extends string>({ label, value, options, onValue }: SegmentedProps<V>) {
  const step = (by: number): void => {
    const index = options.findIndex((option) => option.value === value)
    const next = options[(index + by + options.length) % options.length]
    if (next !== undefined) onValue(next.value)
  }
  return (
    <div
      className="segmented"
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        step(by)
        const radios = event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')
        const index = options.findIndex((option) => option.value === value)
        radios[(index + by + options.length) % options.length]?.focus()
      }}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className="segmented-option"
          onClick={() => onValue(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
