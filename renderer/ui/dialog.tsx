import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import './popups.css'
import { useT } from '../app/i18n.ts'
import { IconButton } from './button.tsx'

export interface DialogProps {
  title: string
  description?: ReactNode
  /** Called when the dialog wants to close: Escape, the cross, a click outside. */
  onClose: () => void
  /** Buttons at the foot, the chief one last. */
  footer?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A modal dialog, shown as long as it is mounted. */
export function Dialog(props: DialogProps) {
  const t = useT()
  const { title, description, onClose, footer, width = 'normal', initialFocus, children } = props
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup
          className={`dialog dialog-${width}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <IconButton icon={X} label={t('ui.close')} onClick={onClose} noTooltip />
          </div>
          {description !== undefined && (
            <Base.Description className="dialog-description" render={<div />}>
              {description}
            </Base.Description>
          )}
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <div className="dialog-foot">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
