import type { InstitutionalText } from '../../shared/model/institution.ts'
import './status-mark.css'

export type TextStatus = InstitutionalText['status']

interface StatusMarkProps {
  status: TextStatus
  replicable?: InstitutionalText['replicable']
  size?: number
}

/**
 * A text as the maps draw it: a sheet with a folded corner. Solid when it has been read, dashed while
 * it is only spoken of, dotted with a question mark when it is presumed missing; half filled when
 * received; struck through when it was sought in vain; with a second edge when it is replicable.
 * Words must stand beside it.
 */
export function StatusMark({ status, replicable = 'no', size = 18 }: StatusMarkProps) {
  const dash = {
    mentioned: '2.6 1.8',
    requested: '2.6 1.8',
    received: undefined,
    read: undefined,
    'sought, not found': '2.6 1.8',
    'presumed missing': '0.1 2.2',
  }[status]
  const isForm = replicable !== 'no'
  return (
    <svg
      className={`status-mark status-mark-${status.replace(/\W+/g, '-')}`}
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {isForm && <path d="M1.2 5.2v11.6h9.4" strokeWidth="1.1" strokeDasharray={dash} />}
      <path
        className="status-mark-sheet"
        d="M3.5 1.5h7.2l4 4v9.6H3.5z"
        strokeWidth="1.4"
        strokeDasharray={dash}
      />
      <path d="M10.7 1.5v4h4" strokeWidth="1.1" strokeDasharray={dash} />
      {status === 'requested' && <path d="M6 10.5h5.4M9.4 8.4l2.1 2.1-2.1 2.1" strokeWidth="1.2" />}
      {status === 'read' && <path d="M6 8.2h6.2M6 10.6h6.2M6 13h4" strokeWidth="1.1" />}
      {status === 'sought, not found' && (
        <path d="m6.4 8 5.2 5.2m0-5.2-5.2 5.2" strokeWidth="1.3" />
      )}
      {status === 'presumed missing' && (
        <path d="M7.4 8.6a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M9.1 13.2v.1" strokeWidth="1.3" />
      )}
    </svg>
  )
}
