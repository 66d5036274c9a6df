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
  isShownEmpty = false,
}: {
  label: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** Says that there is nothing to choose, rather than leave the list out. */
  isShownEmpty?: boolean
}) {
  const t = useT()
  const [filter, setFilter] = useState('')
  // What was chosen when it opened comes first; a line that is ticked stays where it is.
  const [first] = useState(chosen)
  if (choices.length === 0)
    return isShownEmpty ? (
      <div className="ask-choices">
        <p className="field-label">{label}</p>
        <p className="ask-none">{t('ask.noneToChoose')}</p>
      </div>
    ) : null
  const wanted = filter.trim().toLocaleLowerCase()
  const shown = choices
    .filter(
      ({ value, label: name }) =>
        chosen.includes(value) || name.toLocaleLowerCase().includes(wanted),
    )
    .sort((a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)))
    .filter(({ value }, index) => index < mostShown || chosen.includes(value))
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
