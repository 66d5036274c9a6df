import type { Locator, Page } from '@playwright/test'

/** The sets below the tree of codes. */
export class CodeSets {
  readonly page: Page
  readonly all: Locator

  constructor(page: Page) {
    this.page = page
    this.all = page.getByRole('region', { name: 'Code sets' })
  }

  set(name: string): Locator {
    return this.all.getByRole('button', { name: new RegExp(`^${name} \\d+$`) })
  }

  async create(name: string): Promise<void> {
    await this.all.getByRole('button', { name: 'New set' }).click()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
  }
}
