import { FileText, Import as ImportIcon, PanelsTopLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { chooseFilesToImport } from '../sources/import/choose-files.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { useQuery } from './engine-client.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { useT } from './i18n.ts'
import { Page } from './page.tsx'
import { useProject } from './session.ts'
import { shortcutKeys } from './shortcuts.ts'
import { TabStrip } from './tab-strip.tsx'
import { activateGroup, useWorkspace, viewKey } from './workspace.ts'
import type { Group } from './workspace.ts'

/** So many pages of a group stay alive behind the front one, so that going back is at once. */
const keptAlive = 3

export function TabGroup({
  group,
  index,
  isOnly,
}: {
  group: Group
  index: number
  isOnly: boolean
}) {
  const isActive = useWorkspace((state) => state.activeGroup === index)
  const recent = useRef<number[]>([])
  if (group.front !== null) {
    recent.current = [group.front, ...recent.current.filter((id) => id !== group.front)]
  }
  recent.current = recent.current.filter((id) => group.tabs.some((tab) => tab.id === id))
  const alive = new Set(recent.current.slice(0, keptAlive))
  return (
    <div
      className={isActive ? 'tab-group tab-group-active' : 'tab-group'}
      onPointerDownCapture={() => activateGroup(index)}
      onFocusCapture={() => activateGroup(index)}
    >
      {(group.tabs.length > 0 || !isOnly) && (
        <TabStrip group={group} index={index} isOnly={isOnly} />
      )}
      <div className="tab-pages">
        {group.tabs
          .filter((tab) => alive.has(tab.id))
          .map((tab) => (
            <div
              key={tab.id}
              className="tab-page"
              hidden={tab.id !== group.front}
              data-view={viewKey(tab.view)}
            >
              <ErrorBoundary key={viewKey(tab.view)}>
                <Page
                  view={tab.view}
                  isFront={tab.id === group.front}
                  isActive={isActive && tab.id === group.front}
                />
              </ErrorBoundary>
            </div>
          ))}
        {group.tabs.length === 0 && (isOnly ? <NothingOpen /> : <SideEmpty />)}
      </div>
    </div>
  )
}

function SideEmpty() {
  const t = useT()
  return (
    <EmptyState icon={PanelsTopLeft} title={t('app.tabs.besideEmpty')}>
      {t('app.tabs.besideEmptyText')}
    </EmptyState>
  )
}

function NothingOpen() {
  const t = useT()
  const { readOnly } = useProject()
  const counts = useQuery('project.counts', {}, ['sources', 'project']).data
  const button = useRef<HTMLButtonElement>(null)
  const isEmpty = counts?.sources === 0
  useEffect(() => {
    if (isEmpty && document.activeElement === document.body) button.current?.focus()
  }, [isEmpty])
  if (counts === undefined) return null
  if (isEmpty) {
    return (
      <EmptyState
        icon={ImportIcon}
        title={t('app.tabs.emptyNoSources')}
        actions={
          readOnly ? undefined : (
            <Button
              ref={button}
              variant="primary"
              size="large"
              icon={ImportIcon}
              onClick={() => void chooseFilesToImport(null)}
            >
              {t('app.actions.import')}
            </Button>
          )
        }
      >
        {t('app.tabs.emptyNoSourcesText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={FileText} title={t('app.tabs.emptyTitle')}>
      {t('app.tabs.emptyText', { key: shortcutKeys('$mod+KeyK').join(' ') })}
    </EmptyState>
  )
}
