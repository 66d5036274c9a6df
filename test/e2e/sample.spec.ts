import { expect, test } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'

test('the sample project opens from the start screen, by keyboard, as a file of one’s own', async () => {
  const app = await launchApp({ settings: { language: 'nb' } })
  const { page } = app
  const path = join(app.folder, 'Eksempelprosjekt.standpoint')
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: /^Åpne eksempelprosjektet/ }).press('Enter')
  await expect(page.getByText('Intervju 1, Torunn').first()).toBeVisible()
  expect(existsSync(path)).toBe(true)
  const counts = await query(page, 'project.counts', {})
  expect(counts).toMatchObject({ texts: 15, work: 3, maps: 2 })
  expect(app.errors).toEqual([])
  await app.close()
})
