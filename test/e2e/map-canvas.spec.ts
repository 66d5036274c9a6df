import { expect, test } from '@playwright/test'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { middleOf, openMap, openMapScene } from './scenes/map-scene.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { drag } from './support/mouse.ts'

test('boxes are dragged, chosen with a rectangle, aligned and taken back', async () => {
  const app = await openMapScene()
  const { page } = app
  const { canvas, box, map, placed } = await openMap(page)
  const before = await middleOf(box('The form'))
  await drag(page, before, { x: before.x + 40, y: before.y + 90 })
  await expect.poll(placed).toBe(1)
  await expect.poll(async () => (await middleOf(box('The form'))).y).toBeGreaterThan(before.y + 60)
  await page.keyboard.press('Control+z')
  await expect.poll(placed).toBe(0)
  await expect.poll(() => middleOf(box('The form'))).toEqual(before)

  const corner = await canvas.boundingBox()
  if (corner === null) throw new Error('There is no canvas.')
  await page.keyboard.down('Shift')
  await drag(
    page,
    { x: corner.x + 12, y: corner.y + 12 },
    { x: corner.x + corner.width - 12, y: corner.y + corner.height - 12 },
  )
  await page.keyboard.up('Shift')
  const tools = page.getByRole('toolbar', { name: 'Chosen boxes' })
  await expect(tools).toContainText('3 chosen')
  await tools.getByRole('button', { name: 'Align left edges' }).click()
  await expect.poll(placed).toBe(3)
  expect(new Set((await map()).nodes.map(({ x }) => x)).size).toBe(1)
  await tools.getByRole('button', { name: 'Let the layout place it again' }).click()
  await expect.poll(placed).toBe(0)
  expect(app.errors).toEqual([])
  await app.close()
})

