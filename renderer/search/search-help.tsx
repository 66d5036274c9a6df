import { useT } from '../app/i18n.ts'

const examples = [
  'word',
  'phrase',
  'beginning',
  'wildcard',
  'or',
  'not',
  'near',
  'brackets',
  'loose',
  'regex',
] as const

/** The query language by examples. */
export function SearchHelp() {
  const t = useT()
  return (
    <dl className="search-help" aria-label={t('search.help.title')}>
      {examples.map((name) => (
        <div key={name}>
          <dt>
            <code>{t(`search.help.${name}`)}</code>
          </dt>
          <dd>{t(`search.help.${name}Means`)}</dd>
        </div>
      ))}
    </dl>
  )
}
