import type { TextKey } from '../../shared/i18n/index.ts'
import { wordDifference } from '../../shared/analysis/compare/word-difference.ts'
import type { WordRun } from '../../shared/analysis/compare/word-difference.ts'
import { text, useT } from '../app/i18n.ts'
import type { ConflictItem, Side, Sides } from './compare-data.ts'

/** Both versions beside each other, the words that differ marked. */
export function ConflictVersions({ item, sides }: { item: ConflictItem; sides: Sides }) {
  const t = useT()
  const [a = '', b = ''] = labelsOf(item)
  const [runsA, runsB] = wordDifference(a, b)
  return (
    <dl className="pair-versions" aria-label={t('compare.versions')}>
      <Version letter="A" side={sides.a} runs={runsA} />
      <Version letter="B" side={sides.b} runs={runsB} />
    </dl>
  )
}

function Version({ letter, side, runs }: { letter: 'A' | 'B'; side: Side; runs: WordRun[] }) {
  const t = useT()
  const isEmpty = runs.every(({ text: words }) => words.trim() === '')
  return (
    <div>
      <dt>
        <kbd>{letter}</kbd> {side.name}
      </dt>
      <dd>
        {isEmpty ? (
          <span className="pair-none">{t('compare.emptySide')}</span>
        ) : (
          runs.map(({ text: words, isChanged }, at) =>
            isChanged ? (
              <ins key={at} className="pair-changed">
                {words}
              </ins>
            ) : (
              <span key={at}>{words}</span>
            ),
          )
        )}
      </dd>
    </div>
  )
}

/** What the two versions say, readable. */
export function labelsOf({ kind, labels, sides, thing, field }: ConflictItem): string[] {
  if (kind === 'map') return labels
  if (kind === 'deletedUsed')
    return sides.map(({ value }) =>
      text(value === true ? 'compare.deletedSide' : 'compare.usedSide'),
    )
  return labels.map((label) => sideWords(thing.map, field, label))
}

/** Names that the program gives, in the language of the window; what people wrote stays as it is. */
function sideWords(map: string, field: string, label: string): string {
  const key = namedValues[`${map}/${field}`]?.(label)
  const words = key === undefined ? '' : text(key as TextKey)
  if (words !== '' && words !== key) return words
  if (label === 'true' || label === 'false')
    return text(label === 'true' ? 'people.yes' : 'people.no')
  return listed(label) ?? label
}

const namedValues: Record<string, (value: string) => string> = {
  'codes/kind': (value) => `codes.kind_${value}`,
  'codes/status': (value) => `codes.status_${value}`,
  'sources/kind': (value) => `sources.kinds.${value}`,
  'cases/kind': (value) => `people.kind.${value}`,
  'attributes/type': (value) => `people.type.${value}`,
  'links/relation': (value) => `institution.relation.${value}`,
  'flows/kind': (value) => `institution.flow.${value}`,
  'steps/kind': (value) => `institution.stepKind.${value}`,
  'steps/visibility': (value) => `institution.visibility.${value}`,
  'claims/basis': (value) => `institution.basis.${value}`,
  'claims/stance': (value) => `institution.stanceOfClaim.${value}`,
}

/** `["one","two"]` as “one, two”. */
function listed(label: string): string | null {
  if (!label.startsWith('["')) return null
  try {
    const items: unknown = JSON.parse(label)
    return Array.isArray(items) ? items.join(', ') : null
  } catch {
    return null
  }
}

/** “Code: name”. */
export function conflictWords({ kind, thing, field }: ConflictItem): string {
  const named = (group: string, key: string, other: string) => {
    const words = text(`compare.${group}.${key}` as TextKey)
    return words.startsWith('compare.') ? other : words
  }
  const what = named('what', thing.map, text('compare.what.other'))
  if (kind !== 'field' || field === '') return what
  // Keys such as `value:…` say what they are before the colon; the name of it is in the title.
  const words = named('fields', /^[^/:]*/.exec(field)?.[0] ?? '', '')
  return words === '' ? what : `${what}: ${words}`
}
