import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { Thread } from '../../../shared/model/institution.ts'
import { ClaimPassage } from '../../texts/links/claim-passage.tsx'
import '../../texts/links/claims.css'
import { IconButton, InlineEdit } from '../../ui/index.ts'
import { AddInHand } from '../add-in-hand.tsx'
import type { Place } from '../add-in-hand.tsx'

const dragType = 'application/x-standpoint-thread-item'

interface Props {
  item: Thread['items'][number]
  number: number
  count: number
  /** By so many places; `isRepeat`: the key is held down. */
  onMove: (by: number, isRepeat: boolean) => void
  onDropped: (itemId: string) => void
  onNote: (note: string) => void
  onFill: (at: Place) => void
  onRemove: () => void
}

/** A passage of a thread, or a gap in it with what is missing. */
export function ThreadPlace(props: Props) {
  const { item, number, count, onMove, onDropped } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isOver, setOver] = useState(false)
  const index = number - 1
  const isGap = item.passageId === null
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    if (!isReadOnly) onMove(event.key === 'ArrowUp' ? -1 : 1, event.repeat)
  }
  const isOurs = (event: DragEvent): boolean => event.dataTransfer.types.includes(dragType)
  const classes = ['thread-place', isGap ? 'is-gap' : '', isOver ? 'is-over' : '']
  return (
    <li
      className={classes.join(' ').trim()}
      data-item={item.id}
      tabIndex={0}
      aria-label={`${t('analysis.item', { number, count })}${isGap ? `: ${t('analysis.gap')}` : ''}`}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!isOurs(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!isOurs(event)) return
        event.preventDefault()
        setOver(false)
        onDropped(event.dataTransfer.getData(dragType))
      }}
    >
      <span
        className="thread-grip"
        aria-hidden
        title={t('analysis.moveHint')}
        draggable={!isReadOnly}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, item.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        <GripVertical size={14} strokeWidth={1.75} aria-hidden />
      </span>
      <span className="thread-number" aria-hidden>
        {number}
      </span>
      <div className="thread-body">
        {item.passageId === null ? (
          <p className="thread-gap">{t('analysis.gap')}</p>
        ) : (
          <>
            <SourceLevel passageId={item.passageId} />
            <ClaimPassage passageId={item.passageId} onTakeOff={undefined} />
          </>
        )}
        <InlineEdit
          isLong
          className="thread-note"
          label={t(isGap ? 'analysis.gapNote' : 'analysis.itemNote', { number })}
          placeholder={t(isGap ? 'analysis.gapPlaceholder' : 'analysis.itemNotePlaceholder')}
          value={item.note}
          onSave={props.onNote}
        />
        {isGap && <AddInHand label={t('analysis.fillGap')} onAdd={props.onFill} />}
      </div>
      <div className="thread-tools">
        <IconButton
          icon={ArrowUp}
          size="small"
          label={t('analysis.moveUp')}
          shortcut="Alt+ArrowUp"
          disabled={isReadOnly || index === 0}
          onClick={() => onMove(-1, false)}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={t('analysis.moveDown')}
          shortcut="Alt+ArrowDown"
          disabled={isReadOnly || number === count}
          onClick={() => onMove(1, false)}
        />
        <IconButton
          icon={X}
          size="small"
          label={t('analysis.removeItem')}
          disabled={isReadOnly}
          onClick={props.onRemove}
        />
      </div>
    </li>
  )
}

/** From which level of the institution a passage comes, as its source says. */
function SourceLevel({ passageId }: { passageId: string }) {
  const t = useT()
  const passage = useQuery('passages.get', { passageId }, ['passages', 'sources']).data
  const sources = useQuery('sources.list', {}, ['sources']).data?.items
  const source = sources?.find(({ id }) => id === passage?.sourceId)
  if (source === undefined) return null
  return <span className="thread-source-level">{t(`sources.levels.${source.level}`)}</span>
}
