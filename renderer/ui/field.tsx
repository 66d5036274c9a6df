import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useId } from 'react'
import './controls.css'

export interface FieldProps {
  label: string
  /** A sentence below the control. */
  hint?: ReactNode
  error?: string | undefined
  /** Label to the left, as in cards, rather than above. */
  isInline?: boolean
  children: (props: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}

/** Label, control and hint that belong together. */
export function Field({ label, hint, error, isInline, children }: FieldProps) {
  const id = useId()
  const describedBy = hint === undefined && error === undefined ? undefined : `${id}-hint`
  return (
    <div className={isInline === true ? 'field field-inline' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy })}
      {describedBy !== undefined && (
        <div id={describedBy} className={error === undefined ? 'field-hint' : 'field-error'}>
          {error ?? hint}
        </div>
      )}
    </div>
  )
}

export interface TextInputProps extends ComponentPropsWithRef<'input'> {
  isQuiet?: boolean
}

export function TextInput({ className, isQuiet, ...rest }: TextInputProps) {
  const classes = ['text-input', isQuiet === true ? 'text-input-quiet' : '', className ?? '']
  return <input type="text" spellCheck={false} {...rest} className={classes.join(' ').trim()} />
}

export interface SelectOption<V extends string> {
  value: V
  label: string
  /** Heading of those that follow one another under it. */
  group?: string
}

export interface SelectProps<V extends string> extends Omit<
  ComponentPropsWithRef<'select'>,
  'value' | 'onChange'
> {
  value: V
  options: ReadonlyArray<SelectOption<V>>
  onValue: (value: V) => void
  isQuiet?: boolean
}

export function Select<V extends string>({
  value,
  options,
  onValue,
  isQuiet,
  className,
  ...rest
}: SelectProps<V>) {
  const classes = ['select', isQuiet === true ? 'select-quiet' : '', className ?? '']
  return (
    <select
      {...rest}
      className={classes.join(' ').trim()}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen !== undefined) onValue(chosen.value)
      }}
    >
      {runsOf(options).map(({ group, options: run }) => {
        const items = run.map(({ value: own, label }) => (
          <option key={own} value={own}>
            {label}
          </option>
        ))
        if (group === undefined) return items
        return (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        )
      })}
    </select>
  )
}

function runsOf<V extends string>(options: ReadonlyArray<SelectOption<V>>) {
  const runs: { group: string | undefined; options: SelectOption<V>[] }[] = []
  for (const option of options) {
    const run = runs.at(-1)
    if (run && run.group === option.group) run.options.push(option)
    else runs.push({ group: option.group, options: [option] })
  }
  return runs
}
