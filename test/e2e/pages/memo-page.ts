import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** A memo as it is written: the page in front. */
export class MemoPage {
  readonly page: Page
  readonly title: Locator
  readonly text: Locator
  readonly kind: Locator
  readonly status: Locator
  readonly about: Locator
  readonly links: Locator
  private readonly toolbar: Locator

  constructor(page: Page) {
    this.page = page
    const shown = page.locator('.tab-page:not([hidden]) .memo-editor')
    this.title = shown.getByRole('textbox', { name: 'Title of the memo' })
    this.text = shown.getByRole('textbox', { name: 'Text of the memo' })
    this.kind = shown.getByRole('combobox', { name: 'Kind' })
    this.status = shown.getByRole('combobox', { name: 'Status' })
    this.about = shown.getByRole('button', { name: /^About/ })
    this.links = this.text.locator('a')
    this.toolbar = shown.getByRole('toolbar', { name: 'Format' })
  }

  /** The title of a memo that has just been made, and Enter: the caret goes on to the text. */
  async begin(title: string): Promise<void> {
    await expect(this.title).toBeFocused()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
    await expect(this.text).toBeFocused()
    await expect(this.page.locator('.memo-sheet[aria-busy=false]').last()).toBeVisible()
  }

  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name })
  }

  async makeAbout(choice: string): Promise<void> {
    await this.about.click()
    await this.page.getByRole('menuitemcheckbox', { name: choice }).click()
  }
}
