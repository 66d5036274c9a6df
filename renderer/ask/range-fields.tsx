import { useId, useState } from 'react'
import { readValue } from '../../shared/model/attribute-values.ts'
import { useT } from '../app/i18n.ts'
import { TextInput } from '../ui/index.ts'

const ends = ['from', 'to'] as const

/** From and to, both may be empty: numbers, or dates as 2024, 2024-05 or 2024-05-17. */
export function RangeFields({
  label,
  value,
  isNumber,
  onChange,
}: {
  label: string
  value: unknown
  isNumber: boolean
  onChange: (value: Record<string, unknown> | undefined) => void
}) {
  const t = useT()
  const hintId = useId()
  const given = (value ?? {}) as { from?: unknown; to?: unknown }
  const [written, setWritten] = useState({
    from: String(given.from ?? ''),
    to: String(given.to ?? ''),
  })
  const read = (end: string) => readValue({ type: isNumber ? 'number' : 'date', options: [] }, end)
  const isWrong = ends.some((end) => !read(written[end]).ok)
  const change = (next: typeof written) => {
    setWritten(next)
    const known = ends.flatMap((end) => {
      const answer = read(next[end])
      return answer.ok && answer.value !== null ? [[end, answer.value] as const] : []
    })
    onChange(known.length === 0 ? undefined : Object.fromEntries(known))
  }
  const field = (end: (typeof ends)[number], name: string, placeholder: string) => (
    <TextInput
      aria-label={name}
      aria-describedby={isWrong ? hintId : undefined}
      aria-invalid={!read(written[end]).ok}
      placeholder={placeholder}
      value={written[end]}
      onChange={(event) => change({ ...written, [end]: event.target.value })}
    />
  )
  return (
    <fieldset className="ask-range">
      <legend>{label}</legend>
      {field('from', t('ask.rangeFrom', { label }), isNumber ? '0' : '2024-05')}
      <span aria-hidden>–</span>
      {field('to', t('ask.rangeTo', { label }), isNumber ? '100' : '2024-12')}
      {isWrong && (
        <p id={hintId} className="field-error">
          {t(isNumber ? 'ask.writeNumber' : 'ask.writeDate')}
        </p>
      )}
    </fieldset>
  )
}
