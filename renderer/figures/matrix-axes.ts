import type { Axis, Crossing } from '../../shared/analysis/question/axis.ts'
import type { QueryOutput } from '../../shared/contract/index.ts'
import type { Translate } from '../app/i18n.ts'

type Names = QueryOutput<'analysis.names'>['items']

export interface AxisOption {
  value: string
  label: string
  axis: Axis
}

const plain = [
  ...(['code sets', 'sources', 'source kinds', 'source levels', 'folders', 'persons'] as const),
  ...(['roles', 'cases', 'standing questions', 'texts', 'actors', 'terms'] as const),
  ...(['activation modes', 'activation stances', 'analysts'] as const),
] as const

/** Everything that can stand in rows or columns of this project. */
export function axisOptions(t: Translate, names: Names): AxisOption[] {
  const option = (axis: Axis, label: string): AxisOption => ({ value: axisKey(axis), label, axis })
  const of = (kind: string) => names.filter((name) => name.kind === kind)
  return [
    option({ by: 'codes' }, t('figures.axis.codes')),
    option({ by: 'codes', subcodes: true }, t('figures.more.subcodes')),
    ...of('codeSet').map(({ id, name }) =>
      option({ by: 'codes', codeSetId: id }, t('figures.ofSet', { name })),
    ),
    ...plain.map((by) => option({ by }, t(`figures.axis.${by}`))),
    option({ by: 'persons', as: 'participant' }, t('figures.more.participants')),
    ...of('attribute').map(({ id, name }) =>
      option({ by: 'attribute', attributeId: id }, t('figures.ofAttribute', { name })),
    ),
    option({ by: 'time', of: 'sources', unit: 'month' }, t('figures.more.months')),
    option({ by: 'time', of: 'sources', unit: 'year' }, t('figures.more.years')),
    option({ by: 'time', of: 'codings', unit: 'month' }, t('figures.more.coded')),
  ]
}

export function axisKey(axis: Axis): string {
  return JSON.stringify(axis)
}

/** How row and column can stand to each other, beside being said of the same passage. */
export const crossings = {
  overlapping: { how: 'overlapping' },
  within: { how: 'within' },
  containing: { how: 'containing' },
  sameTurn: { how: 'same turn' },
  near: { how: 'near', distance: { count: 1, unit: 'paragraphs' } },
  followed: { how: 'followed by', distance: { count: 1, unit: 'turns' } },
} as const satisfies Record<string, Crossing>
export type CrossingName = keyof typeof crossings
export const crossingNames = Object.keys(crossings) as CrossingName[]

export function crossingName(crossing: Crossing | undefined): CrossingName | 'same' {
  return crossingNames.find((name) => crossings[name].how === crossing?.how) ?? 'same'
}
