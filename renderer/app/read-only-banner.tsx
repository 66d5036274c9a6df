import { Lock } from 'lucide-react'
import { Button } from '../ui/index.ts'
import { useT } from './i18n.ts'
import { openProject, useProject } from './session.ts'

/** Says that the project can only be read, and offers to try again whether it is free. */
export function ReadOnlyBanner() {
  const t = useT()
  const { path, readOnly } = useProject()
  if (!readOnly) return null
  return (
    <div className="read-only-banner" role="status">
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      <p>
        <b>{t('app.titleBar.readOnly')}.</b> {t('app.readOnly.lead')}
      </p>
      <Button size="small" onClick={() => void openProject(path)}>
        {t('app.readOnly.openToWork')}
      </Button>
    </div>
  )
}
