import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureElectron } from '../../scripts/lib/electron-runtime.mjs'
import type { AppCallName, AppCalls } from '../../shared/contract/app.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp, repository } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { commandOf, processTree } from './support/processes.ts'

let app: RunningApp
test.beforeEach(async () => {
  app = await launchApp()
})
test.afterEach(async () => await app.close())

async function call<N extends AppCallName>(
  name: N,
  payload: AppCalls[N]['in'],
): Promise<AppCalls[N]['out']> {
  const result = await app.page.evaluate(
    async ([called, input]) => await window.standpoint.invoke(called, input),
    [name, payload] as const,
  )
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.value as AppCalls[N]['out']
}

test('settings are kept, and one bad value does not take the others along', async () => {
  await call('app.changeSettings', { readingSize: 22, theme: 'dark', window: { left: 240 } })
  app = await app.restart()
  expect(await call('app.settings', {})).toMatchObject({
    readingSize: 22,
    theme: 'dark',
    language: 'en',
  })
  writeFileSync(
    join(app.userData, 'settings.json'),
    JSON.stringify({ language: 'klingon', theme: 'light', readingSize: 20 }),
  )
  app = await app.restart()
  expect(await call('app.settings', {})).toMatchObject({
    language: 'en',
    theme: 'light',
    readingSize: 20,
  })
})

test('settings that are no JSON do not keep the program from starting', async () => {
  writeFileSync(join(app.userData, 'settings.json'), '{"language": "nb", ')
  app = await app.restart()
  expect(await call('app.settings', {})).toMatchObject({ readingSize: 18, readingMeasure: 68 })
})

test('recent projects: latest first, each once, gone ones marked, forgotten ones gone', async () => {
  const there = join(app.folder, 'There.standpoint')
  writeFileSync(there, '')
  const gone = join(app.folder, 'Gone.standpoint')
  await call('app.noteRecent', { path: there, title: 'Old title' })
  await call('app.noteRecent', { path: gone, title: 'Gone' })
  await call('app.noteRecent', { path: there, title: 'There' })
  app = await app.restart()
  const recent = await call('app.recent', {})
  expect(recent.map(({ title, exists }) => ({ title, exists }))).toEqual([
    { title: 'There', exists: true },
    { title: 'Gone', exists: false },
  ])
  await call('app.forgetRecent', { path: gone })
  expect((await call('app.recent', {})).map(({ path }) => path)).toEqual([there])
})

test('the window comes back in the size and zoom it had', async () => {
  const wanted = { bounds: { x: 40, y: 30, width: 1100, height: 720 }, zoom: 1 }
  const resize = () =>
    app.electron.evaluate(({ BrowserWindow }, { bounds, zoom }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setBounds(bounds)
      window?.webContents.setZoomLevel(zoom)
    }, wanted)
  const state = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomLevel() }
    })
  // A window that is being shown may be given its first size once more by the display server, on a busy
  // machine just before it is closed; then that is what it comes back with.
  await expect(async () => {
    await resize()
    expect(await state()).toEqual(wanted)
    app = await app.restart()
    await expect.poll(state, { timeout: 5_000 }).toEqual(wanted)
  }).toPass()
})

test('a saved name gets the ending that was asked for', async () => {
  const filters = [{ name: 'Word', extensions: ['docx'] }]
  await answerSaveDialog(app.electron, join(app.folder, 'codebook'))
  expect(await call('app.chooseSave', { defaultName: 'codebook.docx', filters })).toBe(
    join(app.folder, 'codebook.docx'),
  )
  await answerSaveDialog(app.electron, join(app.folder, 'Kodebok.DOCX'))
  expect(await call('app.chooseSave', { defaultName: 'codebook.docx', filters })).toBe(
    join(app.folder, 'Kodebok.DOCX'),
  )
  await answerSaveDialog(app.electron, null)
  expect(await call('app.chooseSave', { defaultName: 'codebook.docx', filters })).toBeNull()
})

