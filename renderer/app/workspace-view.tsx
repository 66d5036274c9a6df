import { useEffect, useRef } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { PanelImperativeHandle } from 'react-resizable-panels'
import { CodeHost } from '../codes/code-host.tsx'
import { TextHost } from '../texts/text-host.tsx'
import { Centre } from './centre.tsx'
import { refreshSteps } from './history-acts.ts'
import { useT } from './i18n.ts'
import { Inspector } from './inspector.tsx'
import { Navigator } from './navigator.tsx'
import { ReadOnlyBanner } from './read-only-banner.tsx'
import { remember, remembered } from './settings.ts'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { isInspectorVisible, isNavigatorVisible, useRoom } from './side-panels.ts'
import { useWorkspace } from './workspace.ts'
import './workspace.css'

/** The desk: navigator, pages, inspector, with the bars above and below. */
export function WorkspaceView() {
  const t = useT()
  const isNavigatorShown = useWorkspace(isNavigatorVisible)
  const isInspectorShown = useWorkspace(isInspectorVisible)
  const navigator = useRef<PanelImperativeHandle>(null)
  const inspector = useRef<PanelImperativeHandle>(null)
  useRoom()
  useEffect(() => {
    void refreshSteps()
  }, [])
  const keepSizes = (): void => {
    const sizes = {
      navigator: navigator.current?.getSize().inPixels ?? sizeOf('navigator'),
      inspector: inspector.current?.getSize().inPixels ?? sizeOf('inspector'),
    }
    void remember('panels', sizes)
  }
  return (
    <div className="workspace">
      <TitleBar />
      <ReadOnlyBanner />
      <Group
        className="workspace-main"
        orientation="horizontal"
        onLayoutChanged={(_, meta) => {
          if (meta.isUserInteraction) keepSizes()
        }}
      >
        {isNavigatorShown && (
          <>
            <Panel
              id="navigator"
              panelRef={navigator}
              defaultSize={sizeOf('navigator')}
              minSize={220}
              maxSize={480}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Navigator />
            </Panel>
            <Separator className="workspace-separator" aria-label={t('app.navigator.title')} />
          </>
        )}
        <Panel id="centre" minSize={320}>
          <Centre />
        </Panel>
        {isInspectorShown && (
          <>
            <Separator className="workspace-separator" aria-label={t('app.inspector.title')} />
            <Panel
              id="inspector"
              panelRef={inspector}
              defaultSize={sizeOf('inspector')}
              minSize={240}
              maxSize={560}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Inspector />
            </Panel>
          </>
        )}
      </Group>
      <StatusBar />
      <CodeHost />
      <TextHost />
    </div>
  )
}

function sizeOf(panel: 'navigator' | 'inspector'): number {
  const kept = remembered('panels')
  const isNarrow = window.innerWidth < 1200
  const usual = panel === 'navigator' ? (isNarrow ? 240 : 284) : isNarrow ? 264 : 316
  if (typeof kept !== 'object' || kept === null) return usual
  const size: unknown = Reflect.get(kept, panel)
  return typeof size === 'number' && !isNarrow ? size : usual
}
