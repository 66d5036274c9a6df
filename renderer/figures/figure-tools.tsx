import { measures } from '../../shared/analysis/question/axis.ts'
import type { FigureKind, FigureSpec } from '../../shared/analysis/figures/figure.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { Field, Select } from '../ui/index.ts'
import { codingTopics } from './coding-topics.ts'
import { ScopeField } from './scope-field.tsx'

interface Props {
  figure: FigureSpec
  onFigure: (figure: FigureSpec) => void
}

const kinds = [
  ...(['frequencies', 'attribute', 'tree', 'network'] as const),
  ...(['portrait', 'time', 'saturation', 'talk'] as const),
] as const satisfies readonly FigureKind[]

const units = {
  codedMonths: { of: 'codings', unit: 'month' },
  codedDays: { of: 'codings', unit: 'day' },
  months: { of: 'sources', unit: 'month' },
  years: { of: 'sources', unit: 'year' },
} as const
type UnitName = keyof typeof units
const unitNames = Object.keys(units) as UnitName[]

/** Which figure is drawn, and of what. */
export function FigureTools({ figure, onFigure }: Props) {
  const t = useT()
  const names = useQuery('analysis.names', {}, codingTopics).data?.items ?? []
  const of = (kind: string) =>
    names.filter((name) => name.kind === kind).map(({ id, name }) => ({ value: id, label: name }))
  const [sources, attributes, sets] = [of('source'), of('attribute'), of('codeSet')]
  /** Among what is counted stays the same from figure to figure. */
  const kept = figure.kind === 'talk' ? {} : { codeSetId: figure.codeSetId, scope: figure.scope }
  const begin = (kind: FigureKind): FigureSpec => {
    switch (kind) {
      case 'saturation':
        return { kind, order: 'sources', ...kept }
      case 'time':
        return { kind, ...units.months, ...kept }
      case 'portrait':
        return { kind, sourceId: sources[0]?.value ?? '', ...kept }
      case 'attribute':
        return { kind, attributeId: attributes[0]?.value ?? '', ...kept }
      case 'talk':
        return { kind }
      default:
        return { kind, ...kept }
    }
  }
  const hasSource = figure.kind === 'portrait' || figure.kind === 'talk'
  return (
    <div className="matrix-tools">
      <Choice
        label={t('figures.figure')}
        value={figure.kind}
        options={kinds.map((value) => ({ value, label: t(`figures.kind.${value}`) }))}
        onValue={(kind) => onFigure(begin(kind))}
      />
      {hasSource && (
        <Choice
          label={t('figures.source')}
          value={figure.sourceId ?? ''}
          options={[
            ...(figure.kind === 'talk' ? [{ value: '', label: t('figures.allSources') }] : []),
            ...sources,
          ]}
          onValue={(sourceId) =>
            onFigure(
              figure.kind === 'talk' && sourceId === ''
                ? { kind: 'talk' }
                : { ...figure, sourceId },
            )
          }
        />
      )}
      {figure.kind === 'attribute' && attributes.length > 0 && (
        <Choice
          label={t('figures.attributeName')}
          value={figure.attributeId}
          options={attributes}
          onValue={(attributeId) => onFigure({ ...figure, attributeId })}
        />
      )}
      {figure.kind === 'time' && (
        <Choice
          label={t('figures.unit')}
          value={
            unitNames.find(
              (name) => units[name].of === figure.of && units[name].unit === figure.unit,
            ) ?? 'months'
          }
          options={unitNames.map((value) => ({ value, label: t(`figures.units.${value}`) }))}
          onValue={(name) => onFigure({ ...figure, ...units[name] })}
        />
      )}
      {figure.kind === 'saturation' && (
        <Choice
          label={t('figures.sourceOrder')}
          value={figure.order}
          options={(['sources', 'dates'] as const).map((value) => ({
            value,
            label: t(`figures.sourceOrders.${value}`),
          }))}
          onValue={(order) => onFigure({ ...figure, order })}
        />
      )}
      {figure.kind !== 'talk' && sets.length > 0 && (
        <Choice
          label={t('figures.codeSet')}
          value={figure.codeSetId ?? ''}
          options={[{ value: '', label: t('figures.allCodes') }, ...sets]}
          onValue={(id) => onFigure({ ...figure, codeSetId: id === '' ? undefined : id })}
        />
      )}
      {(figure.kind === 'frequencies' || figure.kind === 'attribute' || figure.kind === 'tree') && (
        <Choice
          label={t('figures.shows')}
          value={figure.measure ?? 'passages'}
          options={measures.map((value) => ({ value, label: t(`figures.measure.${value}`) }))}
          onValue={(measure) => onFigure({ ...figure, measure })}
        />
      )}
      {figure.kind !== 'talk' && (
        <ScopeField scope={figure.scope} onScope={(scope) => onFigure({ ...figure, scope })} />
      )}
    </div>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onValue: (value: V) => void
}

function Choice<V extends string>({ label, value, options, onValue }: ChoiceProps<V>) {
  return (
    <Field label={label}>{(field) => <Select {...field} {...{ value, options, onValue }} />}</Field>
  )
}
