import { useState } from 'react'
import { texts } from '../../shared/i18n/index.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { TextInput } from '../ui/index.ts'
import './glossary-view.css'

/** The words of institutional ethnography, each explained in two sentences. */
export function GlossaryView() {
  const t = useT()
  const language = useLanguage()
  const [wanted, setWanted] = useState('')
  const terms = Object.entries(texts[language].glossary.terms)
  const folded = wanted.trim().toLocaleLowerCase(language)
  const shown = terms.filter(([, { term, text }]) =>
    `${term} ${text}`.toLocaleLowerCase(language).includes(folded),
  )
  return (
    <article className="glossary" data-autofocus tabIndex={-1}>
      <h1>{t('glossary.title')}</h1>
      <p className="glossary-lead">{t('glossary.lead')}</p>
      <TextInput
        type="search"
        aria-label={t('glossary.filter')}
        placeholder={t('glossary.filter')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {shown.length === 0 ? (
        <p role="status">{t('glossary.none')}</p>
      ) : (
        <dl>
          {shown.map(([key, { term, text }]) => (
            <div key={key} className="glossary-term">
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
