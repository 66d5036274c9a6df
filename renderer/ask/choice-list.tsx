import { useState } from 'react'
import { useT } from '../app/i18n.ts'

/** Lists longer than this get a filter. */
const longList = 8
const mostShown = 80

/** Several of a list, ticked off; long lists are filtered by typing. */
export function ChoiceList({
  label,
  choices,
  chosen,
  onChange,
}: {
  label: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useT()
  const [filter, setFilter] = useState('')
  if (choices.length === 0) return null
  const wanted = filter.trim().toLocaleLowerCase()
  const shown = choices
    .filter(
      ({ value, label: name }) =>
        chosen.includes(value) || name.toLocaleLowerCase().includes(wanted),
    )
    .sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
    .slice(0, Math.max(mostShown, chosen.length))
  return (
    <fieldset className="ask-choices">
      <legend>{label}</legend>
      {choices.length > longList && (
        <input
          type="search"
          className="text-input"
          aria-label={t('ask.filter', { label })}
          placeholder={t('ask.filterPlaceholder')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <div className="ask-choices-list">
        {shown.map(({ value, label: name }) => (
          <label key={value} className="ask-check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, value]
                    : chosen.filter((each) => each !== value),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
