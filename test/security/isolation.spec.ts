import { expect, test } from '@playwright/test'
import { launchApp } from '../e2e/support/launch.ts'
import type { RunningApp } from '../e2e/support/launch.ts'

const outside = 'https://example.com/'

test.describe('a page that tries to get out', () => {
  let app: RunningApp
  test.beforeAll(async () => {
    // A device that would be there, so that only the permission stands in the way.
    app = await launchApp({ switches: ['--use-fake-device-for-media-stream'] })
  })
  test.afterAll(async () => await app.close())

  test('opens no window', async () => {
    const opened = await app.page.evaluate((url) => window.open(url) !== null, outside)
    expect(opened).toBe(false)
    expect(app.electron.windows()).toHaveLength(1)
  })

  for (const target of [outside, 'file:///etc/passwd', 'data:text/html,other']) {
    test(`does not navigate to ${target}`, async () => {
      const before = app.page.url()
      const refused = await app.electron.evaluate(
        async ({ BrowserWindow }, url) =>
          await new Promise<boolean>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents
            // Some addresses are stopped by Chromium itself, before Electron asks anybody.
            contents?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented))
            contents?.once('console-message', () => resolve(true))
            contents?.once('did-navigate', () => resolve(false))
            void contents?.executeJavaScript(`location.href = ${JSON.stringify(url)}; 0`)
          }),
        target,
      )
      expect(refused).toBe(true)
      expect(app.page.url()).toBe(before)
      expect(await app.page.evaluate(() => typeof window.standpoint)).toBe('object')
    })
  }

  test('comes back from an empty page, which Chromium shows without asking', async () => {
    const before = app.page.url()
    await app.page.evaluate(() => location.assign('about:blank'))
    await app.page.waitForURL('about:blank')
    await app.page.waitForURL(before)
    expect(await app.page.evaluate(() => typeof window.standpoint)).toBe('object')
  })

  test('does not submit a form elsewhere', async () => {
    const violated = await app.page.evaluate(
      async (url) =>
        await new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          )
          const form = document.createElement('form')
          form.action = url
          document.body.append(form)
          form.submit()
        }),
      outside,
    )
    expect(violated).toBe('form-action')
  })

  for (const url of [
    outside,
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'standpoint://elsewhere/index.html',
  ]) {
    test(`does not fetch ${url}`, async () => {
      const outcome = await app.page.evaluate(
        async (address) =>
          await fetch(address).then(
            (answer) => `status ${answer.status}`,
            (error: unknown) => String(error),
          ),
        url,
      )
      expect(outcome).toContain('TypeError')
    })
  }

  for (const path of ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2fmain%2fmain.cjs']) {
    test(`finds nothing outside its folder: ${path}`, async () => {
      const status = await app.page.evaluate(
        async (address) => (await fetch(address)).status,
        `standpoint://app${path}`,
      )
      expect(status).toBe(404)
    })
  }

  test('loads no picture, frame, style sheet or web socket from elsewhere', async () => {
    const directives = await app.page.evaluate(async (url) => {
      const seen = new Set<string>()
      const enough = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          seen.add(event.effectiveDirective)
          if (seen.size === 4) resolve()
        })
      })
      const image = document.createElement('img')
      image.src = `${url}x.png`
      const frame = document.createElement('iframe')
      frame.src = url
      const style = document.createElement('link')
      style.rel = 'stylesheet'
      style.href = `${url}x.css`
      document.body.append(image, frame, style)
      try {
        new WebSocket('wss://example.com/')
      } catch {
        // Some versions throw at once, the others report a violation and an error event.
      }
      await enough
      return [...seen].sort()
    }, outside)
    expect(directives).toEqual(['connect-src', 'frame-src', 'img-src', 'style-src-elem'])
  })

  test('runs no text as a program', async () => {
    const outcome = await app.page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      )
      const ran: string[] = []
      Object.assign(window, { ran: (how: string) => ran.push(how) })
      const holder = document.createElement('div')
      document.body.append(holder)
      const script = document.createElement('script')
      script.textContent = "ran('inline script')"
      holder.append(script)
      holder.insertAdjacentHTML('beforeend', '<img src="x:" onerror="ran(\'handler\')">')
      holder.insertAdjacentHTML('beforeend', '<a id="link" href="javascript:ran(\'link\')">x</a>')
      document.getElementById('link')?.click()
      // Later, because what the test itself runs at once may use eval.
      const evaluated = new Promise((resolve) =>
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-eval
            ;(0, eval)("ran('eval')")
          } catch {
            violations.push('eval refused')
          }
          resolve(undefined)
        }),
      )
      await evaluated
      const image = holder.querySelector('img')
      await new Promise((resolve) => {
        if (image?.complete) resolve(undefined)
        image?.addEventListener('error', resolve)
        document.addEventListener('securitypolicyviolation', resolve)
      })
      return { ran, violations }
    })
    expect(outcome.ran).toEqual([])
    expect(outcome.violations).toContain('eval refused')
    expect(outcome.violations).toContain('script-src-elem')
  })

  test('is given no permission', async () => {
    const answers = await app.page.evaluate(async () => {
      const refusal = (error: unknown) => (error instanceof Error ? error.name : String(error))
      return {
        notification: await Notification.requestPermission(),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.code),
          ),
        ),
        microphone: await navigator.mediaDevices
          .getUserMedia({ audio: true })
          .then(() => 'given', refusal),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'given', refusal),
        clipboard: await navigator.clipboard.readText().then(() => 'given', refusal),
      }
    })
    expect(answers).toMatchObject({
      notification: 'denied',
      place: 'denied',
      microphone: 'NotAllowedError',
      clipboard: 'NotAllowedError',
    })
    expect(answers.screen).not.toBe('given')
  })

  test('neither do the parts around it: the session refuses every address on the network', async () => {
    const outcome = await app.electron.evaluate(
      async ({ session }, url) =>
        await session.defaultSession.fetch(url).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      outside,
    )
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  })
})
