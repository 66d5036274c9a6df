import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  hostSession,
  joinByInvitation,
  joinFrom,
  openMeeting,
  share,
  useFolder,
} from './pages/meeting-page.ts'
import { newProject } from './pages/start-screen.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'

test.describe.configure({ mode: 'serial' })

let kari: RunningApp
let bo: RunningApp

test.beforeAll(async () => {
  ;[kari, bo] = await Promise.all([launchApp(), launchApp()])
})

test.afterAll(async () => {
  await Promise.all([kari.close(), bo.close()])
})

async function codeNames(page: Page): Promise<string[]> {
  return (await query(page, 'codes.list', {})).items.map(({ name }) => name).toSorted()
}

test('a partner joins from a bundle, and what they send back is previewed, merged and undone', async () => {
  await newProject(kari, 'Two desks')
  const { id: venting } = await command(kari.page, 'codes.create', { name: 'venting' })
  await openMeeting(kari.page)
  const first = await share(kari, 'for-bo', 'blå elv')

  await joinFrom(bo, first, 'Bo Bakken', 'blå elv')
  await expect(bo.page.getByRole('heading', { name: 'Two desks', level: 1 })).toBeVisible()
  await command(bo.page, 'codes.create', { name: 'dokumentasjon' })
  for (const [app, definition] of [
    [kari, 'når noen må vente'],
    [bo, 'all ventetid'],
  ] as const)
    await command(app.page, 'codes.update', { codeIds: [venting], definition })
  await openMeeting(bo.page)
  const back = await share(bo, 'for-kari')

  await answerOpenDialog(kari.electron, [back])
  await kari.page.getByRole('button', { name: 'Merge…' }).click()
  const merging = kari.page.getByRole('dialog', { name: 'Merge' })
  await expect(merging.getByText('From Bo Bakken')).toBeVisible()
  await expect(merging.locator('dl > div', { hasText: 'Codes' })).toContainText('1 new')
  await merging.getByRole('button', { name: 'Merge', exact: true }).click()
  const messages = kari.page.getByRole('region', { name: 'Messages' }).getByRole('status')
  await expect(messages.filter({ hasText: '1 thing' })).toContainText('Merged what Bo Bakken had')
  await expect(messages).toHaveCount(1)
  expect(await codeNames(kari.page)).toEqual(['dokumentasjon', 'venting'])
  // Where it is settled, the message does not lie over what settles it.
  await messages.getByRole('button', { name: 'Look', exact: true }).click()
  await expect(kari.page.getByRole('main').getByText('0 of 1 settled')).toBeVisible()
  await expect(messages).toHaveCount(0)
  await kari.page.keyboard.press('Control+z')
  await expect.poll(() => codeNames(kari.page)).toEqual(['venting'])
  await openMeeting(kari.page)
})

test('two windows exchange through a shared folder in which a service makes conflict copies', async () => {
  const shared = join(kari.folder, 'shared')
  mkdirSync(shared)
  for (const app of [kari, bo]) await useFolder(app, shared, 'grønn stein')
  const parts = join(shared, readdirSync(shared)[0] ?? '')
  for (const name of readdirSync(parts).filter((each) => each.endsWith('.part')))
    copyFileSync(join(parts, name), join(parts, name.replace('.part', ' (conflicted copy).part')))
  await command(bo.page, 'codes.create', { name: 'fra Bo' })
  await bo.page.getByRole('button', { name: 'Exchange now' }).click()
  const all = ['dokumentasjon', 'fra Bo', 'venting']
  await expect.poll(() => codeNames(kari.page)).toEqual(all)
  expect(await codeNames(bo.page)).toEqual(all)
  const card = kari.page.getByRole('region', { name: 'By a shared folder' })
  await expect(card.getByText(/^Bo Bakken: written/)).toBeVisible()
  await expect(card.getByText('All that is in the folder has been received.')).toBeVisible()
  expect([...kari.errors, ...bo.errors]).toEqual([])
})

test('the server of an institution is set up, tried again, left and forgotten on its card', async () => {
  const { page } = kari
  const card = page.getByRole('region', { name: 'A server of your institution' })
  await expect(card).toContainText('Whoever runs the server can read what is shared')
  await card.getByLabel('Address').fill('ws://example.org')
  await card.getByLabel('Token').fill('secret')
  await card.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByText('would not be encrypted').first()).toBeVisible()
  // Nobody listens there.
  await card.getByLabel('Address').fill('ws://127.0.0.1:9/')
  await card.getByRole('button', { name: 'Connect' }).click()
  await expect(card.getByRole('status')).toContainText('It is tried again')
  await card.getByRole('button', { name: 'Stop trying' }).click()
  await expect(card.getByText('ws://127.0.0.1:9/')).toBeVisible()
  await card.getByRole('button', { name: 'Connect' }).click()
  await expect(card.getByRole('status')).toContainText('It is tried again')
  await card.getByRole('button', { name: 'Forget address and token' }).click()
  await expect(card.getByLabel('Address')).toHaveValue('')
  await expect(card.getByLabel('Token')).toHaveValue('')
})

test('who has no copy yet begins from an invitation, when the host has let them in', async () => {
  await command(bo.page, 'project.close', {})
  const link = await hostSession(kari)
  const joining = await joinByInvitation(bo, link, 'Cato')
  const knock = kari.page.getByRole('complementary', { name: 'Live session' })
  await knock.getByRole('button', { name: 'Let in Cato' }).click()
  await expect(joining).toBeHidden({ timeout: 30_000 })
  await expect(bo.page.getByRole('heading', { name: 'Two desks', level: 1 })).toBeVisible()
  const names = await codeNames(kari.page)
  await expect.poll(() => codeNames(bo.page), { timeout: 20_000 }).toEqual(names)
  const { analysts } = await query(bo.page, 'project.info', {})
  expect(analysts.map(({ name }) => name)).toContain('Cato')
  expect([...kari.errors, ...bo.errors]).toEqual([])
})
