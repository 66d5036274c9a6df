import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { basename, extname } from 'node:path'
import { answerOpenDialog } from '../support/dialogs.ts'
import type { RunningApp } from '../support/launch.ts'

export type Panel = 'Sources' | 'Codes' | 'Work' | 'Memos' | 'Accounts' | 'People' | 'Searches'

/** The frame around everything: navigator, pages, inspector, messages. */
export class Workspace {
  readonly page: Page
  private readonly app: RunningApp

  constructor(app: RunningApp) {
    this.app = app
    this.page = app.page
  }

  get navigator(): Locator {
    return this.page.getByRole('complementary', { name: 'Navigator' })
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  /** The page in front, by its name in the strip. */
  get frontTab(): Locator {
    return this.page
      .getByRole('list', { name: 'Open pages' })
      .locator('[aria-current=page]')
      .first()
  }

  async showPanel(name: Panel): Promise<void> {
    const button = this.navigator
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
    await button.click()
    await expect(button).toHaveAttribute('aria-current', 'page')
  }

  /** Chooses files in the dialog of the system and accepts what the preview proposes. */
  async importFiles(paths: string[]): Promise<void> {
    await answerOpenDialog(this.app.electron, paths)
    await this.page.keyboard.press('Control+i')
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByRole('heading', { level: 2 })).toContainText('Import')
    await dialog.getByRole('button', { name: /^Import \d+ files?$/ }).click()
    await expect(dialog).toBeHidden()
    for (const path of paths) await expect(this.source(titleOf(path))).toBeVisible()
  }

  source(title: string): Locator {
    return this.navigator.getByRole('treeitem', { name: title })
  }

  async openSource(title: string): Promise<void> {
    await this.showPanel('Sources')
    await this.source(title).dblclick()
    await expect(this.frontTab).toContainText(title)
  }

  code(name: string): Locator {
    return this.navigator.getByRole('treeitem', { name: new RegExp(`^${name}, `) })
  }

  message(text: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: 'Messages' })
      .getByRole('status')
      .filter({ hasText: text })
  }

  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const palette = this.page.getByRole('dialog')
    await palette.getByRole('combobox').fill(name)
    await palette
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click()
    await expect(palette).toBeHidden()
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z')
    await expect(this.message('Undid:').last()).toBeVisible()
  }
}

/** The title a file gets when it is imported. */
export function titleOf(path: string): string {
  return basename(path, extname(path))
}
