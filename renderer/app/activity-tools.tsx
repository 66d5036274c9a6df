import type { ActivityFilter } from '../../shared/contract/project.ts'
import { saveExport } from '../export/save-export.ts'
import { SaveTable } from '../export/save-table.tsx'
import { Select, TextInput } from '../ui/index.ts'
import { useQuery } from './engine-client.ts'
import { useLanguage, useT } from './i18n.ts'
import { useProject } from './session.ts'

/** What is looked for, as it stands in the fields; days as 2026-11-22, empty if all are let through. */
export interface ActivityFields {
  words: string
  analystId: string
  kind: string
  entity: string
  from: string
  to: string
}

export const noActivityFields: ActivityFields = {
  words: '',
  analystId: '',
  kind: '',
  entity: '',
  from: '',
  to: '',
}

/** Kinds of acts by the first part of their commands. */
const kinds = [
  'passages',
  'codings',
  'codes',
  'sources',
  'memos',
  'texts',
  'clauses',
  'links',
  'claims',
  'activations',
  'processes',
  'steps',
  'flows',
  'maps',
  'disjunctures',
  'compare',
  'conflicts',
  'discussions',
  'sync',
  'export',
  'history',
] as const

/** The same as the engine understands it: from the first moment of one day to the last of another. */
export function fieldsToFilter(fields: ActivityFields): ActivityFilter {
  const { words, analystId, kind, entity, from, to } = fields
  return {
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(analystId === '' ? {} : { analystId }),
    ...(kind === '' ? {} : { kind }),
    ...(entity === '' ? {} : { entity }),
    ...momentOf('from', from, 0),
    ...momentOf('to', to, 1),
  }
}

/** Nothing as long as the day is not written out. */
function momentOf(side: 'from' | 'to', day: string, daysLater: number): ActivityFilter {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day.trim())) return {}
  const moment = new Date(`${day.trim()}T00:00`)
  if (Number.isNaN(moment.getTime())) return {}
  moment.setDate(moment.getDate() + daysLater)
  return { [side]: moment.toISOString() }
}

interface Props {
  fields: ActivityFields
  onFields: (fields: ActivityFields) => void
}

/** What of the trail is shown, and the same as a file. */
export function ActivityTools({ fields, onFields }: Props) {
  const t = useT()
  const { analysts } = useProject()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data?.items ?? []
  const codes = useQuery('codes.list', {}, ['codes', 'passages']).data?.items ?? []
  const set = (change: Partial<ActivityFields>): void => onFields({ ...fields, ...change })
  return (
    <div className="activity-tools">
      <TextInput
        type="search"
        aria-label={t('app.activity.filter')}
        placeholder={t('app.activity.filter')}
        value={fields.words}
        onChange={(event) => set({ words: event.target.value })}
      />
      {analysts.length > 1 && (
        <Select
          aria-label={t('app.activity.analyst')}
          value={fields.analystId}
          options={[
            { value: '', label: t('app.activity.everyone') },
            ...analysts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(analystId) => set({ analystId })}
        />
      )}
      <Select
        aria-label={t('app.activity.kind')}
        value={fields.kind}
        options={[
          { value: '', label: t('app.activity.allKinds') },
          ...kinds.map((value) => ({ value, label: t(`app.activity.kinds.${value}`) })),
        ]}
        onValue={(kind) => set({ kind })}
      />
      <Select
        aria-label={t('app.activity.about')}
        value={fields.entity}
        options={[
          { value: '', label: t('app.activity.everything') },
          ...sources.map(({ id, title }) => ({ value: id, label: title })),
          ...codes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(entity) => set({ entity })}
      />
      <label className="activity-day-field">
        <span>{t('app.activity.from')}</span>
        <TextInput
          placeholder={t('sources.card.datePlaceholder')}
          value={fields.from}
          onChange={(event) => set({ from: event.target.value })}
        />
      </label>
      <label className="activity-day-field">
        <span>{t('app.activity.to')}</span>
        <TextInput
          placeholder={t('sources.card.datePlaceholder')}
          value={fields.to}
          onChange={(event) => set({ to: event.target.value })}
        />
      </label>
      <AuditExport filter={fieldsToFilter(fields)} />
    </div>
  )
}

function AuditExport({ filter }: { filter: ActivityFilter }) {
  const t = useT()
  const language = useLanguage()
  return (
    <span className="activity-export">
      <SaveTable
        name={t('institution.table.audit')}
        first="xlsx"
        isPlain
        save={(format, words) =>
          saveExport('export.table', { table: 'audit', format, language, activity: filter }, words)
        }
      />
    </span>
  )
}
