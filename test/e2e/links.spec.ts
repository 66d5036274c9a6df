import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const guideline = 'The plan is made within two weeks.\n\nThe form is used in every talk.\n'

interface Scene {
  app: RunningApp
  page: Page
  ids: Record<'act' | 'guideline' | 'form', string>
}

/** Three texts, one of which is in the project; its register is open. */
async function scene(settings: { theme?: 'dark'; language?: 'nb' } = {}): Promise<Scene> {
  const app = await launchApp({ settings })
  const { page } = app
  await openProjectFile(app, await makeProject(app.folder, { 'Guideline.txt': guideline }))
  await expect(page.getByRole('treeitem', { name: 'Guideline' })).toBeVisible()
  const { items } = await query(page, 'sources.list', {})
  const make = async (title: string, level: string, sourceIds: string[] = []) =>
    (await command(page, 'texts.create', { title, level, sourceIds })).id
  const ids = {
    act: await make('Welfare act', 'State'),
    guideline: await make('Follow-up guideline', 'Directorate', [items[0]?.id ?? '']),
    form: await make('Activity plan', 'Office'),
  }
  return { app, page, ids }
}

const text = (id: string) => ({ type: 'text' as const, id })

async function openHierarchy(page: Page, name: RegExp): Promise<void> {
  await page
    .locator('.navigator')
    .getByRole('button', { name: /^(Texts|Tekster)/ })
    .click()
  await page.getByRole('button', { name }).click()
}

const findings = (page: Page) => axeFaults(page, { parts: ['main', '.inspector'] })

/** A box of the hierarchy, which the cards beside it may name too. */
function hierarchyNode(page: Page, title: string) {
  return page
    .locator('.hierarchy-node')
    .and(page.getByRole('button', { name: new RegExp(`^${title}`) }))
}

