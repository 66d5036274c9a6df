import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

test.setTimeout(120_000)

const interview = 'We hold the meeting first.\nThen we fill in the form together.\n'

/** A process of two steps, a text that moves, and one passage behind the first step. */
async function openScene(): Promise<RunningApp> {
  const app = await launchApp()
  await answerOpenDialog(app.electron, [makeProject(app.folder, { 'Interview.txt': interview })])
  await app.page.keyboard.press('Control+o')
  await expect(app.page.getByRole('treeitem', { name: /Interview/ })).toBeVisible()
  const { items } = await query(app.page, 'sources.list', {})
  const sourceId = items[0]?.id ?? ''
  const worker = await command(app.page, 'actors.create', { name: 'Worker', standpoint: true })
  const form = await command(app.page, 'texts.create', { title: 'The form' })
  const process = await command(app.page, 'processes.create', { name: 'Follow-up' })
  const step = { processId: process.id, actorIds: [worker.id] }
  const meeting = await command(app.page, 'steps.create', {
    ...step,
    action: 'Hold the meeting',
    evidence: [{ basis: 'observed', passages: [{ sourceId, start: 0, end: 26 }] }],
  })
  const filling = await command(app.page, 'steps.create', {
    ...step,
    action: 'Fill in the form',
    textInIds: [form.id],
  })
  await command(app.page, 'flows.create', { fromId: meeting.id, toId: filling.id })
  return app
}

test('a map is made, moved, taken back, followed to its evidence and exported by key', async () => {
  const app = await openScene()
  const { page } = app
  await page.getByRole('button', { name: /^Maps/ }).press('Enter')
  await page.getByRole('button', { name: 'New map' }).last().press('Enter')
  await page.getByRole('textbox', { name: 'Name of the map' }).fill('As told')
  await page.keyboard.press('Enter')
  const canvas = page.getByRole('application', { name: 'Map: As told' })
  await expect(canvas.getByRole('img', { name: /^Hold the meeting, work/ })).toBeVisible()
  await expect(canvas.getByRole('img', { name: /^The form, text/ })).toBeVisible()
  const { items } = await query(page, 'maps.list', {})
  const mapId = items[0]?.id ?? ''
  const placed = async () =>
    (await query(page, 'maps.get', { mapId })).nodes.filter(({ x }) => x !== null).length

  await page.keyboard.press('Control+f')
  await page.keyboard.type('meeting')
  await page.keyboard.press('Enter')
  await expect(canvas).toBeFocused()
  await page.keyboard.down('Shift')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.up('Shift')
  await expect.poll(placed).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(placed).toBe(0)

  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    violations
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
      .filter((line) => !line.includes('role="separator"')),
  ).toEqual([])

  for (const [name, extension] of [
    ['Drawing (.svg)', 'svg'],
    ['PDF (.pdf)', 'pdf'],
  ] as const) {
    const path = join(app.folder, `map.${extension}`)
    await answerSaveDialog(app.electron, path)
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name }).press('Enter')
    await expect.poll(() => existsSync(path)).toBe(true)
  }
  expect(readFileSync(join(app.folder, 'map.svg'), 'utf8')).toContain('Fill in the')
  expect(readFileSync(join(app.folder, 'map.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-')

  await canvas.focus()
  await page.keyboard.press('Enter')
  await expect(
    page.locator('[data-lexical-text]', { hasText: 'We hold the meeting first.' }),
  ).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})

test('a box taken off the map stays in the project, and comes back with undo', async () => {
  const app = await openScene()
  const { page } = app
  await page.getByRole('button', { name: /^Maps/ }).click()
  const { items: processes } = await query(page, 'processes.list', {})
  const processIds = processes.map(({ id }) => id)
  await command(page, 'maps.create', { name: 'As told', processIds })
  await page.getByRole('button', { name: /As told/ }).click()
  const form = page.getByRole('img', { name: /^The form, text/ })
  await form.click()
  await page.keyboard.press('Delete')
  await expect(form).toHaveCount(0)
  expect((await query(page, 'texts.list', {})).items).toHaveLength(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(form).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})
