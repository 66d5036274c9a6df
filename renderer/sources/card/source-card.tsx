import { NotebookPen, RotateCcw, UserX } from 'lucide-react'
import type { Source } from '../../../shared/model/entities.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import { showDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useProject } from '../../app/session.ts'
import { createMemo } from '../../memos/memo-acts.ts'
import { Button, Field, InlineEdit, Select } from '../../ui/index.ts'
import { SourcePeople } from '../../people/cards/source-people.tsx'
import { kindOptions, languageOptions, levelOptions } from '../source-words.ts'
import { SetAside } from './set-aside.tsx'
import './source-card.css'
import { SourceMemos } from './source-memos.tsx'
import { Speakers } from './speakers.tsx'

type Change = Omit<CommandInput<'sources.update'>, 'sourceIds'>

/** A source in the inspector: every property, edited where it stands. */
export function SourceCard({ sourceId }: { sourceId: string }) {
  const t = useT()
  const format = useFormat()
  const { readOnly } = useProject()
  const source = useQuery('sources.get', { sourceId }, ['sources', 'passages'], { sourceId }).data
  if (source === undefined) return null
  const change = (fields: Change): void => {
    void act('sources.update', { sourceIds: [sourceId], ...fields })
  }
  return (
    <div className="source-card">
      <div className="source-card-head">
        <p className="source-card-number">{t('sources.card.number', { number: source.number })}</p>
        <InlineEdit
          className="source-card-title"
          label={t('sources.card.title')}
          value={source.title}
          isReadOnly={readOnly}
          onSave={(title) => title !== '' && change({ title })}
        />
        <p className="source-card-meta">
          {t('sources.card.words', { count: source.words })}
          {' · '}
          {t('sources.card.codings', { count: source.codings })}
        </p>
      </div>
      <Properties source={source} isReadOnly={readOnly} change={change} />
      <h3>{t('sources.card.note')}</h3>
      <InlineEdit
        isLong
        label={t('sources.card.note')}
        placeholder={t('sources.card.notePlaceholder')}
        value={source.note}
        isReadOnly={readOnly}
        onSave={(note) => change({ note })}
      />
      <Speakers sourceId={sourceId} isReadOnly={readOnly} />
      <SourcePeople sourceId={sourceId} title={source.title} />
      <SourceMemos sourceId={sourceId} />
      <h3>{t('sources.card.origin')}</h3>
      <p className="source-card-origin">
        {source.fileName === '' ? t('sources.card.written') : source.fileName}
        <br />
        <span>{t('sources.card.added', { date: format.date(source.created) })}</span>
      </p>
      <div className="source-card-buttons">
        {source.blob !== null && (
          <Button
            size="small"
            icon={RotateCcw}
            disabled={readOnly}
            onClick={() => showDialog({ type: 'redoImport', sourceId })}
          >
            {t('sources.card.redo')}
          </Button>
        )}
        <Button
          size="small"
          icon={NotebookPen}
          disabled={readOnly}
          onClick={() => void createMemo({ type: 'source', id: sourceId })}
        >
          {t('sources.card.addMemo')}
        </Button>
        <Button
          size="small"
          icon={UserX}
          disabled={readOnly}
          onClick={() => showDialog({ type: 'withdraw', sourceId })}
        >
          {t('withdrawal.act')}
        </Button>
      </div>
      <SetAside sourceId={sourceId} />
    </div>
  )
}

interface PropertiesProps {
  source: Source
  isReadOnly: boolean
  change: (fields: Change) => void
}

const noFolder = ''

function Properties({ source, isReadOnly, change }: PropertiesProps) {
  const t = useT()
  const all = useQuery('sources.list', {}, ['sources', 'folders', 'passages']).data
  const folders = all?.folders ?? []
  const known = (field: 'place' | 'dataEvent'): string[] => [
    ...new Set((all?.items ?? []).map((item) => item[field]).filter((value) => value !== '')),
  ]
  return (
    <div className="source-card-fields">
      <Field label={t('sources.card.kind')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            value={source.kind}
            options={kindOptions(t)}
            onValue={(kind) => change({ kind })}
          />
        )}
      </Field>
      <Field label={t('sources.card.level')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            title={t('sources.card.levelHint')}
            value={source.level}
            options={levelOptions(t)}
            onValue={(level) => change({ level })}
          />
        )}
      </Field>
      <Field label={t('sources.card.language')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            value={source.language}
            options={languageOptions(t)}
            onValue={(language) => change({ language })}
          />
        )}
      </Field>
      <Line
        label={t('sources.card.date')}
        value={source.date}
        placeholder={t('sources.card.datePlaceholder')}
        isReadOnly={isReadOnly}
        onSave={(date) => change({ date })}
      />
      <Line
        label={t('sources.card.place')}
        value={source.place}
        placeholder={t('sources.card.placePlaceholder')}
        suggestions={known('place')}
        isReadOnly={isReadOnly}
        onSave={(place) => change({ place })}
      />
      <Line
        label={t('sources.card.dataEvent')}
        title={t('sources.card.dataEventHint')}
        value={source.dataEvent}
        placeholder={t('sources.card.dataEventPlaceholder')}
        suggestions={known('dataEvent')}
        isReadOnly={isReadOnly}
        onSave={(dataEvent) => change({ dataEvent })}
      />
      <Line
        label={t('sources.card.consent')}
        value={source.consent}
        placeholder={t('sources.card.consentPlaceholder')}
        isReadOnly={isReadOnly}
        onSave={(consent) => change({ consent })}
      />
      <Line
        label={t('sources.card.deleteBy')}
        title={t('sources.card.deleteByHint')}
        value={source.deleteBy}
        placeholder={t('sources.card.datePlaceholder')}
        isReadOnly={isReadOnly}
        onSave={(deleteBy) => change({ deleteBy })}
      />
      <Field label={t('sources.card.folder')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            value={source.folderId ?? noFolder}
            options={[
              { value: noFolder, label: t('sources.noFolder') },
              ...folders.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValue={(folderId) => change({ folderId: folderId === noFolder ? null : folderId })}
          />
        )}
      </Field>
      <label className="check-line source-card-check">
        <input
          type="checkbox"
          checked={source.verbatim}
          disabled={isReadOnly}
          onChange={(event) => change({ verbatim: event.target.checked })}
        />
        {t('sources.card.verbatim')}
      </label>
    </div>
  )
}

interface LineProps {
  label: string
  title?: string
  value: string
  placeholder?: string
  suggestions?: readonly string[]
  isReadOnly: boolean
  onSave: (value: string) => void
}

function Line({ label, title, ...rest }: LineProps) {
  return (
    <div className="field field-inline" title={title}>
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <InlineEdit label={label} {...rest} />
    </div>
  )
}
