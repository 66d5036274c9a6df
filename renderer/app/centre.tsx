import { Fragment } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useT } from './i18n.ts'
import { TabGroup } from './tab-group.tsx'
import { useWorkspace } from './workspace.ts'

export function Centre() {
  const t = useT()
  const groups = useWorkspace((state) => state.groups)
  return (
    <main className="centre" data-panel="centre">
      <Group orientation="horizontal" className="centre-groups">
        {groups.map((group, index) => (
          <Fragment key={group.id}>
            {index > 0 && (
              <Separator className="workspace-separator" aria-label={t('app.tabs.strip')} />
            )}
            <Panel id={`group-${group.id}`} minSize={240}>
              <TabGroup group={group} index={index} isOnly={groups.length === 1} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </main>
  )
}
