import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentPolicy } from '../../electron/main/content-policy.ts'
import { launchApp, repository } from '../e2e/support/launch.ts'
import type { RunningApp } from '../e2e/support/launch.ts'

test.describe('the bridge between window and program', () => {
  let app: RunningApp
  test.beforeAll(async () => {
    app = await launchApp()
  })
  test.afterAll(async () => await app.close())

  test('is one object with three functions, and nothing else reaches the page', async () => {
    const surface = await app.page.evaluate(() => {
      const names = ['require', 'process', 'module', 'exports', 'global', 'Buffer', '__dirname']
      return {
        bridge: Object.entries(window.standpoint).map(([name, value]) => [name, typeof value]),
        node: names.filter((name) => name in window),
        added: Object.keys(window).filter((name) => /electron|ipc|preload|standpoint/i.test(name)),
      }
    })
    expect(surface).toEqual({
      bridge: [
        ['invoke', 'function'],
        ['subscribe', 'function'],
        ['pathForFile', 'function'],
      ],
      node: [],
      added: ['standpoint'],
    })
  })

  test('cannot be changed by the page', async () => {
    const changed = await app.page.evaluate(() => {
      const before = window.standpoint.invoke
      try {
        Object.assign(window.standpoint, { invoke: () => 'mine' })
      } catch {
        // Frozen objects throw in strict code; either way nothing may have changed.
      }
      return window.standpoint.invoke !== before
    })
    expect(changed).toBe(false)
  })

  for (const name of ['', 'app.evil', 'constructor', '__proto__', 'toString', 'sql.run']) {
    test(`refuses the unknown name "${name}"`, async () => {
      const result = await app.page.evaluate(
        async (called) => await window.standpoint.invoke(called, {}),
        name,
      )
      expect(result).toMatchObject({ ok: false, error: { code: 'args.unknownName' } })
    })
  }

  test('refuses an unknown event', async () => {
    const outcome = await app.page.evaluate(() => {
      try {
        window.standpoint.subscribe('app.everything' as 'app.menu', () => undefined)
        return 'subscribed'
      } catch (error) {
        return String(error)
      }
    })
    expect(outcome).toContain('There is no event app.everything')
  })

  test('checks what it is given', async () => {
    const result = await app.page.evaluate(
      async () => await window.standpoint.invoke('app.noteRecent', { path: 7 }),
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'args.invalid' } })
  })

  test('answers only the program’s own page', async () => {
    const answer = await app.electron.evaluate(async ({ app: program, BrowserWindow }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          preload: `${program.getAppPath()}/dist/preload/preload.cjs`,
        },
      })
      try {
        await stranger.loadURL('data:text/html,<title>stranger</title>')
        return await stranger.webContents.executeJavaScript(
          "window.standpoint.invoke('app.recent', {})",
        )
      } finally {
        stranger.destroy()
      }
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'args.unknownName' } })
  })

  test('stands in a window with every guard on', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      // Not in the public types, and the only place where the preferences in force can be read.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
  })

  test('the page and the header state the same policy, without inline script', async () => {
    const header = await app.page.evaluate(async () => {
      const answer = await fetch(location.href)
      return answer.headers.get('content-security-policy')
    })
    expect(header).toBe(contentPolicy)
    expect(contentPolicy).toContain("script-src 'self';")
    expect(contentPolicy).not.toContain('unsafe-eval')
    const page = readFileSync(join(repository, 'renderer', 'index.html'), 'utf8')
    const meta = /content="(default-src[^"]+)"/.exec(page)?.[1]
    // A page cannot state who may frame it; only the header can.
    expect(meta).toBe(contentPolicy.replace("frame-ancestors 'none'; ", ''))
  })
})
