import { ChevronDown, ChevronRight, CornerUpLeft } from 'lucide-react'
import { useState } from 'react'
import type { PassageInContext } from '../../shared/model/entities.ts'
import { useT } from '../app/i18n.ts'
import { usePlaceLine } from './place-line.ts'
import './passages.css'

interface Props {
  passage: PassageInContext
  onOpen: () => void
}

/** A passage in a list: its words, where they stand, and what stands around them. */
export function PassageItem({ passage, onOpen }: Props) {
  const t = useT()
  const placeLine = usePlaceLine()
  const [isWide, setWide] = useState(false)
  const Icon = isWide ? ChevronDown : ChevronRight
  return (
    <div className="passage-item">
      <p className="passage-item-quote">
        {isWide && <span className="passage-around">{passage.before}</span>}
        <span>{passage.quote}</span>
        {isWide && <span className="passage-around">{passage.after}</span>}
      </p>
      <div className="passage-item-line">
        <span className="passage-place">{placeLine(passage)}</span>
        <button type="button" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
          <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
          {t(isWide ? 'passages.hideContext' : 'passages.showContext')}
        </button>
        <button type="button" onClick={onOpen}>
          <CornerUpLeft size={14} strokeWidth={1.75} aria-hidden="true" />
          {t('passages.showInText')}
        </button>
      </div>
    </div>
  )
}
