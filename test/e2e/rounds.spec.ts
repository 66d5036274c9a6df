import { expect, test } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
  await openProjectFile(
    app,
    await makeProject(app.folder, { 'berit.txt': 'Jeg ringer legen og venter.\n' }),
  )
  await expect(app.page.locator('.rail')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('a blind round is made, coded in apart, closed by both, and then shown to both', async () => {
  const { page } = app
  const partner = await command(page, 'analysts.create', { name: 'Bo Bakken' })
  const { analystId: own } = await query(page, 'project.info', {})
  const { id: codeId } = await command(page, 'codes.create', { name: 'venting' })
  const [source] = (await query(page, 'sources.list', {})).items
  const sourceId = source?.id ?? ''

  await page.getByRole('button', { name: /^People/ }).click()
  await page.getByRole('button', { name: /^Meeting/ }).click()
  await page.getByRole('button', { name: 'New round…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New round' })
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Name').fill('Første runde')
  await page.keyboard.press('Enter')
  const round = page.getByRole('listitem').filter({ hasText: 'Første runde' })
  await expect(round).toContainText('Bo Bakken')
  await round.getByRole('button', { name: 'Code in this round' }).click()
  await expect(round).toContainText('You are in it')
  await command(page, 'passages.code', { sourceId, start: 4, end: 16, codeId })
  await expect(round).toContainText('You have coded 1 passage')
  expect(await axeFaults(page)).toEqual([])
  await round.getByRole('button', { name: 'Close my part…' }).click()
  await page.getByRole('button', { name: 'Close my part', exact: true }).click()
  await expect(round.getByRole('button', { name: 'Open my part again' })).toBeVisible()

  await command(page, 'analysts.use', { analystId: partner.id })
  expect((await query(page, 'codings.list', {})).items).toEqual([])
  await round.getByRole('button', { name: 'Close my part…' }).click()
  await page.getByRole('button', { name: 'Close my part', exact: true }).click()
  await expect(round).toContainText('All have closed.')
  await round.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible()
  const [listed] = (await query(page, 'rounds.list', {})).items
  const layer = listed?.id ?? ''
  const compared = { a: { analystId: own, layer }, b: { analystId: partner.id, layer } }
  expect((await query(page, 'compare.codings', compared)).counts.onlyA).toBe(1)
})
