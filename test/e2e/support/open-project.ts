import { expect } from '@playwright/test'
import { answerOpenDialog } from './dialogs.ts'
import type { RunningApp } from './launch.ts'

/** Opens a project file in a window that has none, through the dialog of the system. */
export async function openProjectFile(app: RunningApp, path: string): Promise<void> {
  await expect(app.page.locator('.start')).toBeVisible()
  await answerOpenDialog(app.electron, [path])
  await app.page.keyboard.press('Control+o')
}
