import { PencilLine, TriangleAlert } from 'lucide-react'
import { failureText } from '../../shared/i18n/index.ts'
import { currentLanguage, useT } from '../app/i18n.ts'
import type { EditMode } from './use-edit-session.ts'

/** Says that the text is being edited and whether it is saved, and ends it. */
export function EditBanner({ session }: { session: EditMode }) {
  const t = useT()
  if (session.failure !== undefined) {
    const { message, hint } = failureText(currentLanguage(), session.failure)
    return (
      <div className="reading-banner is-failing" role="alert">
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="reading-banner-reason">
          <strong>{t('reading.editNotSaved')}</strong> {message} {hint}
        </span>
        <button type="button" onClick={session.copyUnsaved}>
          {t('reading.editCopy')}
        </button>
        <button type="button" onClick={session.tryAgain}>
          {t('reading.editTryAgain')}
        </button>
      </div>
    )
  }
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
