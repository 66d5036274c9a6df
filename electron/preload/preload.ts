import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { appCallNames, appEventNames } from '../../shared/contract/app.ts'
import type { Bridge } from '../../shared/contract/app.ts'
import { EngineCalls } from './engine-calls.ts'
import { refusal } from './refusal.ts'

/** Names of the contract, put in by the build, so that its schemas are not loaded here. */
declare const CONTRACT_NAMES: { commands: string[]; queries: string[]; events: string[] }

const appCalls = new Set<string>(appCallNames)
const commands = new Set(CONTRACT_NAMES.commands)
const queries = new Set(CONTRACT_NAMES.queries)
const handlers = new Map<string, Set<(payload: unknown) => void>>(
  [...CONTRACT_NAMES.events, ...appEventNames].map((name) => [name, new Set()]),
)

const engine = new EngineCalls(emit)

ipcRenderer.on('engine-port', ({ ports }) => {
  if (ports[0]) engine.use(ports[0])
})
ipcRenderer.on('engine-stopped', (_event, { reason }: { reason: string }) => {
  engine.lose(reason)
  emit('engine.stopped', { reason })
})
ipcRenderer.on('app-event', (_event, { event, payload }: { event: string; payload: unknown }) =>
  emit(event, payload),
)
ipcRenderer.send('engine-wanted')

function emit(event: string, payload: unknown): void {
  for (const handler of handlers.get(event) ?? []) handler(payload)
}

const bridge: Bridge = {
  async invoke(name, payload) {
    if (appCalls.has(name)) return await ipcRenderer.invoke('app-call', name, payload)
    if (commands.has(name)) return await engine.call('command', name, payload)
    if (queries.has(name)) return await engine.call('query', name, payload)
    return refusal('args.unknownName', `There is no command or query ${String(name)}.`)
  },
  subscribe(event, handler) {
    const listeners = handlers.get(event)
    if (!listeners) throw new TypeError(`There is no event ${String(event)}.`)
    // A new function each time, so that subscribing twice and leaving once leaves one.
    const own = (payload: unknown): void => handler(payload)
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  },
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
}

contextBridge.exposeInMainWorld('standpoint', bridge)
