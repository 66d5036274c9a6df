import { expect, test } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { act, ask, inProject, makeProject } from './support/projects.ts'

const words = 'Vi venter lenge på svar.'

test('segments are previewed, saved, kept in a set and made again; a checklist is filled in', async () => {
  const app = await launchApp()
  const { page, electron, folder } = app
  const project = await makeProject(folder, { 'a.txt': `${words}\n\nSå ringer vi.\n` })
  await inProject(project, async () => {
    const sourceId = (await ask('sources.list', {})).items[0]?.id ?? ''
    const place = { sourceId, start: 0, end: words.length }
    await act('passages.code', { ...place, newCode: { name: 'venting' } })
  })
  await openProjectFile(app, project)
  await expect(page.getByRole('heading', { name: 'Test', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Reports')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('region', { name: 'Preview of the report' })
  await expect(preview).toContainText(words)
  await expect(preview).toContainText('1 passage in 1 source')
  expect(await axeFaults(page, { parts: ['.reports-view'] })).toEqual([])

  const path = join(folder, 'segments.md')
  await page.getByLabel('File format').selectOption('md')
  await answerSaveDialog(electron, path)
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(new Workspace(app).message(path)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('venting')

  await page.getByRole('button', { name: 'Keep in a set…' }).click()
  await page.getByRole('menuitem', { name: 'New set' }).click()
  const out = join(folder, 'files')
  mkdirSync(out)
  await answerOpenDialog(electron, [out])
  await page.getByRole('button', { name: 'Make all files…' }).click()
  await expect.poll(() => existsSync(join(out, 'Coded segments.md'))).toBe(true)

  await page.getByLabel('Report', { exact: true }).selectOption('checklist')
  await expect(preview).toContainText('COREQ')
  const answer = page.getByLabel('Answer to item 9, Methodology and theory')
  await answer.fill('Institusjonell etnografi')
  await answer.press('Tab')
  await expect
    .poll(
      async () => (await query(page, 'reports.checklist', { checklist: 'coreq' })).items[8]?.answer,
    )
    .toBe('Institusjonell etnografi')
  await expect(preview.locator('.codebook-paper')).toContainText('Institusjonell etnografi')
  expect(await axeFaults(page, { parts: ['.reports-view'] })).toEqual([])
  expect(app.errors).toEqual([])
  await app.close()
})
