import { expect } from '@playwright/test'
import { join } from 'node:path'
import { answerSaveDialog } from '../support/dialogs.ts'
import type { RunningApp } from '../support/launch.ts'

/** Makes a project as a newcomer does; answers the path of its file. */
export async function newProject(app: RunningApp, title: string): Promise<string> {
  const { page } = app
  const path = join(app.folder, `${title}.standpoint`)
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: /^New project/ }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByLabel('Your name').fill('Kari Nordmann')
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(dialog).toBeHidden()
  return path
}

export async function openRecent(app: RunningApp, title: string): Promise<void> {
  await app.page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  await expect(app.page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}
