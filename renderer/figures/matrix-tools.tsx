import { ArrowLeftRight } from 'lucide-react'
import { useMemo } from 'react'
import { measures, type Axis } from '../../shared/analysis/question/axis.ts'
import type { MatrixChoice } from '../../shared/contract/figures.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { Field, IconButton, Select } from '../ui/index.ts'
import { codingTopics } from './coding-topics.ts'
import { axisKey, axisOptions, crossingName, crossingNames, crossings } from './matrix-axes.ts'
import { ScopeField } from './scope-field.tsx'

interface Props {
  choice: MatrixChoice
  onChoice: (choice: MatrixChoice) => void
}

const orders = ['given', 'name', 'total'] as const

/** What stands in rows, columns and cells of a matrix. */
export function MatrixTools({ choice, onChoice }: Props) {
  const t = useT()
  const { data } = useQuery('analysis.names', {}, codingTopics)
  const options = useMemo(() => axisOptions(t, data?.items ?? []), [t, data])
  const measure = choice.withQuotes === true ? 'quotes' : (choice.measure ?? 'passages')
  const crossing = crossingName(choice.crossing)
  const axisOf = (value: string): Axis =>
    options.find((option) => option.value === value)?.axis ?? { by: 'codes' }
  const orderOptions = (order: MatrixChoice['rowOrder']) => [
    ...orders.map((value) => ({ value, label: t(`figures.order.${value}`) })),
    ...(typeof order === 'object'
      ? [{ value: 'cell' as const, label: t('figures.order.cell') }]
      : []),
  ]
  const orderValue = (order: MatrixChoice['rowOrder']) =>
    typeof order === 'object' ? 'cell' : (order ?? 'given')
  return (
    <>
      <div className="matrix-tools">
        <Field label={t('figures.rows')}>
          {(field) => (
            <Select
              {...field}
              value={axisKey(choice.rows)}
              options={options}
              onValue={(value) =>
                onChoice({ ...choice, rows: axisOf(value), rowOrder: plain(choice.rowOrder) })
              }
            />
          )}
        </Field>
        <IconButton
          icon={ArrowLeftRight}
          label={t('figures.swap')}
          onClick={() =>
            onChoice({
              ...choice,
              rows: choice.columns,
              columns: choice.rows,
              rowOrder: plain(choice.columnOrder),
              columnOrder: plain(choice.rowOrder),
            })
          }
        />
        <Field label={t('figures.columns')}>
          {(field) => (
            <Select
              {...field}
              value={axisKey(choice.columns)}
              options={options}
              onValue={(value) =>
                onChoice({ ...choice, columns: axisOf(value), rowOrder: plain(choice.rowOrder) })
              }
            />
          )}
        </Field>
        <Field label={t('figures.counted')}>
          {(field) => (
            <Select
              {...field}
              value={measure}
              options={[
                ...measures.map((value) => ({ value, label: t(`figures.measure.${value}`) })),
                { value: 'quotes' as const, label: t('figures.quotes') },
              ]}
              onValue={(value) =>
                onChoice({
                  ...choice,
                  measure: value === 'quotes' ? 'passages' : value,
                  withQuotes: value === 'quotes',
                })
              }
            />
          )}
        </Field>
        <Field label={t('figures.crossing')}>
          {(field) => (
            <Select
              {...field}
              value={crossing}
              options={[
                { value: 'same' as const, label: t('figures.onSame') },
                ...crossingNames.map((value) => ({
                  value,
                  label: t(`figures.crossings.${value}`),
                })),
              ]}
              onValue={(value) =>
                onChoice({ ...choice, crossing: value === 'same' ? undefined : crossings[value] })
              }
            />
          )}
        </Field>
        <Field label={t('figures.rowOrder')}>
          {(field) => (
            <Select
              {...field}
              value={orderValue(choice.rowOrder)}
              options={orderOptions(choice.rowOrder)}
              onValue={(value) => value !== 'cell' && onChoice({ ...choice, rowOrder: value })}
            />
          )}
        </Field>
        <Field label={t('figures.columnOrder')}>
          {(field) => (
            <Select
              {...field}
              value={orderValue(choice.columnOrder)}
              options={orderOptions(choice.columnOrder)}
              onValue={(value) => value !== 'cell' && onChoice({ ...choice, columnOrder: value })}
            />
          )}
        </Field>
        <ScopeField scope={choice.scope} onScope={(scope) => onChoice({ ...choice, scope })} />
        <label className="matrix-check">
          <input
            type="checkbox"
            checked={choice.withEmpty === true}
            onChange={(event) => onChoice({ ...choice, withEmpty: event.target.checked })}
          />
          {t('figures.withEmpty')}
        </label>
      </div>
    </>
  )
}

/** An order by a line of the other axis makes no sense once that is another one. */
function plain(order: MatrixChoice['rowOrder']): MatrixChoice['rowOrder'] {
  return typeof order === 'object' ? 'given' : order
}