test('a link is made by keyboard, and its evidence is told from what is only inferred', async () => {
  const { app, page, ids } = await scene()
  await openHierarchy(page, /hierarchy/i)
  const node = (title: string) => hierarchyNode(page, title)
  await node('Follow-up guideline').click()
  await page.keyboard.press('Enter')
  const links = page.locator('main .link-list')
  await links.getByRole('button', { name: 'New link' }).focus()
  await page.keyboard.press('Enter')
  await expect(links.getByRole('combobox', { name: 'Relation' })).toBeFocused()
  await page.keyboard.type('manda')
  await page.keyboard.press('Enter')
  await expect(links.getByRole('combobox', { name: 'Other end' })).toBeFocused()
  await page.keyboard.type('activ')
  await page.keyboard.press('Enter')
  await expect(links.getByRole('button', { name: 'Link', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')

  const card = page.getByRole('article', { name: 'Link' })
  await expect(card).toContainText('Activity plan is mandated by Follow-up guideline')
  await expect(card.locator('.evidence-mark')).toContainText('unsupported')
  const { items } = await query(page, 'links.list', {})
  expect(items).toMatchObject([
    { from: text(ids.guideline), relation: 'mandates', to: text(ids.form), state: 'unsupported' },
  ])

  await card.getByRole('button', { name: 'Add evidence' }).click()
  const form = card.getByRole('form', { name: 'Add evidence' })
  await form.getByLabel('Basis').selectOption('the text says')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('alert')).toContainText('needs a passage')
  await form.getByLabel('Basis').selectOption('we infer')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(card.locator('.evidence-mark')).toContainText('inferred')
  expect(await findings(page)).toEqual([])
  expect(app.errors).toEqual([])
  await app.close()
})

test('a text registered while its link is made, or changed, is one step with it', async () => {
  const { app, page } = await scene()
  await openHierarchy(page, /hierarchy/i)
  await hierarchyNode(page, 'Follow-up guideline').click()
  await page.keyboard.press('Enter')
  const links = page.locator('main .link-list')
  await links.getByRole('button', { name: 'New link' }).click()
  await page.keyboard.type('manda')
  await page.keyboard.press('Enter')
  await expect(links.getByRole('combobox', { name: 'Other end' })).toBeFocused()
  await page.keyboard.type('Quality scale')
  await page.keyboard.press('Enter')
  await expect(links.getByRole('button', { name: 'Quality scale' })).toBeVisible()
  const titles = async () =>
    (await query(page, 'texts.list', {})).items.map(({ title }) => title).toSorted()
  const before = ['Activity plan', 'Follow-up guideline', 'Welfare act']
  expect(await titles()).toEqual(before)
  await page.keyboard.press('Enter')
  const card = page.getByRole('article', { name: 'Link' })
  await expect(card).toContainText('Quality scale is mandated by Follow-up guideline')
  await card.getByRole('button', { name: 'Change: To' }).click()
  await page.keyboard.type('Yearly report')
  await page.keyboard.press('Enter')
  await expect(card).toContainText('Yearly report is mandated by Follow-up guideline')
  await command(page, 'history.undo', {})
  await expect(card).toContainText('Quality scale is mandated by Follow-up guideline')
  expect(await titles()).toEqual([...before, 'Quality scale'].toSorted())
  await command(page, 'history.undo', {})
  expect(await titles()).toEqual(before)
  expect((await query(page, 'links.list', {})).items).toEqual([])
  expect(app.errors).toEqual([])
  await app.close()
})

test('words marked in the text are evidence for a link, and open there again', async () => {
  const { app, page, ids } = await scene()
  const made = await command(page, 'links.create', {
    from: text(ids.guideline),
    relation: 'mandates',
    to: text(ids.form),
    evidence: [{ basis: 'literature', stance: 'contradicts', reference: 'Smith 2005' }],
  })
  const source = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  await command(page, 'claims.create', {
    about: { type: 'link', id: made.id },
    basis: 'the text says',
    passages: [{ sourceId: source, start: 0, end: 34 }],
  })
  await openHierarchy(page, /hierarchy/i)
  await page.getByRole('button', { name: /^Follow-up guideline/ }).click()
  await page.keyboard.press('e')
  const card = page.getByRole('article', { name: 'Link' })
  await expect(card.locator('.link-card-head')).toContainText('contradicted')
  await expect(card.getByRole('region', { name: 'Speaks against it' })).toContainText('literature')
  await card
    .getByRole('region', { name: 'Speaks for it' })
    .getByRole('button', { name: /within two weeks/ })
    .press('Enter')
  await expect(page.locator('.tab-list li').filter({ hasText: /^Guideline/ })).toBeVisible()
  await expect(page.locator('main').getByText('The plan is made within two weeks.')).toBeVisible()

  await card.getByRole('button', { name: 'Remove the link' }).click()
  await expect.poll(async () => (await query(page, 'links.list', {})).items).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await query(page, 'links.list', {})).items.length).toBe(1)
  await app.close()
})

test('the hierarchy is walked along, focused, linked by dragging and made a map of', async () => {
  const { app, page, ids } = await scene({ theme: 'dark', language: 'nb' })
  await command(page, 'links.create', {
    from: text(ids.act),
    relation: 'authorises',
    to: text(ids.guideline),
  })
  await openHierarchy(page, /hierarki/i)
  const node = (title: string) => hierarchyNode(page, title)
  await node('Welfare act').click()
  await page.keyboard.press('ArrowDown')
  await expect(node('Follow-up guideline')).toBeFocused()
  await expect(node('Follow-up guideline')).toHaveAttribute('aria-pressed', 'true')

  const from = await node('Follow-up guideline').boundingBox()
  const to = await node('Activity plan').boundingBox()
  if (from === null || to === null) throw new Error('not to be seen')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: 'Ny kobling' })
  await expect(dialog.getByRole('combobox', { name: 'Relasjon' })).toBeFocused()
  await page.keyboard.type('er mal')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await query(page, 'links.list', {})).items.length).toBe(2)

  await node('Activity plan').focus()
  await page.keyboard.press('f')
  await expect(page.getByRole('group', { name: 'Rundt' })).toContainText('Activity plan')
  await expect(node('Welfare act')).toBeHidden()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Hva styrer den?' }).click()
  await expect(node('Welfare act')).toBeVisible()
  await page.getByRole('button', { name: 'Lag kart av dette' }).click()
  await expect
    .poll(async () => (await query(page, 'maps.list', {})).items.map((map) => map.nodes.length))
    .toEqual([3])
  expect(app.errors).toEqual([])
  await app.close()
})
