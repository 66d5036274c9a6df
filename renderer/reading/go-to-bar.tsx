import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import { placeToOffset } from './go-to-place.ts'
import type { Surface } from './surface.ts'

interface Props {
  surface: Surface
  onClose: () => void
}

/** Goes to a paragraph, turn or page by its number. */
export function GoToBar({ surface, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const go = (): void => {
    const offset = placeToOffset(surface.source, name)
    if (offset === undefined) {
      setMissing(true)
      return
    }
    onClose()
    surface.show({ start: offset, end: offset })
    surface.positions.select({ start: offset, end: offset })
  }
  return (
    <div
      className="reading-bar"
      role="search"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') go()
        else if (event.key === 'Escape') onClose()
        else return
        event.preventDefault()
      }}
    >
      <input
        autoFocus
        aria-label={t('reading.goToLabel')}
        aria-invalid={isMissing}
        placeholder={t('reading.goToPlaceholder')}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          setMissing(false)
        }}
      />
      <span className="reading-bar-count" role="status">
        {t(isMissing ? 'reading.goToNone' : 'reading.goToHint')}
      </span>
    </div>
  )
}
