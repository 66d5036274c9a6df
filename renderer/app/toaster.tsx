import { CircleAlert, X } from 'lucide-react'
import './toaster.css'
import { Button, IconButton } from '../ui/index.ts'
import { useT } from './i18n.ts'
import { placeMessages, useClearBottom } from './keep-clear.ts'
import { dismissToast, holdToast, releaseToast, useToasts } from './toast.ts'
import type { Toast } from './toast.ts'

export function Toaster() {
  const t = useT()
  const items = useToasts()
  const bottom = useClearBottom()
  return (
    <section
      ref={placeMessages}
      className="toaster"
      style={{ bottom }}
      aria-label={t('app.toast.region')}
    >
      <div aria-live="polite" aria-relevant="additions" className="toaster-list">
        {items.map((item) => (
          <ToastView key={item.id} item={item} />
        ))}
      </div>
    </section>
  )
}

function ToastView({ item }: { item: Toast }) {
  const t = useT()
  return (
    <div
      className={item.tone === 'error' ? 'toast toast-error' : 'toast'}
      role={item.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => holdToast(item.id)}
      onPointerLeave={() => releaseToast(item)}
      onFocus={() => holdToast(item.id)}
      onBlur={() => releaseToast(item)}
    >
      {item.tone === 'error' && (
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="toast-icon" />
      )}
      <div className="toast-words">
        <div className="toast-text">{item.text}</div>
        {item.hint !== undefined && <div className="toast-hint">{item.hint}</div>}
      </div>
      {[item.otherAction, item.action].map(
        (action) =>
          action !== undefined && (
            <Button
              key={action.label}
              size="small"
              onClick={() => {
                action.perform()
                dismissToast(item.id)
              }}
            >
              {action.label}
            </Button>
          ),
      )}
      <IconButton
        icon={X}
        size="small"
        label={t('app.toast.dismiss')}
        noTooltip
        onClick={() => dismissToast(item.id)}
      />
    </div>
  )
}
