import type { CodeSet } from '../../shared/model/entities.ts'
import { useT } from '../app/i18n.ts'
import { useCodes } from '../codes/code-data.ts'
import type { CodingMark } from './coding-marks.ts'

interface Props {
  /** `all`, `codes`, `index`, `none`, or the id of a code set. */
  value: string
  onChange: (value: string) => void
}

/** Chooses which codings are painted and stand in the margin. */
export function ShownCodings({ value, onChange }: Props) {
  const t = useT()
  const { sets } = useCodes()
  return (
    <select
      className="select-quiet reading-shown"
      aria-label={t('reading.shown')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="all">{t('reading.shownAll')}</option>
      <option value="codes">{t('indexing.shown.codes')}</option>
      <option value="index">{t('indexing.shown.index')}</option>
      <option value="none">{t('reading.shownNone')}</option>
      {sets.map((set) => (
        <option key={set.id} value={set.id}>
          {set.name}
        </option>
      ))}
    </select>
  )
}

export function isShown(mark: CodingMark, shown: string, sets: readonly CodeSet[]): boolean {
  if (shown === 'all') return true
  if (shown === 'none') return false
  if (shown === 'codes' || shown === 'index')
    return (mark.kind === undefined) === (shown === 'codes')
  const set = sets.find((candidate) => candidate.id === shown)
  return set === undefined ? mark.kind === undefined : set.codeIds.includes(mark.codeId)
}
