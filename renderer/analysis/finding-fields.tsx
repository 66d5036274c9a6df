import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { findingStatuses } from '../../shared/model/institution-kinds.ts'
import { DeleteButton, InlineEdit, Select } from '../ui/index.ts'

type Status = (typeof findingStatuses)[number]

interface Fields {
  title?: string
  standpoint?: string
  status?: Status
  note?: string
}

interface HeadProps {
  finding: { title: string; standpoint?: string; status: Status }
  level: 2 | 3
  /** Something seen at a glance, such as a gap. */
  mark?: ReactNode
  onSave: (fields: Fields) => void
  onDelete: () => void
}

/** Title, standpoint and status of a finding, written where they stand. */
export function FindingHead({ finding, level, mark, onSave, onDelete }: HeadProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { title, standpoint, status } = finding
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <header className="finding-head">
      <div className="finding-line">
        <Heading className="finding-name" aria-label={title}>
          <InlineEdit
            className="finding-title"
            label={t('analysis.title')}
            value={title}
            onSave={(next) => next !== '' && onSave({ title: next })}
          />
        </Heading>
        {mark}
        <Select
          isQuiet
          className="finding-status"
          aria-label={t('analysis.status')}
          value={status}
          disabled={isReadOnly}
          options={findingStatuses.map((value) => ({
            value,
            label: t(`institution.findingStatus.${value}`),
          }))}
          onValue={(next) => onSave({ status: next })}
        />
        <DeleteButton
          size="small"
          noTooltip
          label={t('analysis.deleteOf', { name: title })}
          disabled={isReadOnly}
          onClick={onDelete}
        />
      </div>
      {standpoint !== undefined && (
        <label className="finding-standpoint">
          <span>{t('analysis.standpoint')}</span>
          <InlineEdit
            label={t('analysis.standpoint')}
            placeholder={t('analysis.standpointPlaceholder')}
            value={standpoint}
            onSave={(next) => onSave({ standpoint: next })}
          />
        </label>
      )}
    </header>
  )
}

export function FindingNote({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const t = useT()
  return (
    <InlineEdit
      isLong
      className="finding-note"
      label={t('analysis.note')}
      placeholder={t('analysis.notePlaceholder')}
      value={note}
      onSave={onSave}
    />
  )
}
