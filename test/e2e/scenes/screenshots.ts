// Takes the pictures of docs/screenshots. Argument: the folder to put them in.
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Reader } from '../pages/reader.ts'
import { newProject } from '../pages/start-screen.ts'
import { Workspace, titleOf } from '../pages/workspace.ts'
import { answerOpenDialog } from '../support/dialogs.ts'
import { launchApp } from '../support/launch.ts'
import type { RunningApp } from '../support/launch.ts'
import { allSamples, samples } from '../support/samples.ts'
import { walkThroughResults } from './results-pictures.ts'
import { openSample, walkThroughSample } from './sample-pictures.ts'
import { smallPng } from './small-png.ts'
import { walkThroughPages } from './two-analysts.ts'
import { makeAnalysis } from './two-offices.ts'

const folder = process.argv[2] ?? '.'
const largest = 150_000

async function take(page: Page, name: string): Promise<void> {
  await dismissMessages(page)
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const png = smallPng(await page.screenshot())
  if (png.length > largest) throw new Error(`${name}.png has ${png.length} bytes`)
  writeFileSync(join(folder, `${name}.png`), png)
  process.stdout.write(`${name}.png ${Math.round(png.length / 1000)} kB\n`)
}

/** Messages would lie over what the picture is to show. */
async function dismissMessages(page: Page): Promise<void> {
  const buttons = page.locator('.toaster').getByRole('button', { name: /^(Dismiss|Lukk)/ })
  while ((await buttons.count()) > 0) await buttons.first().click()
}

async function resize(app: RunningApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await app.page.waitForFunction((wanted) => innerWidth === wanted, width)
}

async function setLook(page: Page, settings: Record<string, unknown>): Promise<void> {
  await page.keyboard.press('Control+Comma')
  await expect(page.locator('#settings-look')).toBeVisible()
  const { theme, language } = settings
  if (theme === 'dark') await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  if (theme === 'light') await page.getByRole('radio', { name: 'Light' }).check({ force: true })
  if (language === 'nb') {
    await page.getByRole('radio', { name: 'Norsk bokmål' }).check({ force: true })
  }
  await page.keyboard.press('Control+w')
}

const app = await launchApp()
const { page } = app
try {
  await resize(app, 1400, 880)
  await page.mouse.move(2, 2)
  await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  await take(page, 'start')
  await newProject(app, 'Two offices')
  const workspace = new Workspace(app)
  await take(page, 'empty-project')
  await answerOpenDialog(app.electron, allSamples)
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('dialog')).toContainText('60 turns')
  await take(page, 'import-preview')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await workspace.importFiles(allSamples)
  await makeAnalysis(page)

  await workspace.openSource(titleOf(samples.randi))
  const randi = new Reader(page, titleOf(samples.randi))
  await randi.text.click()
  await randi.select('Det er ikke kontakten som gjør feltet grønt, det er notatet.')
  await randi.stripe('notatet').first().click()
  await expect(workspace.inspector.getByRole('blockquote')).toContainText('notatet')
  await take(page, 'reading-light')
  await randi.text.press('c')
  await expect(randi.picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('tel')
  await expect(randi.picker.getByRole('option', { name: 'tellebesøk' })).toBeVisible()
  await take(page, 'coding')
  await page.keyboard.press('Escape')

  await setLook(page, { theme: 'dark' })
  await expect(randi.text).toBeVisible()
  await take(page, 'reading-dark')
  await setLook(page, { theme: 'light' })

  await workspace.showPanel('Codes')
  await workspace.code('usynlig arbeid').click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.code-page')).toContainText('Å vente riktig')
  await take(page, 'code-page')
  await page.keyboard.press('Control+Shift+e')
  await expect(page.getByRole('region', { name: 'Preview of the codebook' })).toContainText(
    'frister',
  )
  await take(page, 'codebook')

  await resize(app, 1024, 700)
  await workspace.openSource(titleOf(samples.jonas))
  await expect(new Reader(page, titleOf(samples.jonas)).text).toBeVisible()
  await take(page, 'narrow')
  await resize(app, 1400, 880)
  await setLook(page, { language: 'nb' })
  await expect(page.locator('.reading-text').last()).toBeVisible()
  await take(page, 'norwegian')
  const second = await launchApp()
  try {
    await resize(second, 1400, 880)
    await openSample(second, join(second.folder, 'Sample project.standpoint'))
    await walkThroughSample(second, (name) => take(second.page, name))
    await walkThroughPages(second, (name) => take(second.page, name))
    await walkThroughResults(second, (name) => take(second.page, name))
  } finally {
    await second.close()
  }
  if (app.errors.length > 0) throw new Error(app.errors.join('\n'))
} catch (error) {
  await page.screenshot({
    path: join(folder, '..', '..', 'test-results', 'screenshots-failed.png'),
  })
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await app.close()
}
