import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { openView } from '../../app/workspace.ts'
import { InlineEdit } from '../../ui/index.ts'
import '../../work/work-cards.css'
import { CaseLinks } from './case-links.tsx'
import { usePeopleThings } from './people-things.ts'
import { ValueFields } from './value-fields.tsx'

/** A person in the inspector: what is known of them, and where they take part. */
export function PersonCard({ personId }: { personId: string }) {
  const t = useT()
  const { sources } = usePeopleThings()
  const topics = ['persons', 'sources', 'passages'] as const
  const grid = useQuery('people.grid', { of: 'persons' }, topics).data
  const person = grid?.rows.find(({ id }) => id === personId)
  if (person === undefined) return null
  const titles = new Map(sources.map(({ id, name }) => [id, name]))
  return (
    <article className="work-card" aria-label={person.name}>
      <p className="work-card-kind">{t('people.person')}</p>
      <h3 className="visually-hidden">{person.name}</h3>
      <InlineEdit
        key={personId}
        isWrapping
        className="work-card-name"
        label={t('people.pseudonym')}
        value={person.name}
        onSave={(pseudonym) =>
          pseudonym !== '' && void act('persons.update', { personId, pseudonym })
        }
      />
      <InlineEdit
        key={`role-${personId}`}
        label={t('people.role')}
        placeholder={t('people.rolePlaceholder')}
        value={person.detail}
        onSave={(role) => void act('persons.update', { personId, role })}
      />
      <ValueFields of="persons" id={personId} />
      <h4>{t('people.linkedCases')}</h4>
      <CaseLinks of="personIds" id={personId} name={person.name} caseIds={person.cases} />
      <h4>{t('people.linkedSources')}</h4>
      {person.sources.length === 0 ? (
        <p className="work-card-none">{t('people.inNoSource')}</p>
      ) : (
        <ul className="work-uses">
          {person.sources.map((id) => (
            <li key={id}>
              <button type="button" onClick={() => openView({ type: 'source', id })}>
                {titles.get(id)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
