import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Workspace } from './workspace.ts'

/** The page of the code in front. Pages behind it stay in the document, but are not to be seen. */
export class CodePage {
  readonly page: Page
  private readonly workspace: Workspace

  constructor(workspace: Workspace) {
    this.page = workspace.page
    this.workspace = workspace
  }

  /** By the tree, as with a keyboard. */
  async open(name: string): Promise<void> {
    await this.workspace.showPanel('Codes')
    await this.workspace.code(name).click()
    await this.page.keyboard.press('Enter')
    await this.expectOpen(name)
  }

  async expectOpen(name: string): Promise<void> {
    await expect(this.workspace.frontTab).toContainText(name)
    await expect(this.main.getByRole('textbox', { name: 'Name of the code' })).toHaveValue(name)
    await expect(this.passages).toHaveAttribute('aria-busy', 'false')
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get passages(): Locator {
    return this.main.getByRole('region', { name: 'Passages' })
  }

  /** By its coded words, not by those around it. */
  passage(quote: string): Locator {
    const coded = this.page.locator('mark').filter({ hasText: quote })
    return this.passages.getByRole('listitem').filter({ has: coded })
  }

  /** The coded words of the passages listed, in their order. */
  quotes(): Promise<string[]> {
    return this.passages.locator('mark').allTextContents()
  }

  async filter(
    by: 'Source' | 'Person' | 'Whose codings' | 'With sub-codes',
    choice: string,
  ): Promise<void> {
    if (by === 'With sub-codes') await this.passages.getByLabel(by).setChecked(choice === 'yes')
    else await this.passages.getByRole('combobox', { name: by }).selectOption(choice)
  }

  async choose(words: string): Promise<void> {
    await this.passage(words).getByRole('checkbox').click()
  }

  /** A line of the menu beside the name. */
  async act(name: string): Promise<void> {
    await this.main.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name }).click()
  }

  async showSection(name: 'Passages' | 'Memos' | 'History'): Promise<void> {
    await this.main.getByText(name, { exact: true }).click()
  }

  /** Searches a code in the dialog in front and takes it. */
  async chooseTarget(letters: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('combobox').fill(letters)
    await dialog.getByRole('combobox').press('Enter')
    await expect(dialog).toBeHidden()
  }
}
