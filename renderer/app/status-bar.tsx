import { Check, TriangleAlert } from 'lucide-react'
import { ConflictBadge } from '../compare/conflict-badge.tsx'
import { LiveStatusItem } from '../meeting/live/live-status.tsx'
import { CodingViewNote } from '../rounds/coding-view-select.tsx'
import { useCodingView } from '../rounds/coding-view.ts'
import { useQuery } from './engine-client.ts'
import { useLanguage, useT } from './i18n.ts'
import { useProject } from './session.ts'
import { changeSettings } from './settings.ts'
import { useHasUnsaved } from './unsaved.ts'
import { WorkStatus } from './work-status.tsx'
import { useWorkspace } from './workspace.ts'

export function StatusBar() {
  const t = useT()
  const language = useLanguage()
  const { readOnly } = useProject()
  const status = useWorkspace((state) => state.status)
  const hasUnsaved = useHasUnsaved()
  const isNarrowed = useCodingView() !== 'all'
  const counts = useQuery('project.counts', {}, ['passages', 'codes', 'sources', 'project']).data
  const codings = t('app.status.codings', { count: counts?.codings ?? 0 })
  return (
    <footer className="status-bar" aria-label={t('app.status.title')}>
      <span className="status-bar-place">{status}</span>
      <span className="status-bar-space" />
      <WorkStatus />
      <CodingViewNote />
      <ConflictBadge />
      <LiveStatusItem />
      {counts !== undefined && (
        <span>{isNarrowed ? t('app.status.codingsInAll', { codings }) : codings}</span>
      )}
      <span>
        {readOnly ? (
          t('app.titleBar.readOnly')
        ) : hasUnsaved ? (
          <>
            <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
            {t('app.status.notSaved')}
          </>
        ) : (
          <>
            <Check size={13} strokeWidth={1.75} aria-hidden />
            {t('app.status.saved')}
          </>
        )}
      </span>
      <button
        type="button"
        className="status-bar-language"
        title={t('app.status.switchLanguage')}
        aria-label={`${language}: ${t('app.status.switchLanguage')}`}
        onClick={() => void changeSettings({ language: language === 'en' ? 'nb' : 'en' })}
      >
        {language}
      </button>
    </footer>
  )
}
