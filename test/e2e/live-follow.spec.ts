import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostSession, meetLive, openLive } from './pages/meeting-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { bundleOf, joinProject, makeProject } from './support/projects.ts'

const long = Array.from(
  { length: 150 },
  (_, index) => `Avsnitt ${index + 1} handler om skjemaene som fylles ut hver fredag.`,
).join('\n\n')

const apps: RunningApp[] = []
let folder = ''

test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('following goes along past what is selected and to memos, says when there is nothing to show, and ends by own reading', async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-follow-'))
  const annas = await makeProject(folder, { 'Samtale.txt': long, 'Annen.txt': 'Noe annet.' })
  const bos = join(folder, 'Bo.standpoint')
  await joinProject(await bundleOf(annas), bos, 'Bo Bakken')
  const [anna, bo] = [await launchApp({ project: annas }), await launchApp({ project: bos })]
  apps.push(anna, bo)
  await new Workspace(anna).openSource('Annen')
  await new Workspace(bo).openSource('Samtale')
  const link = await hostSession(anna)
  await meetLive(anna, bo, link, { host: 'Kari Nordmann', guest: 'Bo Bakken' })

  const following = anna.page.getByRole('button', { name: /^Following Bo Bakken/ })
  const follow = async (): Promise<void> => {
    const people = await openLive(anna)
    await people.getByRole('button', { name: 'Follow Bo Bakken' }).click()
    await expect(following).toBeVisible()
  }
  const first = anna.page.getByText('Avsnitt 1 handler')
  const last = anna.page.getByText('Avsnitt 150 handler')
  await new Reader(bo.page, 'Samtale').select('Avsnitt 3 handler')
  await follow()
  await expect(first).toBeInViewport()

  // What Bo has selected stays where it is; Bo reads on.
  await bo.page.getByText('Avsnitt 3 handler').hover()
  await bo.page.mouse.wheel(0, 100_000)
  await expect(last).toBeInViewport()
  await expect(following).toBeVisible()

  await anna.page.getByText('Avsnitt 150 handler').hover()
  await anna.page.mouse.wheel(0, -100_000)
  await expect(following).toBeHidden()
  await expect(first).toBeInViewport()

  // Again to the same place, then with Bo to where there is no text.
  await follow()
  await expect(last).toBeInViewport()
  await bo.page.keyboard.press('Control+,')
  await expect(following).toHaveText(/now on another page/)
  await bo.page.keyboard.press('Control+Shift+m')
  await expect(bo.page.getByRole('textbox', { name: 'Title of the memo' })).toBeFocused()
  await bo.page.keyboard.type('Funn')
  await bo.page.keyboard.press('Enter')
  await bo.page.keyboard.type('Fredager')
  await expect(
    anna.page
      .getByRole('heading', { name: 'Funn' })
      .or(new Workspace(anna).frontTab.getByText('Funn'))
      .first(),
  ).toBeVisible()

  // A page one opens oneself is where one wants to be.
  await new Workspace(anna).openSource('Annen')
  await expect(following).toBeHidden()
  await new Workspace(bo).openSource('Samtale')
  await follow()
  const leaves = await openLive(bo)
  await leaves.getByRole('button', { name: 'Leave the session' }).click()
  await expect(anna.page.getByText('Bo Bakken is not here any more.')).toBeVisible()
  await expect(following).toBeHidden()
})
