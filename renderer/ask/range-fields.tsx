import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import { TextInput } from '../ui/index.ts'

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
  onChange: (value: { from?: string | number; to?: string | number } | undefined) => void
}) {
  const t = useT()
  const given = (value ?? {}) as { from?: unknown; to?: unknown }
  const [from, setFrom] = useState(String(given.from ?? ''))
  const [to, setTo] = useState(String(given.to ?? ''))
  const change = (ends: { from: string; to: string }) => {
    const read = (end: string) => {
      if (end.trim() === '') return undefined
      const number = Number(end.replace(',', '.'))
      return isNumber ? (Number.isNaN(number) ? undefined : number) : end.trim()
    }
    const [low, high] = [read(ends.from), read(ends.to)]
    onChange(
      low === undefined && high === undefined
        ? undefined
        : {
            ...(low === undefined ? {} : { from: low }),
            ...(high === undefined ? {} : { to: high }),
          },
    )
  }
  return (
    <fieldset className="ask-range">
      <legend>{label}</legend>
      <TextInput
        aria-label={t('ask.rangeFrom', { label })}
        placeholder={isNumber ? '0' : '2024-05'}
        value={from}
        onChange={(event) => {
          setFrom(event.target.value)
          change({ from: event.target.value, to })
        }}
      />
      <span aria-hidden>–</span>
      <TextInput
        aria-label={t('ask.rangeTo', { label })}
        placeholder={isNumber ? '100' : '2024-12'}
        value={to}
        onChange={(event) => {
          setTo(event.target.value)
          change({ from, to: event.target.value })
        }}
      />
    </fieldset>
  )
}
