import { expect } from '@playwright/test'
import { rmSync } from 'node:fs'
import { answerSaveDialog } from '../support/dialogs.ts'
import { query } from '../support/engine.ts'
import type { RunningApp } from '../support/launch.ts'

/** Opens the sample project from the start screen, in English. */
export async function openSample(app: RunningApp, path: string): Promise<void> {
  const { page } = app
  rmSync(path, { force: true })
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: /^Open the sample project/ }).click()
  await expect(page.getByText('Intervju 1, Torunn').first()).toBeVisible()
}

/** Goes through what an institutional ethnographer has made in the sample: texts, work, maps, findings. */
export async function walkThroughSample(
  app: RunningApp,
  show: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = app
  const navigator = page.getByRole('complementary', { name: 'Navigator' })
  const panel = (name: string) =>
    navigator
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
  const list = navigator.locator('.navigator-panel')

  await panel('Texts')
  await list.getByText('Retningslinje for arbeidsfølge').first().dblclick()
  await expect(
    page.getByRole('heading', { name: 'Retningslinje for arbeidsfølge', level: 1 }),
  ).toBeVisible()
  await show('text')
  await list.getByRole('button', { name: 'Hierarchy of texts' }).click()
  await expect(page.locator('.hierarchy-node').first()).toBeVisible()
  await show('hierarchy')

  await panel('Work')
  const { items: processes } = await query(page, 'processes.list', {})
  const told = processes.find((process) => process.perspective === 'told')
  await list
    .getByText(told?.variant ?? '')
    .first()
    .dblclick()
  await expect(page.getByRole('button', { name: 'Make a map of this' })).toBeVisible()
  await show('work')

  await panel('Maps')
  const { items: maps } = await query(page, 'maps.list', {})
  const map = maps.find((each) => each.kind === 'process')
  await list
    .getByText(map?.name ?? '')
    .first()
    .click()
  await expect(page.getByRole('application', { name: /^Map:/ })).toBeVisible()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await show('map')

  await panel('Analysis')
  await list.getByText('Disjunctures').first().click()
  await show('disjunctures')
  await list.getByText('Clauses and informants').first().click()
  await expect(page.getByRole('columnheader').first()).toBeVisible()
  await show('clauses')
}
