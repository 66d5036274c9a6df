import type { Person } from '../../../shared/model/entities.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { InlineEdit, Select } from '../../ui/index.ts'

const nobody = ''
const newPerson = 'new'

/** Who speaks in a source: names corrected or merged, and each linked to a person. */
export function Speakers({ sourceId, isReadOnly }: { sourceId: string; isReadOnly: boolean }) {
  const t = useT()
  const speakers = useQuery('sources.speakers', { sourceId }, ['sources', 'persons', 'passages'], {
    sourceId,
  }).data?.items
  const persons = useQuery('persons.list', {}, ['persons']).data?.items ?? []
  if (speakers === undefined || speakers.length === 0) return null
  const link = async (speaker: string, choice: string): Promise<void> => {
    if (choice !== newPerson) {
      const personId = choice === nobody ? null : choice
      await act('sources.linkSpeaker', { sourceId, speaker, personId })
      return
    }
    const made = await act('persons.create', { pseudonym: speaker })
    if (made !== undefined) {
      await act('sources.linkSpeaker', { sourceId, speaker, personId: made.id })
    }
  }
  return (
    <>
      <h3>{t('sources.card.speakers')}</h3>
      <ul className="speakers" title={t('sources.card.speakersHint')}>
        {speakers.map(({ name, turns, personId }) => (
          <li key={name}>
            <InlineEdit
              className="speakers-name"
              label={t('sources.card.speakerName', { name })}
              value={name}
              isReadOnly={isReadOnly}
              onSave={(to) =>
                to !== '' && void act('sources.renameSpeaker', { sourceId, from: name, to })
              }
            />
            <span className="speakers-turns">{turns}</span>
            <Select
              isQuiet
              disabled={isReadOnly}
              aria-label={t('sources.card.person', { name })}
              value={personId ?? nobody}
              options={personOptions(persons, name)}
              onValue={(choice) => void link(name, choice)}
            />
          </li>
        ))}
      </ul>
    </>
  )

  function personOptions(known: readonly Person[], name: string) {
    return [
      { value: nobody, label: t('sources.card.noPerson') },
      ...known.map(({ id, pseudonym }) => ({ value: id, label: pseudonym })),
      { value: newPerson, label: t('sources.card.newPerson', { name }) },
    ]
  }
}
