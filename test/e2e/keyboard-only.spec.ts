import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Reader } from './pages/reader.ts'
import { Workspace, titleOf } from './pages/workspace.ts'
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts'
import { query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { samples } from './support/samples.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
})

test.afterEach(async () => {
  await app.close()
})

/** Goes on with Tab until `goal` has the focus, as somebody without a mouse does. */
async function tabTo(goal: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await app.page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(goal)}`)
}

test('from the start to a codebook in Word without touching the mouse', async () => {
  const { page } = app
  const { keyboard } = page
  const workspace = new Workspace(app)
  const jonas = new Reader(page, titleOf(samples.jonas))

  // A project.
  await answerSaveDialog(app.electron, join(app.folder, 'Keys.standpoint'))
  await tabTo(page.getByRole('button', { name: /^New project/ }))
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await keyboard.type('Keys')
  await keyboard.press('Tab')
  await keyboard.type('Ola')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keys', level: 1 })).toBeVisible()
  await expect(dialog).toBeHidden()

  // A text.
  await answerOpenDialog(app.electron, [samples.jonas])
  await keyboard.press('Control+i')
  const accept = page.getByRole('dialog').getByRole('button', { name: 'Import 1 file' })
  await expect(accept).toBeFocused()
  await keyboard.press('Enter')
  await expect(workspace.frontTab).toContainText(titleOf(samples.jonas))

  // Reading: to the text by F6, a turn by T, a code by C.
  for (let presses = 0; presses < 3; presses++) {
    if (await jonas.text.evaluate((element) => element === document.activeElement)) break
    await keyboard.press('F6')
  }
  await expect(jonas.text).toBeFocused()
  await jonas.select('Fredag er skjemadag')
  await keyboard.press('t')
  await expect.poll(() => jonas.selectedWords()).toContain('Da sitter vi alle tre')
  await jonas.codeAnew('skjemaarbeid')
  await expect(jonas.stripe('skjemaarbeid')).toBeVisible()
  await jonas.select('Du må oversette')
  await keyboard.press('1')
  await expect(jonas.stripe('skjemaarbeid')).toHaveCount(2)

  // The passage grows by a word.
  await expect(workspace.inspector.getByRole('blockquote')).toHaveText('Du må oversette')
  await keyboard.press('}')
  await expect
    .poll(async () =>
      (await query(page, 'codings.list', {})).items.some(({ quote }) =>
        /oversette\. Hvis/.test(quote),
      ),
    )
    .toBe(true)

  // The tree of codes.
  await keyboard.press('Control+2')
  await expect(workspace.code('skjemaarbeid')).toBeVisible()
  await keyboard.press('Control+Shift+n')
  const name = page.getByRole('textbox', { name: 'Name of the new code' })
  await expect(name).toBeFocused()
  await keyboard.type('synlig arbeid')
  await keyboard.press('Enter')
  await expect(workspace.code('synlig arbeid')).toBeVisible()
  await expect(page.getByRole('tree', { name: 'Codes, as a tree' })).toBeFocused()

  // The codebook.
  await answerSaveDialog(app.electron, join(app.folder, 'kodebok.docx'))
  await keyboard.press('Control+Shift+e')
  await expect(page.getByRole('region', { name: 'Preview of the codebook' })).toContainText(
    'skjemaarbeid',
  )
  await tabTo(page.getByRole('button', { name: 'Save…' }))
  await keyboard.press('Enter')
  await expect(workspace.message('Saved the codebook with 2 codes.')).toBeVisible()
  expect(existsSync(join(app.folder, 'kodebok.docx'))).toBe(true)
  expect(app.errors).toEqual([])
})
