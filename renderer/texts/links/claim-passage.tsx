import { CornerUpRight, X } from 'lucide-react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { openView } from '../../app/workspace.ts'
import { usePlaceLine } from '../../passages/place-line.ts'
import { IconButton } from '../../ui/index.ts'

interface Props {
  passageId: string
  onTakeOff: (() => void) | undefined
}

/** A passage as evidence: its words, and where they stand; opens in the text. */
export function ClaimPassage({ passageId, onTakeOff }: Props) {
  const t = useT()
  const placeLine = usePlaceLine()
  const { data: passage, error } = useQuery('passages.get', { passageId }, ['passages', 'sources'])
  if (passage === undefined)
    return error === undefined ? null : <p className="claim-gone">{t('links.passageGone')}</p>
  const { sourceId, start, end } = passage
  const isPlaced = passage.state === 'placed'
  return (
    <div className="claim-passage">
      <button
        type="button"
        className="claim-quote"
        disabled={!isPlaced}
        title={t('passages.showInText')}
        onClick={(event) =>
          openView(
            { type: 'source', id: sourceId, at: { start, end } },
            { beside: event.ctrlKey || event.metaKey },
          )
        }
      >
        <q>{passage.quote}</q>
        <span className="claim-place">
          {isPlaced && <CornerUpRight size={12} strokeWidth={1.75} aria-hidden />}
          {placeLine(passage)}
          {!isPlaced && ` · ${t('links.passageLost')}`}
        </span>
      </button>
      {onTakeOff !== undefined && (
        <IconButton
          icon={X}
          size="small"
          className="claim-take-off"
          label={t('links.takeOffPassage')}
          onClick={onTakeOff}
        />
      )}
    </div>
  )
}
