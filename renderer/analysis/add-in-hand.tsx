import { Plus } from 'lucide-react'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { usePassageInHand } from '../passages/passage-in-hand.ts'

export type Place = NonNullable<ReturnType<typeof usePassageInHand>>['at']

interface Props {
  label: string
  /** Read aloud where the same words stand in several places. */
  ariaLabel?: string
  /** Says how to get a passage in hand where there is none. */
  hasHint?: boolean
  onAdd: (at: Place) => void
}

/** Adds the words marked in a text, or the passage chosen last. */
export function AddInHand({ label, ariaLabel, hasHint, onAdd }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const inHand = usePassageInHand()
  if (isReadOnly) return null
  if (inHand === undefined) {
    return hasHint === true ? <p className="finding-hint">{t('analysis.noneInHand')}</p> : null
  }
  return (
    <button
      type="button"
      className="finding-add"
      aria-label={ariaLabel}
      title={t('analysis.inHandIs', { quote: inHand.quote, source: inHand.sourceTitle })}
      onClick={() => onAdd(inHand.at)}
    >
      <Plus size={12} strokeWidth={1.75} aria-hidden /> {label}
    </button>
  )
}
