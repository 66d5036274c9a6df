import { app, session } from 'electron'
import { resolve } from 'node:path'
import { serveAppCalls } from './app-call-server.ts'
import { declareScheme, serveScheme } from './app-scheme.ts'
import {
  enginesStillClosing,
  openProjectPath,
  openWindow,
  projectWindows,
} from './project-window.ts'
import { guardSession, switchOffNetworking } from './session-guard.ts'
import { followTheme } from './settings-store.ts'

app.setName('Standpoint')
switchOffNetworking()
declareScheme()
// It would take back the switch, which tests as root in a container cannot do without.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  const requested = projectsIn(process.argv, process.cwd())
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (app.isReady()) openProjectPath(path)
    else requested.push(path)
  })
  app.on('second-instance', (_event, argv, workingFolder) => {
    const paths = projectsIn(argv, workingFolder)
    if (paths.length === 0) openWindow()
    for (const path of paths) openProjectPath(path)
  })
  app.on('activate', () => {
    if (projectWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    const closing = enginesStillClosing()
    if (closing.length === 0) return
    event.preventDefault()
    void Promise.allSettled(closing).then(() => app.quit())
  })
  void app.whenReady().then(() => {
    guardSession(session.defaultSession)
    serveScheme(session.defaultSession)
    followTheme()
    serveAppCalls()
    if (requested.length === 0) openWindow()
    for (const path of requested) openWindow(path)
  })
}

/** Project files named on the command line, as the file manager does it too. */
function projectsIn(argv: string[], workingFolder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.endsWith('.standpoint'))
    .map((argument) => resolve(workingFolder, argument))
}
