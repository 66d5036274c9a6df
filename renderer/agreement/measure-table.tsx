import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { Reason } from '../../shared/analysis/agreement/coefficient.ts'
import { measuresShown, measureText } from '../../shared/analysis/agreement/shown-measures.ts'
import type { AgreementPart } from '../../shared/analysis/agreement/shown-measures.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import type { AgreementResult } from './agreement-data.ts'
import { nextSorting, sortedRows } from './sort-rows.ts'
import type { AgreementRow, Column, Sorting } from './sort-rows.ts'

/** Coefficients per code, and all codes together in the first row. */
export function MeasureTable({ result, part }: { result: AgreementResult; part: AgreementPart }) {
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB'
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const columns = useColumns(result, part)
  const rows = sortedRows(result.codes, columns, sorting, locale)
  const reasons = reasonsOf([result.overall, ...rows], columns)
  return (
    <div className="agreement-part">
      <h2 id={id}>{t(`agreement.part.${part}`)}</h2>
      <p className="field-hint">{t(`agreement.partHint.${part}`)}</p>
      <div className="agreement-table" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  sorting={sorting}
                  onSort={() => setSorting(nextSorting(sorting, column.key))}
                />
              ))}
            </tr>
          </thead>
          <tbody className="agreement-overall">
            <Line row={result.overall} columns={columns} reasons={reasons} />
          </tbody>
          <tbody>
            {rows.map((row) => (
              <Line key={row.codeId} row={row} columns={columns} reasons={reasons} />
            ))}
          </tbody>
        </table>
      </div>
      {reasons.length > 0 && (
        <ul className="agreement-reasons">
          <li>{t('agreement.note.notComputable')}</li>
          {reasons.map((reason, place) => (
            <li key={reason}>
              {t('agreement.note.reason', {
                number: place + 1,
                reason: t(`agreement.reason.${reason}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useColumns(result: AgreementResult, part: AgreementPart): Column[] {
  const t = useT()
  const { analysts } = result
  const known = useProject().analysts
  const counts: Column[] = [
    ...analysts.map(({ id, name }, place): Column => ({
      key: id,
      label: known.find((analyst) => analyst.id === id)?.initials ?? name,
      hint: t('agreement.codedBy', { name }),
      count: (row) => row.codedBy[place] ?? 0,
    })),
    {
      key: 'all',
      label: t(analysts.length === 2 ? 'agreement.both' : 'agreement.every'),
      hint: t(analysts.length === 2 ? 'agreement.codedByAll' : 'agreement.codedByEvery'),
      count: (row) => row.codedByAll,
    },
  ]
  return [
    { key: 'code', label: t('agreement.code') },
    ...(part === 'units' ? counts : []),
    ...measuresShown(result, part).map((measure): Column => ({
      key: measure,
      label: t(`agreement.measure.${measure}.label`),
      hint: `${t(`agreement.measure.${measure}.name`)}. ${t(`agreement.measure.${measure}.formula`)}`,
      measure,
    })),
  ]
}

/** Reasons in the order in which they are first read. */
function reasonsOf(rows: readonly AgreementRow[], columns: readonly Column[]): Reason[] {
  const found = new Set<Reason>()
  for (const row of rows) {
    for (const { measure } of columns) {
      const coefficient = measure && row.measures[measure]
      if (coefficient?.computable === false) found.add(coefficient.reason)
    }
  }
  return [...found]
}

function Head(props: { column: Column; sorting: Sorting | null; onSort: () => void }) {
  const { column, sorting, onSort } = props
  const direction = sorting?.key === column.key ? sorting.direction : undefined
  const Icon = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" title={column.hint} onClick={onSort}>
        {column.label}
        {direction !== undefined && <Icon size={12} strokeWidth={2} aria-hidden />}
      </button>
    </th>
  )
}

interface LineProps {
  row: AgreementRow
  columns: readonly Column[]
  reasons: readonly Reason[]
}

function Line({ row, columns, reasons }: LineProps) {
  const t = useT()
  const { codeId } = row
  return (
    <tr>
      {columns.map((column) =>
        column.key === 'code' ? (
          <th key={column.key} scope="row">
            {codeId === null ? (
              t('agreement.overall')
            ) : (
              <button type="button" onClick={() => openView({ type: 'code', id: codeId })}>
                {row.name}
              </button>
            )}
          </th>
        ) : (
          <Value key={column.key} row={row} column={column} reasons={reasons} />
        ),
      )}
    </tr>
  )
}

function Value({ row, column, reasons }: { column: Column } & Omit<LineProps, 'columns'>) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { measure, count } = column
  if (count) return <td>{format.number(count(row))}</td>
  const coefficient = measure && row.measures[measure]
  if (!measure || !coefficient) return <td />
  if (coefficient.computable) {
    return <td>{measureText(measure, coefficient.value, language === 'nb' ? 'nb-NO' : 'en-GB')}</td>
  }
  const reason = t(`agreement.reason.${coefficient.reason}`)
  return (
    <td className="agreement-none" title={t('agreement.because', { reason })}>
      {t('agreement.notComputableShort')} <span>({reasons.indexOf(coefficient.reason) + 1})</span>
    </td>
  )
}