test('a cancelled choice is no choice', async () => {
  await answerOpenDialog(app.electron, [])
  expect(await call('app.chooseOpen', {})).toBeNull()
  expect(await call('app.chooseFolder', {})).toBeNull()
  expect(await call('app.chooseFiles', { filters: [] })).toEqual([])
})

test('a choice in the native menu reaches the window by its name', async () => {
  await app.page.evaluate(() => {
    const chosen: string[] = []
    Object.assign(window, { chosen })
    window.standpoint.subscribe('app.menu', (payload) => {
      chosen.push((payload as { action: string }).action)
    })
  })
  await app.electron.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    Menu.buildFromTemplate = (template) => {
      const menu = build(template)
      // The window's own menu may be built at the same time.
      if (template[0]?.label === 'Only here') Object.assign(globalThis, { builtMenu: menu })
      return menu
    }
  })
  await call('app.setMenu', {
    menus: [
      {
        label: 'Only here',
        items: [
          { type: 'action', action: 'codes.test', label: 'Test', accelerator: 'CmdOrCtrl+T' },
          { type: 'separator' },
          { type: 'role', role: 'quit', label: 'Quit' },
        ],
      },
    ],
  })
  await app.electron.evaluate(() => {
    const { builtMenu } = globalThis as unknown as { builtMenu: Electron.Menu }
    builtMenu.items[0]?.submenu?.items[0]?.click()
  })
  await expect
    .poll(() => app.page.evaluate(() => (window as unknown as { chosen: string[] }).chosen))
    .toEqual(['codes.test'])
})

test('a second start hands its project to the first', async () => {
  await app.page.evaluate(() => {
    Object.assign(window, {
      request: new Promise((resolve) => window.standpoint.subscribe('app.openRequest', resolve)),
    })
  })
  const { executable } = await ensureElectron({ quiet: true })
  const second = spawn(
    executable,
    [
      repository,
      `--user-data-dir=${app.userData}`,
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'Other.standpoint',
    ],
    { cwd: app.folder, stdio: 'ignore' },
  )
  const code = new Promise((resolve) => second.on('exit', resolve))
  expect(
    await app.page.evaluate(() => (window as unknown as { request: Promise<unknown> }).request),
  ).toEqual({ path: join(app.folder, 'Other.standpoint') })
  expect(await code).toBe(0)
  expect(app.electron.windows()).toHaveLength(1)
})

test('an engine that is killed is told to the window and replaced; the project opens again', async () => {
  const path = join(app.folder, 'Killed.standpoint')
  await command(app.page, 'project.create', { path, title: 'Killed', analyst: 'Kari' })
  await command(app.page, 'codes.create', { name: 'waiting' })
  await app.page.evaluate(() => {
    Object.assign(window, {
      stopped: new Promise((resolve) => window.standpoint.subscribe('engine.stopped', resolve)),
    })
  })
  const engine = processTree(app.electron.process().pid ?? 0).find((pid) =>
    /engine-process|utility-sub-type=node/.test(commandOf(pid)),
  )
  process.kill(engine ?? -1, 'SIGKILL')
  expect(
    await app.page.evaluate(() => (window as unknown as { stopped: Promise<unknown> }).stopped),
  ).toHaveProperty('reason')
  await command(app.page, 'project.open', { path })
  const { items } = await query(app.page, 'codes.list', {})
  expect(items.map(({ name }) => name)).toEqual(['waiting'])
})

test('closing the window closes the project and leaves no process behind', async () => {
  const path = join(app.folder, 'Closed.standpoint')
  await command(app.page, 'project.create', { path, title: 'Closed', analyst: 'Kari' })
  const processes = processTree(app.electron.process().pid ?? 0)
  expect(processes.length).toBeGreaterThan(2)
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  await expect.poll(() => processes.filter((pid) => commandOf(pid) !== '')).toEqual([])
  // A project that was closed properly has nothing left beside it.
  expect(existsSync(`${path}-wal`)).toBe(false)
  app = await app.restart()
  const info = await command(app.page, 'project.open', { path })
  expect(info.problems).toEqual([])
})
