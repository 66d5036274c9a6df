import { expect, test } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { act, ask, inProject, makeProject } from './support/projects.ts'

const quote = 'Berit Haugen ringte fra Trondheim på 912 34 567.'

test('what could tell who somebody is is shown before it leaves, and replaced by the keyboard', async () => {
  const app = await launchApp()
  const { page, electron } = app
  const project = await makeProject(app.folder, { 'a.txt': `${quote}\n` })
  await inProject(project, async () => {
    const sourceId = (await ask('sources.list', {})).items[0]?.id ?? ''
    await act('codes.create', { name: 'oppringning' })
    const place = { sourceId, start: 0, end: quote.length }
    await act('passages.code', { ...place, newCode: { name: 'samtale' } })
  })
  const keyFile = join(app.folder, 'key.csv')
  writeFileSync(keyFile, 'pseudonym;navn\nInformant 1;Berit Haugen\n')
  const path = join(app.folder, 'book.md')
  await openProjectFile(app, project)
  await expect(page.getByRole('heading', { name: 'Test', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+Shift+e')
  await page.getByLabel('File format').selectOption('md')
  await answerOpenDialog(electron, [keyFile])
  await answerSaveDialog(electron, path)

  await page.getByRole('button', { name: 'Save…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Before it leaves' })
  await expect(dialog.getByRole('heading', { name: 'Phone numbers' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Key file…' }).click()
  await expect(dialog.getByRole('heading', { name: 'Real names' })).toBeVisible()
  expect(await axeFaults(page, { parts: ['.dialog'] })).toEqual([])
  await expect(dialog.getByRole('status')).toHaveText('1 finding left as it is')
  const place = dialog.getByRole('radiogroup', { name: 'What to do with “Trondheim”' })
  await place.getByRole('radio', { name: 'Leave' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('status')).toHaveText('0 findings left as they are')
  await dialog.getByLabel('Put in the place of “Trondheim”').fill('[byen]')
  await dialog.getByRole('button', { name: 'Go on' }).focus()
  await page.keyboard.press('Enter')

  await expect(new Workspace(app).message(path)).toBeVisible()
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('Informant 1 ringte fra')
  for (const word of ['Berit', 'Trondheim', '912 34']) expect(text, word).not.toContain(word)
  expect(text).toContain('byen')
  expect((await query(page, 'activity.list', {})).items[0]?.command).not.toBe('export.findings')

  await page.getByRole('button', { name: 'Save…' }).click()
  await place.getByRole('radio', { name: 'Leave' }).click()
  await dialog.getByRole('button', { name: 'Save nevertheless' }).click()
  await expect
    .poll(async () => (await query(page, 'activity.list', {})).items[0]?.command)
    .toBe('export.findings')
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(app.errors).toEqual([])
  await app.close()
})
