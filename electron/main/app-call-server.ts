import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { AppCallName } from '../../shared/contract/app.ts'
import type { Failure, Result } from '../../shared/contract/errors.ts'
import { appCalls } from './app-calls.ts'
import type { AppCall } from './app-calls.ts'
import { pageOrigin } from './app-scheme.ts'
import { projectWindows } from './project-window.ts'
import type { ProjectWindow } from './project-window.ts'

/** Answers the windows' calls. Who asks is checked each time: only the main frame of our own page. */
export function serveAppCalls(): void {
  ipcMain.handle('app-call', async (event, name: unknown, payload: unknown) => {
    const from = senderWindow(event)
    if (!from) return refused('args.unknownName', 'This page may not ask the program for anything.')
    if (!isAppCallName(name))
      return refused('args.unknownName', `There is no call ${String(name)}.`)
    return await answer(name, payload, from)
  })
  ipcMain.on('engine-wanted', (event) => void senderWindow(event)?.engine.connect())
}

async function answer<N extends AppCallName>(
  name: N,
  payload: unknown,
  from: ProjectWindow,
): Promise<Result<unknown>> {
  const call: AppCall<N> = appCalls[name]
  const input = call.input.safeParse(payload ?? {})
  if (!input.success) return refused('args.invalid', input.error.message)
  try {
    return { ok: true, value: await call.run(input.data, from) }
  } catch (error) {
    return refused('internal', error instanceof Error ? error.message : String(error))
  }
}

function senderWindow(event: IpcMainEvent | IpcMainInvokeEvent): ProjectWindow | undefined {
  const frame = event.senderFrame
  if (!frame || frame.parent !== null || frame.origin !== pageOrigin) return undefined
  return projectWindows().find(({ window }) => window.webContents === event.sender)
}

function isAppCallName(name: unknown): name is AppCallName {
  return typeof name === 'string' && Object.hasOwn(appCalls, name)
}

function refused(code: Failure['code'], message: string): Result<never> {
  return { ok: false, error: { code, message, hint: 'Nothing was changed.', details: {} } }
}
