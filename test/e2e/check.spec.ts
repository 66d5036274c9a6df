import Database from 'better-sqlite3'
import { expect, test } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { act, inProject, makeProject } from './support/projects.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
})

/** Opens the project and waits until it is there. */
async function open(path: string): Promise<Workspace> {
  await openProjectFile(app, path)
  await expect(app.page.getByRole('heading', { name: 'Test', level: 1 })).toBeVisible()
  return new Workspace(app)
}

test.afterEach(async () => {
  await app.close()
})

test('a project whose lists do not agree with its log is checked and repaired in the window', async () => {
  const { page } = app
  const path = await makeProject(app.folder, { 'a.txt': 'Vi fyller ut skjemaet.\n' })
  const db = new Database(path)
  db.exec(`UPDATE paragraphs SET words = words + 1`)
  db.close()
  const workspace = await open(path)
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Check the project…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check the project' })
  await expect(dialog.getByRole('status')).toHaveText('1 problem was found.')
  await expect(
    dialog.getByText('Some lists or counts do not agree with what was saved.'),
  ).toBeVisible()
  await dialog.getByText('Details, for the person who helps you').click()
  await expect(dialog.getByText(/^paragraphs: \d+ rows/)).toBeVisible()
  expect(await axeFaults(page, { parts: ['.dialog'] })).toEqual([])

  await dialog.getByRole('button', { name: 'Repair the project' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    'The project was repaired, and nothing was lost.',
  )
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    'The project is whole. Nothing needs to be done.',
  )
  expect((await query(page, 'project.check', { rebuild: true })).clean).toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(workspace.source('a')).toBeVisible()
})

test('an export that is stopped leaves no file, and says so', async () => {
  const { page } = app
  const project = await makeProject(app.folder)
  // So many that the export is still under way when it is stopped.
  await inProject(project, async () => {
    const definition = 'Ord som sier hva koden er. '.repeat(30)
    for (let n = 0; n < 600; n++) await act('codes.create', { name: `Kode ${n}`, definition })
  })
  const workspace = await open(project)
  await workspace.runCommand('Codebook')
  const path = join(app.folder, 'Codebook.docx')
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByRole('contentinfo').getByRole('button', { name: /^Stop/ }).click()
  await expect(workspace.message('The work was stopped before it was done.')).toBeVisible()
  expect(existsSync(path)).toBe(false)
  expect(existsSync(`${path}.part`)).toBe(false)
})
