import { expect, test } from '@playwright/test'
import { NativeMenu } from './pages/native-menu.ts'
import { Workspace } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { LaunchOptions, RunningApp } from './support/launch.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp

/** The window with a project of one short text. */
async function begin(options: LaunchOptions = {}): Promise<NativeMenu> {
  app = await launchApp(options)
  const menu = await NativeMenu.of(app)
  const project = await makeProject(app.folder, {
    'Samtale.txt': 'I: Hvordan går det?\nKari: Jo takk.\n',
  })
  await app.electron.evaluate(({ BrowserWindow }, path) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.send('app-event', { event: 'app.openRequest', payload: { path } })
  }, project)
  await expect(app.page.getByRole('treeitem', { name: 'Samtale' })).toBeVisible()
  return menu
}

test.afterEach(async () => {
  await app.close()
})

const panelMenu = 'app.show.memos'

test('items of the native menu act, and can be chosen only when they would', async () => {
  const menu = await begin()
  const { page } = app
  const workspace = new Workspace(app)
  await workspace.showPanel('Codes')
  await expect.poll(() => menu.names()).toEqual(['File', 'Edit', 'Code', 'View', 'Go', 'Help'])
  expect(await menu.item('codes.rename')).toMatchObject({ isEnabled: false })

  await menu.choose('codes.new')
  await page.getByRole('textbox', { name: 'Name of the new code' }).fill('utetid')
  await page.keyboard.press('Enter')
  await expect(workspace.code('utetid')).toBeVisible()
  await expect.poll(() => menu.item('codes.rename')).toMatchObject({ isEnabled: true })
  await expect
    .poll(() => menu.item('history.undo'))
    .toMatchObject({
      label: expect.stringContaining('utetid') as unknown,
    })

  await menu.choose('history.undo')
  await expect(workspace.code('utetid')).toBeHidden()
  expect((await query(page, 'codes.list', {})).items).toEqual([])
  await expect.poll(() => menu.item('codes.rename')).toMatchObject({ isEnabled: false })
  await expect.poll(() => menu.item('history.redo')).toMatchObject({ isEnabled: true })
  await menu.choose('history.redo')
  await expect(workspace.code('utetid')).toBeVisible()

  await menu.choose(panelMenu)
  await expect(
    workspace.navigator.getByRole('navigation').getByRole('button', { name: /^Memos/ }),
  ).toHaveAttribute('aria-current', 'page')

  await menu.choose('app.closeProject')
  await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  await expect.poll(() => menu.item('app.closeProject')).toMatchObject({ isEnabled: false })
  expect(await menu.item('sources.import')).toMatchObject({ isEnabled: false })
  expect(await menu.item('codes.new')).toBeUndefined()
  expect(app.errors).toEqual([])
})

test('acts of reading are in the menu while a text is in front', async () => {
  const menu = await begin()
  const workspace = new Workspace(app)
  await workspace.openSource('Samtale')
  await expect.poll(() => menu.item('reading.find')).toMatchObject({ isEnabled: true })
  await menu.choose('reading.find')
  await expect(app.page.getByRole('textbox', { name: 'Find in this text' })).toBeFocused()
  await menu.choose('app.closeTab')
  await expect.poll(() => menu.item('reading.find')).toBeUndefined()
})

test('the native menu speaks the language of the window, also when it changes', async () => {
  const menu = await begin({ settings: { language: 'nb' } })
  await expect.poll(() => menu.names()).toEqual(['Fil', 'Rediger', 'Koding', 'Vis', 'Gå', 'Hjelp'])
  expect(await menu.item(panelMenu)).toMatchObject({ label: 'Notater' })
  await menu.choose('app.language')
  await expect.poll(() => menu.names()).toEqual(['File', 'Edit', 'Code', 'View', 'Go', 'Help'])
  await expect.poll(() => menu.item(panelMenu)).toMatchObject({ label: 'Memos' })
})

test('the palette finds a command by its name in either language', async () => {
  await begin({ settings: { language: 'nb' } })
  const { page } = app
  const option = page.getByRole('dialog').getByRole('option').first()
  const find = async (typed: string, name: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(typed)
    await expect(option).toHaveText(new RegExp(`^${name}`))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await find('Settings', 'Innstillinger')
  await find('new field note', 'Nytt feltnotat')
  await find('Innstillinger', 'Innstillinger')
  await page.getByRole('button', { name: 'Bytt til engelsk' }).click()
  await find('Innstillinger', 'Settings')
  await find('nytt feltnotat', 'New field note')
  await find('Settings', 'Settings')
})

test('the palette finds texts, work and disjunctures by name, and opens them', async () => {
  await begin()
  const { page } = app
  const workspace = new Workspace(app)
  const { id: textId } = await command(page, 'texts.create', { title: 'Aktivitetsplan' })
  await command(page, 'clauses.create', { textId, locator: '§ 14 a', wording: 'Rett til plan' })
  const { id: processId } = await command(page, 'processes.create', { name: 'Oppfølging' })
  await command(page, 'steps.create', { processId, action: 'ringer arbeidsgiveren' })
  await command(page, 'actors.create', { name: 'Jobbspesialisten' })
  await command(page, 'disjunctures.create', { title: 'Tallet og samtalen' })
  const open = async (typed: string, line: RegExp) => {
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill(typed)
    await expect(dialog.getByRole('option').first()).toHaveText(line)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
  await open('aktivitets', /^Aktivitetsplan.*text/)
  await expect(workspace.frontTab).toContainText('Aktivitetsplan')
  await open('14 a', /^§ 14 a Rett til plan.*clause · Aktivitetsplan/)
  await expect(workspace.inspector).toContainText('Rett til plan')
  await open('arbeidsgiver ringer', /^ringer arbeidsgiveren.*step · Oppfølging/)
  await expect(workspace.frontTab).toContainText('Oppfølging')
  await expect(workspace.inspector).toContainText('ringer arbeidsgiveren')
  await open('jobbspes', /^Jobbspesialisten.*actor/)
  await expect(workspace.inspector).toContainText('Jobbspesialisten')
  await open('samtalen', /^Tallet og samtalen.*disjuncture/)
  await expect(workspace.frontTab).toContainText('Disjunctures')
})

test('the page of shortcuts lists every key, also before a text has been opened', async () => {
  app = await launchApp()
  const { page } = app
  await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const keys = (label: string) =>
    dialog.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('+ dd')
  await expect(keys('Code the selection')).toHaveText('C')
  await expect(keys('Select turn')).toHaveText('T')
  await expect(keys('Remove the coding')).toHaveText('Del')
  await expect(keys('End one word later')).toHaveText('AltShift→')
  await expect(keys('New code')).toHaveText('CtrlShiftN')
  await expect(keys('New memo')).toHaveText('CtrlShiftM')
  await dialog.getByRole('textbox', { name: 'Find a shortcut' }).fill('innstillinger')
  await expect(dialog.locator('dt')).toHaveText(['Settings'])
})
