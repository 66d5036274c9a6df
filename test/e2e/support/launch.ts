import { _electron, errors as playwrightErrors } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../../../shared/contract/app.ts'
import { ensureElectron } from '../../../scripts/lib/electron-runtime.mjs'

export const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** The running program, with folders of its own that nothing else on the computer shares. */
export interface RunningApp {
  electron: ElectronApplication
  /** The first window. */
  page: Page
  /** An empty folder for the files of this test. */
  folder: string
  /** Settings, recent projects, window state. */
  userData: string
  /** Everything the pages wrote to their console as an error, and every uncaught exception. */
  errors: string[]
  /** Ends the program as a user does, and removes the folders. */
  close: () => Promise<void>
  /** Starts the program again with the same settings; the test's folder stays. */
  restart: () => Promise<RunningApp>
}

export interface LaunchOptions {
  /** Settings the program finds at its start; English unless told otherwise. */
  settings?: Partial<Settings>
  /** Project file to open, as by a double click on it. */
  project?: string
  /** Further switches for Electron. */
  switches?: string[]
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = mkdtempSync(join(tmpdir(), 'standpoint-user-'))
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
  writeFileSync(
    join(userData, 'settings.json'),
    JSON.stringify({ language: 'en', theme: 'light', ...options.settings }),
  )
  return await start(options, userData, folder)
}

async function start(
  options: LaunchOptions,
  userData: string,
  folder: string,
): Promise<RunningApp> {
  const electron = askingAgain(await launched(options, userData, folder))
  const errors: string[] = []
  electron.on('window', (page) => watch(page, errors))
  const page = await electron.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return {
    electron,
    page,
    folder,
    userData,
    errors,
    close: async () => {
      await electron.close()
      rmSync(userData, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
    restart: async () => {
      await electron.close()
      return await start(options, userData, folder)
    },
  }
}

/**
 * Electron under a virtual display now and then never says that it has begun, once in some dozens of
 * starts on a busy machine, and before it runs anything of ours. Then it is started again.
 */
async function launched(
  options: LaunchOptions,
  userData: string,
  folder: string,
): Promise<ElectronApplication> {
  const { executable } = await ensureElectron({ quiet: true })
  const launch = (timeout: number) =>
    _electron.launch({
      executablePath: executable,
      args: [
        repository,
        `--user-data-dir=${userData}`,
        '--disable-gpu',
        // Chromium refuses its sandbox to root, which is who tests run as in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(options.switches ?? []),
        ...(options.project === undefined ? [] : [options.project]),
      ],
      cwd: folder,
      env: environment(),
      timeout,
    })
  try {
    return await launch(10_000)
  } catch (error) {
    if (!(error instanceof playwrightErrors.TimeoutError)) throw error
    process.stdout.write('Electron did not begin within 10 s; starting it again.\n')
    return await launch(60_000)
  }
}

/**
 * The debugger holds the promise of an answer only weakly; when memory is cleared up, mostly soon after a
 * start, an answer of the main process is lost now and then, also twice. Then it is asked again.
 */
function askingAgain(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron) as (...args: unknown[]) => Promise<unknown>
  const patiently = async (...args: unknown[]) => {
    for (let tries = 1; ; tries++) {
      try {
        return await evaluate(...args)
      } catch (error) {
        if (tries === 5 || !String(error).includes('promise was garbage collected')) throw error
      }
    }
  }
  return Object.assign(electron, { evaluate: patiently })
}

/** As given, but never Electron as a plain Node, which terminals of some editors ask for. */
function environment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? '']))
}

function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
}
