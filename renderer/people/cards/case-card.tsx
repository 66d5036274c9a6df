import { Trash2, X } from 'lucide-react'
import { AddInHand } from '../../analysis/add-in-hand.tsx'
import { caseKinds } from '../../../shared/model/kinds.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import { Button, IconButton, InlineEdit, Select } from '../../ui/index.ts'
import { ThingPicker } from '../../work/thing-picker.tsx'
import '../../work/work-cards.css'
import { difference, usePeopleThings } from './people-things.ts'
import { ValueFields } from './value-fields.tsx'

const topics = ['persons', 'sources', 'passages'] as const

/** A case in the inspector: what it is, and the persons, sources and passages that belong to it. */
export function CaseCard({ caseId }: { caseId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const things = usePeopleThings()
  const found = useQuery('cases.list', {}, topics).data?.items.find(({ id }) => id === caseId)
  const passages = useQuery('cases.passages', found ? { caseId } : null, topics).data?.items ?? []
  if (found === undefined) return null
  const { name, kind, note, personIds, sourceIds } = found
  const change = async (of: 'personIds' | 'sourceIds', next: readonly string[]): Promise<void> => {
    const { added, gone } = difference(found[of], next)
    if (added.length > 0) await act('cases.link', { caseId, [of]: added })
    if (gone.length > 0) await act('cases.unlink', { caseId, [of]: gone })
  }
  const makePerson = async (pseudonym: string): Promise<void> => {
    const made = await act('persons.create', { pseudonym })
    if (made) await act('cases.link', { caseId, personIds: [made.id] })
  }
  const remove = async (): Promise<void> => {
    if ((await act('cases.delete', { caseIds: [caseId] })) === undefined) return
    select({ type: 'none' })
    toastWithUndo(t('people.deletedCase', { name }))
  }
  return (
    <article className="work-card" aria-label={name}>
      <p className="work-card-kind">{t('people.case')}</p>
      <h3 className="visually-hidden">{name}</h3>
      <InlineEdit
        key={caseId}
        isWrapping
        className="work-card-name"
        label={t('people.head.name')}
        value={name}
        onSave={(next) => next !== '' && void act('cases.update', { caseId, name: next })}
      />
      <Select
        isQuiet
        disabled={isReadOnly}
        aria-label={t('people.head.kind')}
        value={kind}
        options={caseKinds.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
        onValue={(next) => void act('cases.update', { caseId, kind: next })}
      />
      <ValueFields of="cases" id={caseId} />
      <h4>{t('people.linkedPersons')}</h4>
      <ThingPicker
        label={`${t('people.linkedPersons')}: ${name}`}
        placeholder={t('people.pickPerson')}
        things={things.persons}
        value={personIds}
        onChange={(next) => void change('personIds', next)}
        onCreate={(pseudonym) => void makePerson(pseudonym)}
        onOpen={(id) => select({ type: 'person', id })}
      />
      <h4>{t('people.linkedSources')}</h4>
      <ThingPicker
        label={`${t('people.linkedSources')}: ${name}`}
        placeholder={t('people.pickSource')}
        things={things.sources}
        value={sourceIds}
        onChange={(next) => void change('sourceIds', next)}
        onOpen={(id) => openView({ type: 'source', id })}
      />
      <h4>{t('people.linkedPassages')}</h4>
      <ul className="people-passages">
        {passages.map(({ id, sourceId, start, end, quote, sourceTitle }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => openView({ type: 'source', id: sourceId, at: { start, end } })}
            >
              <q>{quote}</q>
              <span>{sourceTitle}</span>
            </button>
            {!isReadOnly && (
              <IconButton
                icon={X}
                size="small"
                noTooltip
                label={`${t('people.unlinkPassage')}: ${quote.slice(0, 40)}`}
                onClick={() => void act('cases.unlink', { caseId, passageIds: [id] })}
              />
            )}
          </li>
        ))}
      </ul>
      <AddInHand
        hasHint
        label={t('people.linkPassage')}
        onAdd={(at) => void act('cases.link', { caseId, passages: [at] })}
      />
      <h4>{t('people.note')}</h4>
      <InlineEdit
        key={`note-${caseId}`}
        isLong
        label={t('people.note')}
        placeholder={t('people.notePlaceholder')}
        value={note}
        onSave={(next) => void act('cases.update', { caseId, note: next })}
      />
      <Button size="small" icon={Trash2} disabled={isReadOnly} onClick={() => void remove()}>
        {t('people.deleteCase')}
      </Button>
    </article>
  )
}
