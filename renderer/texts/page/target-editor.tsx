import { X } from 'lucide-react'
import type { Clause, Target } from '../../../shared/model/institution.ts'
import { comparisons } from '../../../shared/model/institution-kinds.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, IconButton, InlineEdit, Select } from '../../ui/index.ts'
import { clauseName } from '../clause-words.ts'

/** A number that a clause holds the work to: comparison, number, unit. */
export function TargetEditor({ clause }: { clause: Clause }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { target } = clause
  // Only what was changed: number and unit are written faster one after the other than answers come.
  const save = (changed: Partial<Target> | null): void =>
    void act('clauses.update', { clauseId: clause.id, target: changed })
  if (target === null) {
    return (
      <Button
        size="small"
        variant="quiet"
        className="target-add"
        title={t('texts.targetHint')}
        disabled={isReadOnly}
        onClick={() => save({})}
      >
        {t('texts.addTarget')}
      </Button>
    )
  }
  const name = clauseName(t, clause)
  return (
    <div className="target-editor" role="group" aria-label={`${t('texts.target')}: ${name}`}>
      <span className="target-label">{t('texts.target')}</span>
      <Select
        isQuiet
        disabled={isReadOnly}
        aria-label={`${t('texts.comparison')}: ${name}`}
        value={target.comparison}
        options={comparisons.map((value) => ({
          value,
          label: t(`institution.comparison.${value}`),
        }))}
        onValue={(comparison) => save({ comparison })}
      />
      <InlineEdit
        className="target-number"
        label={`${t('texts.targetValue')}: ${name}`}
        value={String(target.value)}
        onSave={(value) => {
          const number = numberOf(value)
          if (number !== undefined) save({ value: number })
        }}
      />
      {target.comparison === 'between' && (
        <>
          <span>{t('institution.and')}</span>
          <InlineEdit
            className="target-number"
            label={`${t('texts.targetUpTo')}: ${name}`}
            placeholder="…"
            value={typeof target.upTo === 'number' ? String(target.upTo) : ''}
            onSave={(value) => {
              const number = numberOf(value)
              if (number !== undefined) save({ upTo: number })
            }}
          />
        </>
      )}
      <InlineEdit
        className="target-unit"
        label={`${t('texts.targetUnit')}: ${name}`}
        placeholder={t('texts.targetUnitHint')}
        value={target.unit}
        onSave={(unit) => save({ unit })}
      />
      <IconButton
        icon={X}
        size="small"
        noTooltip
        label={`${t('texts.removeTarget')}: ${name}`}
        disabled={isReadOnly}
        onClick={() => save(null)}
      />
    </div>
  )
}

/** A number as it is written, with point or comma; undefined if it is none. */
function numberOf(written: string): number | undefined {
  const number = Number(written.replaceAll(/\s/g, '').replace(',', '.'))
  return written.trim() === '' || !Number.isFinite(number) ? undefined : number
}
