import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { ThingPicker } from '../../work/thing-picker.tsx'
import { CaseLinks } from './case-links.tsx'
import { usePeopleThings } from './people-things.ts'
import { ValueFields } from './value-fields.tsx'

const topics = ['persons', 'sources', 'passages'] as const

/** Who takes part in a source, which cases it belongs to, and its attributes. */
export function SourcePeople({ sourceId, title }: { sourceId: string; title: string }) {
  const t = useT()
  const { persons } = usePeopleThings()
  const grid = useQuery('people.grid', { of: 'sources' }, topics).data
  const speakers = useQuery('sources.speakers', { sourceId }, topics, { sourceId }).data?.items
  const row = grid?.rows.find(({ id }) => id === sourceId)
  if (row === undefined) return null
  const speaking = new Set(speakers?.map(({ personId }) => personId))
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  const others = row.persons.filter((id) => !speaking.has(id))
  const set = (personIds: string[]): void =>
    void act('sources.setParticipants', { sourceId, personIds })
  const make = async (pseudonym: string): Promise<void> => {
    const made = await act('persons.create', { pseudonym })
    if (made) set([...others, made.id])
  }
  return (
    <div className="source-people">
      <h3>{t('people.participants')}</h3>
      {row.persons.length > others.length && (
        <ul className="source-people-speakers" aria-label={t('people.speakersPersons')}>
          {row.persons
            .filter((id) => speaking.has(id))
            .map((id) => (
              <li key={id}>
                <button type="button" onClick={() => select({ type: 'person', id })}>
                  {names.get(id)}
                </button>{' '}
                <span>{t('people.speakersPersons')}</span>
              </li>
            ))}
        </ul>
      )}
      <div title={t('people.participantsHint')}>
        <ThingPicker
          label={`${t('people.participants')}: ${title}`}
          placeholder={t('people.pickPerson')}
          things={persons.filter(({ id }) => !speaking.has(id))}
          value={others}
          onChange={set}
          onCreate={(pseudonym) => void make(pseudonym)}
          onOpen={(id) => select({ type: 'person', id })}
        />
      </div>
      <h3>{t('people.linkedCases')}</h3>
      <CaseLinks of="sourceIds" id={sourceId} name={title} caseIds={row.cases} />
      <ValueFields of="sources" id={sourceId} />
    </div>
  )
}
