import { Plus, Workflow } from 'lucide-react'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, Menu } from '../ui/index.ts'
import { focusField } from './focus-field.ts'
import { ActorList } from './panel/actor-list.tsx'
import { ProcessList } from './panel/process-list.tsx'
import { SiteList } from './panel/site-list.tsx'
import { useWorkThings } from './work-data.ts'
import './work-panel.css'

/** Processes with their steps, actors and sites, in the navigator. */
export function WorkPanel() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const things = useWorkThings()
  const { processes, actors, sites, isReady } = things
  const addProcess = async (): Promise<void> => {
    const made = await act('processes.create', { name: t('work.newProcess') })
    if (made === undefined) return
    openView({ type: 'process', id: made.id })
    focusField(`#process-${made.id} .process-name-edit`)
  }
  const addActor = async (): Promise<void> => {
    const made = await act('actors.create', { name: t('work.newActor') })
    if (made !== undefined) focusField(`[data-drag-item="${made.id}"] .work-name`)
  }
  const addSite = async (): Promise<void> => {
    const made = await act('sites.create', { name: t('work.newSite') })
    if (made !== undefined) focusField(`[data-drag-item="${made.id}"] .work-name`)
  }
  const isEmpty = isReady && processes.length + actors.length + sites.length === 0
  return (
    <>
      <div className="panel-head">
        <h2>{t('work.title')}</h2>
        <div className="panel-tools">
          <Menu
            align="end"
            trigger={
              <IconButton
                icon={Plus}
                size="small"
                label={t('ui.add')}
                disabled={isReadOnly}
                noTooltip
              />
            }
            items={[
              { label: t('work.addProcess'), perform: () => void addProcess() },
              { label: t('work.addActor'), perform: () => void addActor() },
              { label: t('work.addSite'), perform: () => void addSite() },
            ]}
          />
        </div>
      </div>
      {isEmpty && (
        <EmptyState
          icon={Workflow}
          title={t('work.emptyTitle')}
          actions={
            <Button icon={Plus} disabled={isReadOnly} onClick={() => void addProcess()}>
              {t('work.addProcess')}
            </Button>
          }
        >
          {t('work.emptyText')}
        </EmptyState>
      )}
      {isReady && !isEmpty && (
        <div className="work-panel">
          <PanelSection
            title={t('work.processes')}
            addLabel={t('work.addProcess')}
            onAdd={() => void addProcess()}
          />
          <ProcessList processes={processes} />
          <PanelSection
            title={t('work.actors')}
            hint={t('work.actorsHint')}
            addLabel={t('work.addActor')}
            onAdd={() => void addActor()}
          />
          <ActorList actors={actors} sites={sites} />
          <PanelSection
            title={t('work.sites')}
            hint={t('work.sitesHint')}
            addLabel={t('work.addSite')}
            onAdd={() => void addSite()}
          />
          <SiteList sites={sites} />
        </div>
      )}
    </>
  )
}

interface SectionProps {
  title: string
  hint?: string
  addLabel: string
  onAdd: () => void
}

function PanelSection({ title, hint, addLabel, onAdd }: SectionProps) {
  const isReadOnly = useIsReadOnly()
  return (
    <div className="work-section">
      <h3 title={hint}>{title}</h3>
      <IconButton icon={Plus} size="small" label={addLabel} disabled={isReadOnly} onClick={onAdd} />
    </div>
  )
}
