import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** A source as it is read and coded. */
export class Reader {
  readonly page: Page
  readonly text: Locator

  constructor(page: Page, title: string) {
    this.page = page
    this.text = page.getByRole('textbox', { name: `Text of ${title}` })
  }

  /** Selects words by finding them, without touching the mouse. */
  async select(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f')
    const field = this.page.getByRole('textbox', { name: 'Find in this text' })
    await expect(field).toBeFocused()
    await field.fill(words)
    await expect(this.page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of \d+$/)
    await this.page.keyboard.press('Escape')
    await expect(field).toBeHidden()
    await expect.poll(() => this.selectedWords()).toBe(words)
  }

  selectedWords(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '')
  }

  get picker(): Locator {
    return this.page.getByRole('dialog', { name: 'Code the selection' })
  }

  /** C, a few letters, Enter. */
  async code(letters: string): Promise<void> {
    await this.page.keyboard.press('c')
    await expect(this.picker.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(letters)
    await this.page.keyboard.press('Enter')
    await expect(this.picker).toBeHidden()
  }

  /** The same for a code that is not there yet. */
  async codeAnew(name: string): Promise<void> {
    await this.page.keyboard.press('c')
    await expect(this.picker.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Shift+Enter')
    await expect(this.picker).toBeHidden()
  }

  /** The stripe of a coding beside its words. */
  stripe(code: string): Locator {
    return this.page
      .getByRole('group', { name: 'Codings beside the text' })
      .getByRole('button', { name: `${code}, coded by` })
  }

  /** The words that are painted in the colour of some code, each range once. */
  paintedWords(): Promise<string[]> {
    return this.page.evaluate(() => [
      ...new Set(
        [...CSS.highlights].flatMap(([name, highlight]) =>
          /find|found|kept|focus|light/.test(name)
            ? []
            : [...highlight].map((range) => (range as Range).cloneContents().textContent ?? ''),
        ),
      ),
    ])
  }

  async startEditing(): Promise<void> {
    await this.page.keyboard.press('Control+e')
    await expect(this.page.getByText('You are editing the text.')).toBeVisible()
  }

  async stopEditing(): Promise<void> {
    await expect(this.page.locator('.reading-banner-state')).toHaveText('All changes saved')
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByText('You are editing the text.')).toBeHidden()
  }
}
