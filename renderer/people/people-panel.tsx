import { Handshake, Table2, UserPlus, Users } from 'lucide-react'
import type { Person } from '../../shared/model/entities.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, DeleteButton, EmptyState, IconButton, InlineEdit } from '../ui/index.ts'
import { focusField } from '../work/focus-field.ts'
import './people.css'

/** The people of the study by pseudonym, edited where they stand. */
export function PeoplePanel() {
  const t = useT()
  const { readOnly } = useProject()
  const people = useQuery('persons.list', {}, ['persons']).data?.items
  const add = async (): Promise<void> => {
    const made = await act('persons.create', { pseudonym: t('people.newName') })
    if (made !== undefined) focusField(`#person-${made.id} input`)
  }
  return (
    <>
      <div className="panel-head">
        <h2>{t('people.title')}</h2>
        <div className="panel-tools">
          <IconButton
            icon={Handshake}
            size="small"
            label={t('app.actions.meeting')}
            onClick={() => openView({ type: 'meeting' })}
          />
          <IconButton
            icon={Table2}
            size="small"
            label={t('people.openGrid')}
            onClick={() => openView({ type: 'people' })}
          />
          <IconButton
            icon={UserPlus}
            size="small"
            label={t('people.add')}
            disabled={readOnly}
            onClick={() => void add()}
          />
        </div>
      </div>
      {people?.length === 0 && (
        <EmptyState
          icon={Users}
          title={t('people.emptyTitle')}
          actions={
            <Button disabled={readOnly} icon={UserPlus} onClick={() => void add()}>
              {t('people.add')}
            </Button>
          }
        >
          {t('people.emptyText')}
        </EmptyState>
      )}
      {people !== undefined && people.length > 0 && (
        <ul className="people" aria-label={t('people.list')}>
          {people?.map((person) => (
            <PersonRow key={person.id} person={person} isReadOnly={readOnly} />
          ))}
        </ul>
      )}
    </>
  )
}

function PersonRow({ person, isReadOnly }: { person: Person; isReadOnly: boolean }) {
  const t = useT()
  const remove = async (): Promise<void> => {
    const done = await act('persons.delete', { personId: person.id })
    if (done !== undefined) toastWithUndo(t('people.deleted', { name: person.pseudonym }))
  }
  return (
    <li id={`person-${person.id}`} className="person">
      <div className="person-fields">
        <InlineEdit
          className="person-name"
          label={`${t('people.pseudonym')}: ${person.pseudonym}`}
          value={person.pseudonym}
          isReadOnly={isReadOnly}
          onSave={(pseudonym) =>
            pseudonym !== '' && void act('persons.update', { personId: person.id, pseudonym })
          }
        />
        <InlineEdit
          className="person-role"
          label={`${t('people.role')}: ${person.pseudonym}`}
          value={person.role}
          placeholder={t('people.rolePlaceholder')}
          isReadOnly={isReadOnly}
          onSave={(role) => void act('persons.update', { personId: person.id, role })}
        />
      </div>
      <DeleteButton
        size="small"
        className="person-delete"
        label={`${t('ui.delete')}: ${person.pseudonym}`}
        noTooltip
        disabled={isReadOnly}
        onClick={() => void remove()}
      />
    </li>
  )
}
