import { expect, test } from '@playwright/test'
import { Reader } from './pages/reader.ts'
import { Workspace, titleOf } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProjectOf } from './support/projects.ts'
import { openProjectFile } from './support/open-project.ts'
import { samples } from './support/samples.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
})

test.afterEach(async () => {
  await app.close()
})

async function resize(width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await app.page.waitForFunction((wanted) => innerWidth === wanted, width)
}

test('a narrow window keeps its room for the text and opens the inspector on request', async () => {
  const { page } = app
  const workspace = new Workspace(app)
  const randi = new Reader(page, titleOf(samples.randi))
  const path = await makeProjectOf(app.folder, 'Narrow', [samples.randi])
  await openProjectFile(app, path)
  await workspace.openSource(titleOf(samples.randi))
  const { items } = await query(page, 'sources.list', {})
  const sourceId = items[0]?.id ?? ''
  const { id: codeId } = await command(page, 'codes.create', { name: 'notatet' })
  await command(page, 'passages.code', { sourceId, start: 700, end: 760, codeId })
  await expect(workspace.inspector).toBeVisible()

  await resize(1024, 700)
  await expect(workspace.inspector).toBeHidden()
  const width = async (): Promise<number> => (await randi.text.boundingBox())?.width ?? 0
  expect(await width()).toBeGreaterThan(520)

  // The card of a coding is asked for, so the inspector comes, and the words stay in sight.
  await randi.stripe('notatet').first().click()
  await expect(workspace.inspector.getByRole('blockquote')).toBeVisible()
  await expect(randi.stripe('notatet').first()).toBeInViewport()

  await page.keyboard.press('Control+Alt+Backslash')
  await expect(workspace.inspector).toBeHidden()
  await page.getByRole('button', { name: 'Hide or show the inspector' }).click()
  await expect(workspace.inspector).toBeVisible()

  // Half the screen, or a window zoomed in: one panel at a time.
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.25)
  })
  await expect(workspace.navigator).toBeHidden()
  await page.keyboard.press('Control+Backslash')
  await expect(workspace.navigator).toBeVisible()
  await expect(workspace.inspector).toBeHidden()

  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1)
  })
  await resize(1300, 800)
  await expect(workspace.inspector).toBeVisible()
  expect(app.errors).toEqual([])
})
