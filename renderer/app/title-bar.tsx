import { ArrowLeft, ArrowRight, CloudOff, Lock, PanelLeft, PanelRight, Search } from 'lucide-react'
import { useLiveNote } from '../meeting/live/live-status.tsx'
import { IconButton, Kbd, Tooltip } from '../ui/index.ts'
import { AnalystBadge } from './analyst-badge.tsx'
import { showDialog } from './dialogs.ts'
import { useQuery } from './engine-client.ts'
import { useT } from './i18n.ts'
import { useProject } from './session.ts'
import {
  isInspectorVisible,
  isNavigatorVisible,
  toggleInspector,
  toggleNavigator,
} from './side-panels.ts'
import { goBack, goForward, useWorkspace } from './workspace.ts'

export function TitleBar() {
  const t = useT()
  const project = useProject()
  const liveNote = useLiveNote()
  const canGoBack = useWorkspace((state) => state.back.length > 0)
  const canGoForward = useWorkspace((state) => state.forward.length > 0)
  const isNavigatorShown = useWorkspace(isNavigatorVisible)
  const isInspectorShown = useWorkspace(isInspectorVisible)
  const counts = useQuery('project.counts', {}, ['sources', 'project']).data
  return (
    <header className="title-bar">
      <div className="title-bar-left">
        <IconButton
          icon={PanelLeft}
          label={t('app.titleBar.hideNavigator')}
          shortcut="$mod+Backslash"
          isPressed={isNavigatorShown}
          onClick={toggleNavigator}
        />
        <IconButton
          icon={ArrowLeft}
          label={t('app.actions.back')}
          shortcut="Alt+ArrowLeft"
          disabled={!canGoBack}
          onClick={goBack}
        />
        <IconButton
          icon={ArrowRight}
          label={t('app.actions.forward')}
          shortcut="Alt+ArrowRight"
          disabled={!canGoForward}
          onClick={goForward}
        />
        <h1 className="title-bar-name">{project.title}</h1>
        {counts !== undefined && counts.sources > 0 && (
          <span className="title-bar-count">
            · {t('app.titleBar.sources', { count: counts.sources })}
          </span>
        )}
      </div>
      <button
        type="button"
        className="title-bar-search"
        onClick={() => showDialog({ type: 'palette' })}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <span>{t('app.titleBar.search')}</span>
        <Kbd shortcut="$mod+KeyK" />
      </button>
      <div className="title-bar-right">
        {project.readOnly ? (
          <Tooltip label={t('app.titleBar.readOnlyHint')}>
            <span className="title-bar-note title-bar-locked" tabIndex={0} role="note">
              <Lock size={14} strokeWidth={1.75} aria-hidden />
              {t('app.titleBar.readOnly')}
            </span>
          </Tooltip>
        ) : (
          (liveNote ?? (
            <Tooltip label={t('app.titleBar.offlineHint')}>
              <span className="title-bar-note">
                <CloudOff size={14} strokeWidth={1.75} aria-hidden />
                {t('app.titleBar.offline')}
              </span>
            </Tooltip>
          ))
        )}
        <AnalystBadge />
        <IconButton
          icon={PanelRight}
          label={t('app.titleBar.hideInspector')}
          shortcut="$mod+Alt+Backslash"
          isPressed={isInspectorShown}
          onClick={toggleInspector}
        />
      </div>
    </header>
  )
}
