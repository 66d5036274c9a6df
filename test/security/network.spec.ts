import { expect, test } from '@playwright/test'
import { fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureElectron } from '../../scripts/lib/electron-runtime.mjs'
import { repository } from '../e2e/support/launch.ts'
import { makeProject } from '../e2e/support/projects.ts'
import { commandOf, networkSockets, processTree } from '../e2e/support/processes.ts'

/** How long the program is watched after it has opened its project, in milliseconds. */
const watchTime = 4_000

test('the watcher sees a process that listens', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  expect(networkSockets(process.pid).some((socket) => socket.startsWith('tcp 0100007F:'))).toBe(
    true,
  )
  await new Promise((resolve) => server.close(resolve))
})

test('no process of the program listens on, or connects to, any network', async () => {
  // Started without Playwright, whose way of driving the program is itself a network socket.
  const { executable } = await ensureElectron({ quiet: true })
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-network-'))
  const project = await makeProject(folder, {
    'Interview.txt': 'I: What do you do?\nBerit: I wait.\n',
  })
  const userData = join(folder, 'user')
  const child = spawn(
    executable,
    [
      repository,
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      project,
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const seen = new Set<string>()
  const commands = new Set<string>()
  const look = () => {
    for (const pid of processTree(child.pid ?? 0)) {
      commands.add(commandOf(pid))
      for (const socket of networkSockets(pid)) seen.add(`${socket} of ${commandOf(pid)}`)
    }
  }
  let openedAt: number | undefined
  try {
    await expect
      .poll(
        () => {
          look()
          // The window notes the project once the engine has opened it.
          if (textOf(join(userData, 'recent-projects.json')).includes(project)) {
            openedAt ??= Date.now()
          }
          return openedAt === undefined ? 'not open yet' : Date.now() - openedAt > watchTime
        },
        { timeout: 40_000, intervals: [50] },
      )
      .toBe(true)
  } finally {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  expect([...seen]).toEqual([])
  // It was really all of it: the page and the engine were there to be watched.
  expect([...commands].some((command) => command.includes('--type=renderer'))).toBe(true)
  expect(
    [...commands].some((command) => /engine-process|utility-sub-type=node/.test(command)),
  ).toBe(true)
})

test('a live session listens on one port, and on none when it is ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-network-'))
  const path = await makeProject(folder)
  const engine = fork(join(repository, 'dist', 'engine', 'engine-process.mjs'), [], {
    execArgv: [],
    serialization: 'advanced',
  })
  const ended = new Promise((resolve) => engine.on('exit', resolve))
  let lastId = 0
  const command = async (name: string, args: object = {}) => {
    lastId += 1
    const id = lastId
    const answer = new Promise<unknown>((resolve) => {
      const listen = (message: { id?: number; result?: unknown }) => {
        if (message.id !== id) return
        engine.off('message', listen)
        resolve(message.result)
      }
      engine.on('message', listen)
    })
    engine.send({ id, kind: 'command', name, args })
    expect(await answer).toMatchObject({ ok: true })
  }
  try {
    await command('project.open', { path })
    expect(networkSockets(engine.pid ?? 0)).toEqual([])
    await command('live.host')
    expect(networkSockets(engine.pid ?? 0)).toHaveLength(1)
    await command('live.invite')
    expect(networkSockets(engine.pid ?? 0)).toHaveLength(1)
    await command('live.stop')
    expect(networkSockets(engine.pid ?? 0)).toEqual([])
    await command('live.host')
    await command('project.close')
    expect(networkSockets(engine.pid ?? 0)).toEqual([])
  } finally {
    engine.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
})

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
