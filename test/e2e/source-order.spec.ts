import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workspace } from './pages/workspace.ts'
import { command } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { drag, pointIn } from './support/mouse.ts'
import { makeProject } from './support/projects.ts'

let app: RunningApp
let workspace: Workspace
let folder = ''

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-source-order-'))
  const texts = Object.fromEntries(
    ['Anna', 'Berit', 'Cecilie', 'Dina'].map((name) => [`${name}.txt`, `${name} waits.\n`]),
  )
  app = await launchApp({ project: await makeProject(folder, texts) })
  workspace = new Workspace(app)
  await workspace.showPanel('Sources')
  await expectRows(['Anna', 'Berit', 'Cecilie', 'Dina'])
})

test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function expectRows(names: string[]): Promise<void> {
  const rows = workspace.navigator.getByRole('treeitem')
  await expect(rows).toHaveCount(names.length)
  // The rows stand where they are shown, whatever their order in the page.
  await expect
    .poll(async () => {
      const boxes = await rows.evaluateAll((items) =>
        items.map((item) => ({
          name: item.querySelector('.source-row-name')?.textContent ?? '',
          top: item.getBoundingClientRect().top,
        })),
      )
      return boxes.sort((a, b) => a.top - b.top).map((box) => box.name)
    })
    .toEqual(names)
}

test('sources are put in order with the keyboard, and undo reaches back over the end of the program', async () => {
  await workspace.source('Cecilie').click()
  const tree = workspace.navigator.getByRole('tree')
  await tree.focus()
  await app.page.keyboard.press('Alt+ArrowUp')
  await expectRows(['Anna', 'Cecilie', 'Berit', 'Dina'])
  await app.page.keyboard.press('Alt+ArrowUp')
  await expectRows(['Cecilie', 'Anna', 'Berit', 'Dina'])
  await app.page.keyboard.press('Alt+ArrowUp')
  await app.page.keyboard.press('Alt+ArrowDown')
  await expectRows(['Anna', 'Cecilie', 'Berit', 'Dina'])
  await app.page.keyboard.press('Shift+ArrowDown')
  await app.page.keyboard.press('Alt+ArrowDown')
  await expectRows(['Anna', 'Dina', 'Cecilie', 'Berit'])

  app = await app.restart()
  workspace = new Workspace(app)
  await workspace.showPanel('Sources')
  await expectRows(['Anna', 'Dina', 'Cecilie', 'Berit'])
  await app.page.keyboard.press('Control+z')
  await expectRows(['Anna', 'Cecilie', 'Berit', 'Dina'])
  await app.page.keyboard.press('Control+z')
  await app.page.keyboard.press('Control+z')
  await app.page.keyboard.press('Control+z')
  await expectRows(['Anna', 'Berit', 'Cecilie', 'Dina'])
  await app.page.keyboard.press('Control+Shift+z')
  await expectRows(['Anna', 'Cecilie', 'Berit', 'Dina'])
})

test('sources are dragged between others and into a folder at their place', async () => {
  const { page } = app
  await drag(
    page,
    await pointIn(workspace.source('Dina')),
    await pointIn(workspace.source('Berit'), 0.15),
  )
  await expectRows(['Anna', 'Dina', 'Berit', 'Cecilie'])
  await drag(
    page,
    await pointIn(workspace.source('Anna')),
    await pointIn(workspace.source('Cecilie'), 0.85),
  )
  await expectRows(['Dina', 'Berit', 'Cecilie', 'Anna'])
  await command(page, 'folders.create', { name: 'Home' })
  await expectRows(['Home', 'Dina', 'Berit', 'Cecilie', 'Anna'])
  await drag(
    page,
    await pointIn(workspace.source('Cecilie')),
    await pointIn(workspace.source('Home')),
  )
  await expect(workspace.source('Cecilie')).toHaveAttribute('aria-level', '2')
  await expectRows(['Home', 'Cecilie', 'Dina', 'Berit', 'Anna'])
  await drag(
    page,
    await pointIn(workspace.source('Anna')),
    await pointIn(workspace.source('Cecilie'), 0.15),
  )
  await expectRows(['Home', 'Anna', 'Cecilie', 'Dina', 'Berit'])
  await expect(workspace.source('Anna')).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Control+z')
  await expectRows(['Home', 'Cecilie', 'Dina', 'Berit', 'Anna'])
})
