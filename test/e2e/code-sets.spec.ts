import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodeSets } from './pages/code-sets.ts'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { interviews, makeCode as makeCodeIn } from './scenes/interviews.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { drag, pointIn } from './support/mouse.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp
let workspace: Workspace
let sets: CodeSets
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-code-sets-'))
  app = await launchApp({ project: await makeProject(folder, interviews) })
  workspace = new Workspace(app)
  sets = new CodeSets(app.page)
  await workspace.showPanel('Sources')
  await expect(workspace.source('Office')).toBeVisible()
})

test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const makeCode = (name: string, quotes: string[]) => makeCodeIn(app.page, name, quotes)

test('a set is made, filled, renamed and emptied; deleting it keeps the codes', async () => {
  const { page } = app
  const waiting = await makeCode('queues', ['It shows'])
  const paper = await makeCode('forms', ['The form'])
  await makeCode('elsewhere', [])
  const held = async () =>
    (await query(page, 'codes.list', {})).sets.map(({ name, codeIds }) => [name, ...codeIds])
  await workspace.showPanel('Codes')
  await sets.create('chapter 3')
  await expect(sets.set('chapter 3')).toBeVisible()

  await drag(page, await pointIn(workspace.code('queues')), await pointIn(sets.set('chapter 3')))
  await expect.poll(held).toEqual([['chapter 3', waiting]])
  await workspace.code('forms').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add to set' }).hover()
  await page.getByRole('menuitemcheckbox', { name: 'chapter 3' }).click()
  await expect(workspace.message('Added 1 code to “chapter 3”')).toBeVisible()
  await expect.poll(held).toEqual([['chapter 3', waiting, paper]])

  await sets.set('chapter 3').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('chapter 4')
  await page.keyboard.press('Enter')
  await expect(sets.set('chapter 4')).toBeVisible()

  await sets.set('chapter 4').click()
  await expect(page.getByRole('tree', { name: 'Codes' }).getByRole('treeitem')).toHaveCount(2)
  await workspace.code('queues').click()
  await sets.set('chapter 4').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Remove from “chapter 4”' }).click()
  await expect(workspace.message('Removed 1 code from “chapter 4”')).toBeVisible()
  await expect.poll(held).toEqual([['chapter 4', paper]])
  await workspace.undo()
  await expect.poll(held).toEqual([['chapter 4', waiting, paper]])

  await sets.set('chapter 4').focus()
  await page.keyboard.press('Delete')
  await expect(workspace.message('Deleted the set “chapter 4”. Its codes are kept.')).toBeVisible()
  await expect(workspace.code('elsewhere')).toBeVisible()
  await expect.poll(held).toEqual([])
  await workspace.undo()
  await expect.poll(held).toEqual([['chapter 4', waiting, paper]])
})

test('a set is made of chosen codes and named at once; a text shows only its codings', async () => {
  const { page } = app
  await makeCode('rooms', ['on a desk'])
  await makeCode('people', ['the doctor'])
  await workspace.showPanel('Codes')
  await workspace.code('people').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add to set' }).hover()
  await page.getByRole('menuitem', { name: 'New set of these codes' }).click()
  await expect(sets.all.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('who')
  await page.keyboard.press('Enter')
  await expect(sets.set('who')).toBeVisible()

  await workspace.openSource('Home')
  const reader = new Reader(page, 'Home')
  await expect(reader.stripe('rooms')).toBeVisible()
  await page.getByRole('combobox', { name: 'Codings shown' }).selectOption('who')
  await expect(reader.stripe('people')).toBeVisible()
  await expect(reader.stripe('rooms')).toBeHidden()
  expect(await reader.paintedWords()).toEqual(['the doctor'])
})

test('nothing went wrong unseen', () => {
  expect(app.errors).toEqual([])
})
