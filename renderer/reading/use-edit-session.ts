import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/contract/errors.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { holdUnsaved } from '../app/unsaved.ts'
import type { SavingState } from './edit-queue.ts'
import { EditSession } from './edit-session.ts'
import type { OpenSource } from './open-source.ts'
import type { Surface } from './surface.ts'

export interface EditMode {
  isEditing: boolean
  isSaving: boolean
  /** Why what was typed is not saved, if so. */
  failure: Failure | undefined
  /** Ends it once everything is saved. */
  leave: () => void
  toggle: () => void
  tryAgain: () => void
  /** Copies what could not be saved. */
  copyUnsaved: () => void
}

const saved: SavingState = { isSaving: false, failure: undefined }

/** Edit mode of a text: entered and left by Ctrl+E, left by Esc. */
export function useEditSession(open: OpenSource, surface: Surface | null): EditMode {
  const [isEditing, setEditing] = useState(false)
  const [saving, setSaving] = useState(saved)
  const session = useRef<EditSession | null>(null)
  const leaving = useRef<(() => Promise<void>) | null>(null)

  useEffect(() => {
    if (surface === null || !isEditing) return
    setSaving(saved)
    const present = new EditSession(open, surface, {
      onState: (state) =>
        setSaving((was) =>
          was.isSaving === state.isSaving && was.failure === state.failure ? was : state,
        ),
      leave: () => setEditing(false),
    })
    session.current = present
    const end = async (): Promise<void> => {
      if (await present.save()) setEditing(false)
    }
    leaving.current = end
    surface.root.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      const hasCommand = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (hasCommand && (key === 'z' || key === 'y')) {
        event.preventDefault()
        event.stopPropagation()
        void present.travel(key === 'y' || event.shiftKey ? 'redo' : 'undo')
      } else if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        void end()
      }
    }
    surface.root.addEventListener('keydown', onKey, true)
    return () => {
      surface.root.removeEventListener('keydown', onKey, true)
      session.current = null
      void present.stop().then(offerUnsaved)
    }
  }, [open, surface, isEditing])

  const isHeldUp = isEditing && saving.failure !== undefined
  useEffect(() => (isHeldUp ? holdUnsaved() : undefined), [isHeldUp])

  const leave = useCallback(() => {
    void leaving.current?.()
    surface?.root.focus({ preventScroll: true })
  }, [surface])
  const toggle = useCallback(() => {
    if (session.current === null) setEditing(true)
    else leave()
  }, [leave])
  const tryAgain = useCallback(() => {
    surface?.root.focus({ preventScroll: true })
    void session.current?.save()
  }, [surface])
  const copyUnsaved = useCallback(() => copy(session.current?.unsentWords ?? ''), [])
  return { isEditing, ...saving, toggle, leave, tryAgain, copyUnsaved }
}

/** The text is no longer open, and some of what was typed in it could not be saved. */
function offerUnsaved(words: string): void {
  if (words.trim() === '') return
  toast({
    text: text('reading.editLost'),
    hint: words,
    tone: 'error',
    action: { label: text('reading.editCopy'), perform: () => copy(words) },
  })
}

/** The program has no permission to write to the clipboard by itself; a press of a button may. */
function copy(words: string): void {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = words
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  if (isCopied) toast({ text: text('reading.editCopied') })
  else toast({ text: text('reading.editNotCopied'), hint: words, tone: 'error' })
}
