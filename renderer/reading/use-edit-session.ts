import { useCallback, useEffect, useRef, useState } from 'react'
import { EditSession } from './edit-session.ts'
import type { OpenSource } from './open-source.ts'
import type { Surface } from './surface.ts'

export interface EditMode {
  isEditing: boolean
  isSaving: boolean
  toggle: () => void
  leave: () => void
}

/** Edit mode of a text: entered and left by Ctrl+E, left by Esc. */
export function useEditSession(open: OpenSource, surface: Surface | null): EditMode {
  const [isEditing, setEditing] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const session = useRef<EditSession | null>(null)

  useEffect(() => {
    if (surface === null || !isEditing) return
    const present = new EditSession(open, surface, setSaving)
    session.current = present
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
        setEditing(false)
      }
    }
    surface.root.addEventListener('keydown', onKey, true)
    return () => {
      surface.root.removeEventListener('keydown', onKey, true)
      session.current = null
      void present.stop()
    }
  }, [open, surface, isEditing])

  const toggle = useCallback(() => setEditing((was) => !was), [])
  const leave = useCallback(() => {
    setEditing(false)
    surface?.root.focus({ preventScroll: true })
  }, [surface])
  return { isEditing, isSaving, toggle, leave }
}
