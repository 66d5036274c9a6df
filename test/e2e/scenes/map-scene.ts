import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { command, query } from '../support/engine.ts'
import { launchApp } from '../support/launch.ts'
import type { RunningApp } from '../support/launch.ts'
import { makeProject } from '../support/projects.ts'
import { openProjectFile } from '../support/open-project.ts'
import type { Point } from '../support/mouse.ts'

const interview = 'We hold the meeting first.\nThen we fill in the form together.\n'

/** A process of two steps, a text that moves, and one passage behind the first step. */
export async function openMapScene(): Promise<RunningApp> {
  const app = await launchApp()
  await openProjectFile(app, await makeProject(app.folder, { 'Interview.txt': interview }))
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

/** A map of all processes, opened; its canvas and what is asked of it. */
export async function openMap(page: Page, name = 'As told') {
  const { items } = await query(page, 'processes.list', {})
  const processIds = items.map(({ id }) => id)
  const { id: mapId } = await command(page, 'maps.create', { name, processIds })
  await page.getByRole('button', { name: /^Maps/ }).first().click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  const canvas = page.getByRole('application', { name: `Map: ${name}` })
  const box = (label: string): Locator =>
    canvas.getByRole('img', { name: new RegExp(`^${label},`) })
  await expect(box('Hold the meeting')).toBeVisible()
  const map = () => query(page, 'maps.get', { mapId })
  const placed = async () => (await map()).nodes.filter(({ x }) => x !== null).length
  return { canvas, box, map, mapId, placed }
}

/** The middle of an element that stands still. */
export async function middleOf(element: Locator): Promise<Point> {
  await element.hover({ trial: true })
  const box = await element.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
