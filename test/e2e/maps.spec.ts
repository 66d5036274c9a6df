import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { middleOf, openMap, openMapScene } from './scenes/map-scene.ts'

test('a map is made, moved, taken back, followed to its evidence and exported by key', async () => {
  const app = await openMapScene()
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
    if (extension === 'pdf') {
      // It says how large the letters come out, and one sheet is enough.
      await expect(page.getByRole('radio', { name: /^One sheet of A4.*9 pt/ })).toBeChecked()
      await page.keyboard.press('Enter')
    }
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
  const app = await openMapScene()
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

test('a passage leads to its box in the middle of a map; counterparts of two processes are one box', async () => {
  const app = await openMapScene()
  const { page } = app
  const { canvas, box } = await openMap(page)
  await box('Hold the meeting').dblclick()
  await expect(page.getByRole('textbox', { name: 'Text of Interview' })).toBeVisible()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: 'As told' }).click()
  await expect(box('Hold the meeting')).toHaveClass(/is-current/)
  const middle = async () => {
    const sheet = await canvas.boundingBox()
    const place = await middleOf(box('Hold the meeting'))
    if (sheet === null) throw new Error('There is no canvas.')
    const across = Math.abs(place.x - sheet.x - sheet.width / 2)
    return across + Math.abs(place.y - sheet.y - sheet.height / 2)
  }
  await expect.poll(middle).toBeLessThan(8)

  const north = await command(page, 'processes.create', { name: 'Follow-up', variant: 'North' })
  const told = { processId: north.id, action: 'Hold the meeting', weekFrom: 3 }
  const step = await command(page, 'steps.create', told)
  const processIds = (await query(page, 'processes.list', {})).items.map(({ id }) => id)
  const { items } = await query(page, 'maps.list', {})
  await command(page, 'maps.setProcesses', { mapId: items[0]?.id ?? '', processIds })
  await expect(box('Hold the meeting')).toHaveCount(1)
  await expect(box('Hold the meeting')).toHaveAccessibleName(/North.*≠ actors/)
  await box('Hold the meeting').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Show in the inspector: .*North/ }).click()
  await expect(box('Hold the meeting')).toHaveClass(/is-current/)
  await box('Hold the meeting').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Take off the map' }).click()
  await expect(box('Hold the meeting')).toHaveCount(0)
  expect((await query(page, 'steps.list', {})).items.map(({ id }) => id)).toContain(step.id)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(box('Hold the meeting')).toHaveCount(1)
  await page.getByRole('combobox', { name: /^Processes/ }).selectOption('apart')
  await expect(box('Hold the meeting')).toHaveCount(2)
  expect(app.errors).toEqual([])
  await app.close()
})
