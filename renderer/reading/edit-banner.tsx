import { PencilLine } from 'lucide-react'
import { useT } from '../app/i18n.ts'
import type { EditMode } from './use-edit-session.ts'

/** Says that the text is being edited, and ends it. */
export function EditBanner({ session }: { session: EditMode }) {
  const t = useT()
  return (
    <div className="reading-banner" role="status">
      <PencilLine size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{t('reading.editBanner')}</span>
      <span className="reading-banner-state">
        {t(session.isSaving ? 'reading.editSaving' : 'reading.editSaved')}
      </span>
      <button type="button" onClick={session.leave}>
        {t('reading.editLeave')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
