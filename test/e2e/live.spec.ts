import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostSession, meetLive, openLive } from './pages/meeting-page.ts'
import { MemoPage } from './pages/memo-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { act, bundleOf, inProject, joinProject, makeProject } from './support/projects.ts'

const interview = 'I: Hva telles?\nKari: Fredag er skjemadag, da teller vi.\nI: Takk.\n'

const apps: RunningApp[] = []
let folder = ''

test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A window with a project open. */
async function windowOf(project: string): Promise<RunningApp> {
  const app = await launchApp({ project })
  apps.push(app)
  await new Workspace(app).openSource('Samtale')
  return app
}

test('two windows work in one project: invited, let in, coding on both, following, and removed', async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-live-'))
  const annas = await makeProject(folder, { 'Samtale.txt': interview })
  await inProject(annas, () => act('codes.create', { name: 'skjemaarbeid' }))
  const bos = join(folder, 'Bo.standpoint')
  await joinProject(await bundleOf(annas), bos, 'Bo Bakken')

  const anna = await windowOf(annas)
  const link = await hostSession(anna)

  const bo = await windowOf(bos)
  await meetLive(anna, bo, link, { host: 'Kari Nordmann', guest: 'Bo Bakken' })
  await expect(anna.page.getByRole('button', { name: 'Live · 2 here' })).toBeVisible()

  const boReads = new Reader(bo.page, 'Samtale')
  await boReads.text.focus()
  await boReads.select('Fredag er skjemadag')
  await expect(anna.page.getByText('Bo Bakken has selected this')).toBeAttached()
  await expect(anna.page.locator('.reader-box')).toBeVisible()
  await boReads.code('skjema')
  const annaReads = new Reader(anna.page, 'Samtale')
  await expect(annaReads.stripe('skjemaarbeid')).toBeVisible()
  await annaReads.text.focus()
  await annaReads.select('Takk')
  await annaReads.codeAnew('avslutning')
  await expect(boReads.stripe('avslutning')).toBeVisible()

  // A memo written together: each sees where the other writes.
  await anna.page.keyboard.press('Control+Shift+m')
  const annaWrites = new MemoPage(anna.page)
  await annaWrites.begin('Sammen')
  await anna.page.keyboard.type('Anna begynner')
  const boOpens = new Workspace(bo)
  await boOpens.showPanel('Memos')
  await bo.page.locator('.memo-row', { hasText: 'Sammen' }).click()
  const boWrites = new MemoPage(bo.page)
  await expect(boWrites.text).toContainText('Anna begynner')
  await expect(bo.page.locator('.memo-caret')).toHaveText('Kari Nordmann')
  await boWrites.text.click()
  await bo.page.keyboard.press('Control+End')
  await bo.page.keyboard.type(', Bo fortsetter')
  await expect(annaWrites.text).toContainText('Anna begynner, Bo fortsetter')
  const caret = anna.page.locator('.memo-caret')
  await expect(caret).toHaveText('Bo Bakken')
  // At the end of what Bo has written.
  const right = async (): Promise<number> =>
    annaWrites.text.evaluate((text) => {
      const range = document.createRange()
      range.selectNodeContents(text.querySelector('p') ?? text)
      return range.getBoundingClientRect().right
    })
  await expect
    .poll(async () => Math.abs(((await caret.boundingBox())?.x ?? 0) - (await right())))
    .toBeLessThan(3)
  await boOpens.openSource('Samtale')
  await expect(caret).toHaveCount(0)
  await new Workspace(anna).openSource('Samtale')

  const people = await openLive(anna)
  await people.getByRole('button', { name: 'Follow Bo Bakken' }).click()
  await expect(anna.page.getByRole('button', { name: /^Following Bo Bakken/ })).toBeVisible()
  await anna.page.keyboard.press('Escape')
  await expect(anna.page.getByRole('button', { name: /^Following Bo Bakken/ })).toBeHidden()
  const again = await openLive(anna)
  await again.getByRole('button', { name: 'Remove Bo Bakken' }).click()
  await expect(again.getByText('to come back takes a new invitation')).toBeVisible()
  await expect(again.getByRole('button', { name: 'Let stay' })).toBeFocused()
  await again.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(bo.page.getByRole('button', { name: 'Live · ended' })).toBeVisible()
  await expect(bo.page.getByText('Everything you did is in your own project.')).toBeVisible()
  expect((await query(bo.page, 'live.status', {})).problem).toBe('live.removed')
  await again.getByRole('button', { name: 'End the session' }).click()
  await expect(again.getByRole('button', { name: 'Open the session' })).toBeVisible()
  expect(anna.errors).toEqual([])
  expect(bo.errors).toEqual([])
})
