import type { ReactNode, RefObject } from 'react'
import { useT } from '../app/i18n.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface FormDialogProps {
  title: string
  description?: string | undefined
  /** On the button that sends the form; Enter in a field does the same. */
  submitLabel: string
  /** Everything that must be filled in is. */
  isReady: boolean
  onSubmit: () => void
  onClose: () => void
  initialFocus: RefObject<HTMLElement | null>
  /** For a dialog that gives the focus to its button by itself. */
  submitButton?: RefObject<HTMLButtonElement | null>
  children: ReactNode
}

/** A short form in a dialog, with its buttons at the foot. */
export function FormDialog(props: FormDialogProps) {
  const t = useT()
  const { title, description, submitLabel, isReady, onSubmit, onClose, initialFocus } = props
  return (
    <Dialog
      title={title}
      {...(description === undefined ? {} : { description })}
      width="narrow"
      onClose={onClose}
      initialFocus={initialFocus}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) onSubmit()
        }}
      >
        {props.children}
        <div className="dialog-buttons">
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            disabled={!isReady}
            {...(props.submitButton === undefined ? {} : { ref: props.submitButton })}
          >
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