test('lines are drawn from the grip and with J, and a double click makes a step in one act', async () => {
  const app = await openMapScene()
  const { page } = app
  const { canvas, box, map } = await openMap(page)
  const flows = async () => (await query(page, 'flows.list', {})).items.length

  await box('Fill in the form').hover()
  const grip = await middleOf(box('Fill in the form').locator('.map-node-join'))
  await drag(page, grip, await middleOf(box('Hold the meeting')))
  await expect.poll(flows).toBe(2)
  await expect(page.getByText('Drew a flow')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(flows).toBe(1)

  await box('Fill in the form').click()
  await box('Hold the meeting').click({ modifiers: ['Shift'] })
  await page.keyboard.press('j')
  await expect.poll(flows).toBe(2)

  const corner = await canvas.boundingBox()
  await canvas.dblclick({ position: { x: 40, y: (corner?.height ?? 0) - 30 } })
  await page.getByRole('textbox', { name: 'What is done' }).fill('Send the form')
  await page.keyboard.press('Enter')
  await expect(box('Send the form')).toBeVisible()
  expect((await map()).nodes).toHaveLength(4)
  await page.keyboard.press('Control+z')
  await expect(box('Send the form')).toHaveCount(0)
  expect((await query(page, 'steps.list', {})).items).toHaveLength(2)
  expect(app.errors).toEqual([])
  await app.close()
})

test('a frame is made, renamed, given and relieved of a step, and removed by key', async () => {
  const app = await openMapScene()
  const { page } = app
  const { canvas, box, map } = await openMap(page)
  const inside = async () =>
    (await map()).frames.map(({ title, stepIds }) => [title, stepIds.length])
  const frames = page.getByRole('button', { name: 'Frames' })
  const inFrame = async (name: string, entry: string) => {
    await frames.press('Enter')
    await page.getByRole('menuitem', { name, exact: true }).press('ArrowRight')
    await page.getByRole('menuitem', { name: entry }).press('Enter')
  }
  await box('Hold the meeting').click()
  await frames.press('Enter')
  await page.getByRole('menuitem', { name: 'Frame the chosen steps' }).press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Meetings')
  await page.keyboard.press('Enter')
  await expect.poll(inside).toEqual([['Meetings', 1]])
  await expect(canvas.getByText('Meetings')).toBeVisible()

  await inFrame('Meetings', 'Rename the frame')
  await page.getByRole('textbox', { name: 'Title' }).fill('Together')
  await page.keyboard.press('Enter')
  await expect.poll(inside).toEqual([['Together', 1]])
  await box('Fill in the form').click()
  await inFrame('Together', 'Take in what is chosen')
  await expect.poll(inside).toEqual([['Together', 2]])
  await box('Hold the meeting').click()
  await inFrame('Together', 'Leave out what is chosen')
  await expect.poll(inside).toEqual([['Together', 1]])
  await inFrame('Together', 'Remove the frame')
  await expect.poll(inside).toEqual([])
  expect((await map()).nodes).toHaveLength(3)
  expect(app.errors).toEqual([])
  await app.close()
})

test('what is shown of several processes is what is saved', async () => {
  const app = await openMapScene()
  const { page } = app
  const other = await command(page, 'processes.create', { name: 'Report', perspective: 'formal' })
  await command(page, 'steps.create', { processId: other.id, action: 'Count the forms' })
  const { box } = await openMap(page)
  await expect(box('Count the forms')).toBeVisible()
  const path = join(app.folder, 'map.svg')
  await answerSaveDialog(app.electron, path)
  const save = async () => {
    rmSync(path, { force: true })
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Drawing (.svg)' }).click()
    await expect.poll(() => existsSync(path)).toBe(true)
    return readFileSync(path, 'utf8')
  }
  expect(await save()).toContain('Count the')
  const shown = page.getByRole('combobox', { name: /^Processes/ })
  await shown.selectOption({ label: 'each in lanes of its own' })
  // Each process is the name of its own lanes.
  await expect(page.locator('.map-ground').getByText('Report')).toBeVisible()
  expect((await save()).match(/>Report</gu)?.length).toBeGreaterThan(0)
  await shown.selectOption({ label: 'only Follow-up' })
  await expect(box('Count the forms')).toHaveCount(0)
  const one = await save()
  expect(one).toContain('Hold the')
  expect(one).not.toContain('Count the')
  expect(app.errors).toEqual([])
  await app.close()
})

test('things are added by name, found, and lead to their passage, and the passage to its map', async () => {
  const app = await openMapScene()
  const { page } = app
  await command(page, 'texts.create', { title: 'The act' })
  const { canvas, box } = await openMap(page)
  await page.getByRole('button', { name: 'Add to the map' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add to the map' })
  await page.keyboard.type('the a')
  await dialog.getByRole('option', { name: /^The act/ }).click()
  await dialog.getByRole('button', { name: 'Add to the map' }).click()
  await expect(box('The act')).toBeVisible()

  await page.keyboard.press('Control+f')
  await page.keyboard.type('hold')
  await expect(canvas.locator('.map-node:not(.is-dim)')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const words = page.locator('[data-lexical-text]', { hasText: 'We hold the meeting first.' })
  await expect(words).toBeVisible()

  const { items } = await query(page, 'passages.list', {})
  expect(items).toHaveLength(1)
  await words.click({ position: { x: 20, y: 8 } })
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: 'As told' })
    .click()
  await expect(canvas).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})

test('a large map has a small one of itself that moves it, and is seen when it rests', async () => {
  const app = await openMapScene()
  const { page } = app
  const { items } = await query(page, 'processes.list', {})
  const processId = items[0]?.id ?? ''
  for (let number = 1; number <= 110; number++)
    await command(page, 'steps.create', { processId, action: `Step ${number}` })
  const { canvas } = await openMap(page)
  const viewport = canvas.locator('.react-flow__viewport')
  const at = () => viewport.evaluate((element) => element.style.transform)
  for (let times = 0; times < 4; times++)
    await page.getByRole('button', { name: 'Zoom in' }).click()
  const small = canvas.getByRole('img', { name: 'The whole map, small' })
  await expect(small).toBeVisible()
  const before = await at()
  const { x, y } = await middleOf(small)
  await drag(page, { x, y }, { x: x + 30, y: y + 15 })
  await expect.poll(at).not.toBe(before)
  // A picture that stands in for it while it moves gives way to the map itself.
  await expect(canvas).not.toHaveClass(/is-moving/)
  await expect(canvas.locator('.map-node').first()).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})
