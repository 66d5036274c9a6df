import { Select } from '../ui/index.ts'
import type { SelectOption } from '../ui/index.ts'

interface Props {
  label: string
  value: string
  options: ReadonlyArray<SelectOption<string>>
  onValue: (value: string) => void
}

/** One choice among a few, named for those who hear it; the first says that all are let through. */
export function FilterSelect({ label, value, options, onValue }: Props) {
  return (
    <Select
      className="pair-filter"
      aria-label={label}
      title={label}
      value={options.some((option) => option.value === value) ? value : (options[0]?.value ?? '')}
      options={options}
      onValue={onValue}
    />
  )
}
