import { expect, test } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const text = 'Jeg venter på svar. Så ringer jeg.'

test('a question is written and added to by names, and its answers follow', async () => {
  const app = await launchApp({ settings: { theme: 'dark', language: 'nb' } })
  const { page } = app
  await openProjectFile(app, makeProject(app.folder, { 'berit.txt': `${text}\n` }))
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  for (const [name, start, end] of [
    ['ventetid', 0, 19],
    ['svar', 14, 18],
  ] as const) {
    const { id: codeId } = await command(page, 'codes.create', { name })
    await command(page, 'passages.code', { sourceId, start, end, codeId })
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Still en spørring')
  await page.getByRole('option', { name: 'Still en spørring til kodingen' }).click()
  const field = page.getByLabel('Spørring', { exact: true })
  await field.fill('coded "ventetid"')
  await expect(page.getByText('1 utdrag')).toBeVisible()
  await page.getByRole('radio', { name: 'som overlapper' }).click()
  await page.getByRole('combobox', { name: 'Legg til etter navn' }).fill('svar')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('coded "ventetid" overlapping coded "svar"')
  await expect(page.getByRole('region', { name: 'Utdrag som svarer' })).toContainText('venter')
  expect(await axeFaults(page, { parts: ['.ask'] })).toEqual([])
  await field.fill('coded "svr"')
  await expect(page.getByText('Ingenting i prosjektet heter «svr» her.')).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})
