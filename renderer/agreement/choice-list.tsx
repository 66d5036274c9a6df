import { useState } from 'react'
import { useLanguage, useT } from '../app/i18n.ts'
import { TextInput } from '../ui/index.ts'

interface Props {
  label: string
  /** What it says when nothing is left out. */
  allLabel: string
  filterLabel: string
  items: ReadonlyArray<{ id: string; name: string }>
  /** null: all of them. */
  chosen: readonly string[] | null
  onChosen: (chosen: string[] | null) => void
}

/** Some of many things, or all of them; closed until one looks into it. */
export function ChoiceList({ label, allLabel, filterLabel, items, chosen, onChosen }: Props) {
  const t = useT()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLocaleLowerCase(language)
  const shown = items.filter(({ name }) => name.toLocaleLowerCase(language).includes(wanted))
  const count = chosen?.length ?? 0
  const toggle = (id: string): void => {
    const next = (chosen ?? []).includes(id)
      ? (chosen ?? []).filter((each) => each !== id)
      : [...(chosen ?? []), id]
    onChosen(next.length === 0 ? null : next)
  }
  return (
    <details className="agreement-list">
      <summary>
        <span className="field-label">{label}</span>
        <span className="agreement-chosen">
          {count === 0 ? allLabel : t('agreement.chosen', { count })}
        </span>
      </summary>
      {items.length > 8 && (
        <TextInput
          type="search"
          aria-label={filterLabel}
          placeholder={filterLabel}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <fieldset className="agreement-choice agreement-scroll">
        <legend className="agreement-hidden">{label}</legend>
        <label className="agreement-check">
          <input type="checkbox" checked={count === 0} onChange={() => onChosen(null)} />
          <span>{t('agreement.chooseAll')}</span>
        </label>
        {shown.map(({ id, name }) => (
          <label key={id} className="agreement-check">
            <input
              type="checkbox"
              checked={chosen?.includes(id) === true}
              onChange={() => toggle(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
