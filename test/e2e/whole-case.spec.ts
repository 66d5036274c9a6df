import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  hostSession,
  joinFrom,
  meetLive,
  openLive,
  openMeeting,
  share,
  useFolder,
} from './pages/meeting-page.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { openSample } from './scenes/sample-pictures.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'

const title = 'Intervju 1, Torunn'
const both = 'Det er typen som telles'
const [hers, his] = ['det tok vel tjue minutter', 'Så det er den jeg må ha riktig']
const host = 'Ingrid Solvang'
const guest = 'Bo Bakken'

const apps: RunningApp[] = []
test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const roundIn = (page: Page): Locator =>
  page.getByRole('listitem').filter({ hasText: 'Not closed yet' }).or(closedRoundIn(page))
const closedRoundIn = (page: Page): Locator =>
  page.getByRole('listitem').filter({ hasText: 'All have closed.' })

async function closePart({ page }: RunningApp): Promise<void> {
  await openMeeting(page)
  await roundIn(page).getByRole('button', { name: 'Close my part…' }).click()
  await page.getByRole('button', { name: 'Close my part', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function codeBlind(app: RunningApp, words: readonly string[]): Promise<void> {
  await roundIn(app.page).getByRole('button', { name: 'Code in this round' }).click()
  await expect(roundIn(app.page)).toContainText('You are in it')
  await new Workspace(app).openSource(title)
  const reader = new Reader(app.page, title)
  await reader.text.focus()
  for (const each of words) {
    await reader.select(each)
    await reader.code('rapportering')
  }
}

/** What of the interview is in the layer of the round, as far as this window may know of it. */
async function inTheRound(page: Page): Promise<string[]> {
  const [round] = (await query(page, 'rounds.list', {})).items
  const { items } = await query(page, 'codings.list', { layer: round?.id ?? '' })
  return items.map(({ quote }) => quote).toSorted()
}

/** Decides the item in hand with a key and a reason. */
async function settle(page: Page, key: string, reason: string): Promise<void> {
  await page.getByRole('listbox', { name: 'Items' }).focus()
  await page.keyboard.press(key)
  await page.keyboard.type(reason)
  await page.keyboard.press('Enter')
}

async function settled(page: Page): Promise<string[]> {
  const { items } = await query(page, 'codings.list', { view: 'settled' })
  return items.map(({ quote }) => quote).toSorted()
}

test('two analysts go from one project to a report: bundle, blind round, live, folder, settlement', async () => {
  const [ingrid, bo] = await Promise.all([launchApp(), launchApp()])
  apps.push(ingrid, bo)
  await openSample(ingrid, join(ingrid.folder, 'Sample.standpoint'))
  const { id: codeId } = await command(ingrid.page, 'codes.create', { name: 'rapportering' })
  await openMeeting(ingrid.page)
  await joinFrom(bo, await share(ingrid, 'for-bo'), guest)
  await openMeeting(bo.page)

  // Live: the round reaches the partner at once, and nothing of what is coded in it.
  await meetLive(ingrid, bo, await hostSession(ingrid), { host, guest })
  await ingrid.page.getByRole('button', { name: 'New round…' }).click()
  await ingrid.page.getByRole('dialog').getByRole('button', { name: 'Make the round' }).click()
  await codeBlind(ingrid, [both, hers])
  await codeBlind(bo, [both, his])
  expect(await inTheRound(ingrid.page)).toEqual([both, hers].toSorted())
  expect(await inTheRound(bo.page)).toEqual([both, his].toSorted())
  await closePart(ingrid)
  await closePart(bo)
  const all = [both, both, hers, his].toSorted()
  for (const { page } of [ingrid, bo]) await expect.poll(() => inTheRound(page)).toEqual(all)
  const live = await openLive(ingrid)
  await live.getByRole('button', { name: 'End the session' }).click()
  await expect(live.getByRole('button', { name: 'Open the session' })).toBeVisible()
  await ingrid.page.keyboard.press('Escape')

  // Apart: both rename the same code. A service makes copies of what lies in the shared folder.
  await command(ingrid.page, 'codes.update', { codeIds: [codeId], name: 'telling' })
  await command(bo.page, 'codes.update', { codeIds: [codeId], name: 'å bli telt' })
  const shared = join(ingrid.folder, 'shared')
  mkdirSync(shared)
  await useFolder(ingrid, shared, 'grønn stein')
  const parts = join(shared, readdirSync(shared)[0] ?? '')
  for (const name of readdirSync(parts).filter((each) => each.endsWith('.part')))
    copyFileSync(join(parts, name), join(parts, name.replace('.part', ' (conflicted copy).part')))
  const boCard = await useFolder(bo, shared, 'grønn stein')
  for (const { page } of [ingrid, bo])
    await expect(page.getByRole('button', { name: '1 to settle' })).toBeVisible()

  // Settlement: what merging left, what all agree on, and the two differences.
  const { page } = ingrid
  await page.getByRole('button', { name: '1 to settle' }).click()
  await settle(page, 'a', 'the word she uses')
  await expect(page.getByRole('main')).toContainText('All settled')
  await openMeeting(page)
  await closedRoundIn(page).getByRole('button', { name: 'Settle what all agree on' }).click()
  await closedRoundIn(page).getByRole('button', { name: 'Compare' }).click()
  const progress = page.getByRole('main').getByRole('status').first()
  await expect(progress).toHaveText('0 of 2 settled')
  await settle(page, 'a', 'the minutes are work that is not counted')
  await expect(progress).toHaveText('1 of 2 settled')
  await settle(page, 'b', 'it follows from the type')
  await expect(progress).toHaveText('2 of 2 settled')
  expect(await settled(page)).toEqual([both, hers, his].toSorted())
  await openMeeting(page)
  await page.getByRole('button', { name: 'Exchange now' }).click()
  await boCard.getByRole('button', { name: 'Exchange now' }).click()
  await expect.poll(() => settled(bo.page)).toEqual(await settled(page))
  await expect(bo.page.getByRole('button', { name: '1 to settle' })).toBeHidden()

  // The report, from the partner's copy.
  await bo.page
    .locator('.rail')
    .getByRole('button', { name: /^Analysis/ })
    .click()
  await bo.page.locator('.analysis-panel').getByRole('button', { name: 'Reconciliation' }).click()
  const report = join(bo.folder, 'report.docx')
  await answerSaveDialog(bo.electron, report)
  await bo.page.getByRole('button', { name: 'Save…' }).click()
  await expect(new Workspace(bo).message('Saved')).toBeVisible()
  const document = strFromU8(
    unzipSync(readFileSync(report))['word/document.xml'] ?? new Uint8Array(),
  )
  const words = document.replaceAll(/<[^>]+>/g, ' ')
  for (const said of ['the word she uses', 'work that is not counted', 'from the type', host, hers])
    expect(words).toContain(said)
  expect([...ingrid.errors, ...bo.errors]).toEqual([])
})
