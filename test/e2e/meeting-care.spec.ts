import { expect, test } from '@playwright/test'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openMeeting, useFolder } from './pages/meeting-page.ts'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { act, bundleOf, inProject, joinProject, makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
})
test.afterEach(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('a sealed bundle is merged by keyboard alone: the passphrase, once wrong, then what it brings', async () => {
  const { page, folder } = app
  const kari = await makeProject(folder, { 'berit.txt': 'Jeg ringer legen.\n' })
  const bo = join(folder, 'Bo.standpoint')
  await joinProject(await bundleOf(kari), bo, 'Bo Bakken')
  const back = join(folder, 'back.bundle')
  await inProject(bo, async () => {
    await act('codes.create', { name: 'venting' })
    await act('sync.bundle', { path: back, passphrase: 'blå elv' })
  })
  await openProjectFile(app, kari)
  await openMeeting(page)
  const note = join(folder, 'berit.txt')
  await answerOpenDialog(app.electron, [note])
  await page.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByRole('alert')).toContainText('neither a bundle nor a project')
  await page.keyboard.press('Escape')
  await answerOpenDialog(app.electron, [back])
  await page.getByRole('button', { name: 'Merge…' }).focus()
  await page.keyboard.press('Enter')
  const asked = page.getByLabel('Passphrase or password')
  await expect(asked).toBeFocused()
  await page.keyboard.type('grå elv')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It does not fit.')).toBeVisible()
  await expect(asked).toBeFocused()
  await page.keyboard.type('blå elv')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Merge' })
  await expect(dialog).toContainText('From Bo Bakken')
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect
    .poll(async () => (await query(page, 'codes.list', {})).items.map(({ name }) => name))
    .toEqual(['venting'])
})

test('that the project lies in a folder a service copies stands where people meet, after the message too', async () => {
  const { page, folder } = app
  const cloud = join(folder, 'Dropbox')
  mkdirSync(cloud)
  const path = join(cloud, 'Test.standpoint')
  copyFileSync(await makeProject(folder), path)
  await openProjectFile(app, path)
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.getByRole('button', { name: 'Dismiss' }).click()
  await openMeeting(page)
  await expect(page.getByRole('note')).toContainText('a folder that Dropbox copies')
  expect(await axeFaults(page)).toEqual([])
})

test('a shared folder that has vanished is told of in its card, with nothing over it', async () => {
  const { page, folder } = app
  await openProjectFile(app, await makeProject(folder))
  await openMeeting(page)
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  const card = await useFolder(app, shared, 'grønn stein')
  rmSync(shared, { recursive: true })
  await card.getByRole('button', { name: 'Exchange now' }).click()
  await expect(card.getByRole('status')).toContainText('The shared folder is not there')
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toHaveCount(0)
})
