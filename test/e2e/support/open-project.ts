import { expect } from '@playwright/test'
import { answerOpenDialog } from './dialogs.ts'
import type { RunningApp } from './launch.ts'

/** Opens a project file in a window that has none, through the dialog of the system. */
export async function openProjectFile(app: RunningApp, path: string): Promise<void> {
  // A key could come before anything listens to it; a button is there when it is seen.
  const door = app.page.getByRole('button', { name: /^(Open project|Åpne prosjekt)/ })
  await expect(door).toBeVisible()
  await answerOpenDialog(app.electron, [path])
  await door.click()
}
