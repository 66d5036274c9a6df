import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { TextInput } from '../../ui/index.ts'
import { createText } from '../text-acts.ts'
import { changePanel } from './panel-state.ts'

/** The title of a new text, typed in the navigator: Enter registers it, Escape gives up. */
export function NewText() {
  const t = useT()
  const hintId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  useEffect(() => field.current?.focus(), [])
  const close = (): void => changePanel({ isNaming: false })
  const save = async (): Promise<void> => {
    const words = title.trim()
    if (words === '') {
      close()
      return
    }
    const made = await createText(words)
    if (made === undefined) return
    changePanel({ isNaming: false, focused: made.id, words: '' })
  }
  return (
    <div className="texts-new">
      <TextInput
        ref={field}
        aria-label={t('texts.newTextTitle')}
        aria-describedby={hintId}
        placeholder={t('texts.newTextTitle')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') void save()
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onBlur={() => {
          if (title.trim() === '') close()
        }}
      />
      <p id={hintId}>{t('texts.newTextHint')}</p>
    </div>
  )
}
