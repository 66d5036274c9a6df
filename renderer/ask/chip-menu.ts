import { X } from 'lucide-react'
import {
  groupAbove,
  isDistant,
  partAt,
  withDenial,
  withJoin,
  withPart,
  withRelation,
} from '../../shared/analysis/question/edit.ts'
import {
  relationKinds,
  type Distance,
  type Question,
  type Related,
  type RelationKind,
} from '../../shared/analysis/question/question.ts'
import type { Path } from '../../shared/analysis/question/sentence.ts'
import type { TextKey, Translate } from '../app/i18n.ts'
import type { MenuEntry } from '../ui/index.ts'

/** Beside what a condition is added, and how the two are joined. */
export interface Beside {
  path: Path
  how: 'and' | 'or' | RelationKind
}

interface Chip {
  question: Question
  role: 'condition' | 'relation'
  path: Path
  onChange: (question: Question) => void
  onEdit: (path: Path) => void
  onBeside: (beside: Beside) => void
  onRemove: () => void
}

/** Distances that are offered; others can be written in the text form. */
const distances: readonly Distance[] = [
  { count: 0, unit: 'paragraphs' },
  { count: 1, unit: 'paragraphs' },
  { count: 2, unit: 'paragraphs' },
  { count: 5, unit: 'paragraphs' },
  { count: 1, unit: 'turns' },
  { count: 2, unit: 'turns' },
  { count: 5, unit: 'turns' },
  { count: 100, unit: 'characters' },
  { count: 500, unit: 'characters' },
]

/** What can be done with a chip of the sentence. */
export function chipMenu(t: Translate, chip: Chip): MenuEntry[] {
  const part = partAt(chip.question, chip.path)
  return [
    ...(chip.role === 'relation' && part.type === 'related'
      ? relationEntries(t, chip, part)
      : conditionEntries(t, chip, part)),
    'separator',
    { label: t('ask.chip.remove'), icon: X, shortcut: 'Delete', perform: chip.onRemove },
  ]
}

function conditionEntries(t: Translate, chip: Chip, part: Question): MenuEntry[] {
  const { question, path, onChange, onBeside } = chip
  const isDenied = part.type === 'not'
  const leaf = isDenied ? part.part : part
  const leafPath = isDenied ? [...path, 0] : path
  const group = groupAbove(question, path)
  const joined = group === null ? null : partAt(question, group).type
  const beside = (how: Beside['how']): MenuEntry => ({
    label: t(`ask.beside.${how.replace(' ', '_')}` as TextKey),
    perform: () => onBeside({ path, how }),
  })
  return [
    { label: t('ask.chip.edit'), perform: () => chip.onEdit(leafPath) },
    ...(leaf.type === 'coded' && (leaf.codeIds ?? leaf.codeSetIds)
      ? [
          {
            label: t('ask.chip.subcodes'),
            isChecked: leaf.subcodes === true,
            perform: () => {
              const { subcodes, ...rest } = leaf
              onChange(withPart(question, leafPath, subcodes ? rest : { ...leaf, subcodes: true }))
            },
          },
        ]
      : []),
    {
      label: t('ask.chip.not'),
      isChecked: isDenied,
      perform: () => onChange(withDenial(question, path)),
    },
    ...(group === null
      ? []
      : [
          'separator' as const,
          { heading: t('ask.chip.joined') },
          ...(['and', 'or'] as const).map((type) => ({
            label: t(`ask.joins.${type}`),
            isChecked: joined === type,
            perform: () => onChange(withJoin(question, group, type)),
          })),
        ]),
    'separator',
    { label: t('ask.chip.add'), items: [beside('and'), beside('or')] },
    { label: t('ask.chip.relate'), items: relationKinds.map(beside) },
  ]
}

function relationEntries(t: Translate, chip: Chip, part: Related): MenuEntry[] {
  const { question, path, onChange } = chip
  const change = (how: RelationKind, distance: Distance | undefined) => () =>
    onChange(withRelation(question, path, how, distance))
  const key = JSON.stringify(part.distance)
  return [
    ...relationKinds.map((how) => ({
      label: t(`ask.beside.${how.replace(' ', '_')}` as TextKey),
      isChecked: part.how === how,
      perform: change(how, part.distance),
    })),
    ...(isDistant(part.how)
      ? [
          {
            label: t('ask.chip.distance'),
            items: [
              {
                label: t('ask.chip.anywhere'),
                isChecked: part.distance === undefined,
                perform: change(part.how, undefined),
              },
              ...distances.map((distance) => ({
                label: t(`sentence.distance.${distance.unit}`, { count: distance.count }),
                isChecked: JSON.stringify(distance) === key,
                perform: change(part.how, distance),
              })),
            ],
          },
        ]
      : []),
  ]
}
