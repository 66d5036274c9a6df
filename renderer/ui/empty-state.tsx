import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './controls.css'

export interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  /** One or two sentences that teach the next step. */
  children?: ReactNode
  actions?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {Icon !== undefined && (
        <Icon size={28} strokeWidth={1.25} aria-hidden className="empty-state-icon" />
      )}
      <div className="empty-state-title">{title}</div>
      {children !== undefined && <div className="empty-state-text">{children}</div>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </div>
  )
}
