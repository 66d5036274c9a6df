import { KnocksAside } from '../meeting/live/knocks.tsx'
import { DropTarget } from '../sources/import/drop-target.tsx'
import { ContextMenuHost } from '../ui/index.ts'
import { useActions } from './actions.ts'
import { appActions } from './app-actions.ts'
import { DialogHost } from './dialog-host.tsx'
import { useSession } from './session.ts'
import { OpenProblemDialog } from './start/open-problem.tsx'
import { StartScreen } from './start/start-screen.tsx'
import { Toaster } from './toaster.tsx'
import { WorkspaceView } from './workspace-view.tsx'

export function App() {
  const projectId = useSession((session) => session.project?.id ?? null)
  useActions(appActions())
  return (
    <>
      {projectId === null ? <StartScreen /> : <WorkspaceView key={projectId} />}
      <DropTarget />
      <DialogHost />
      <KnocksAside />
      <OpenProblemDialog />
      <ContextMenuHost />
      <Toaster />
    </>
  )
}
