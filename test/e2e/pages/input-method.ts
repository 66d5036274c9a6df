import type { CDPSession, Page } from '@playwright/test'

/** Writes as an input method of the system does: letters that change until they are accepted. */
export class InputMethod {
  private readonly session: CDPSession

  private constructor(session: CDPSession) {
    this.session = session
  }

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  /** Shows what is being composed, in the place of what was shown before. */
  async compose(...steps: string[]): Promise<void> {
    for (const text of steps) {
      const { length } = text
      await this.session.send('Input.imeSetComposition', {
        text,
        selectionStart: length,
        selectionEnd: length,
      })
    }
  }

  /** Accepts the composition as this text. */
  async accept(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text })
  }

  /** A dead key as on Linux and Windows: a key without a letter, and one that brings both. */
  async deadKey(letter: string): Promise<void> {
    await this.session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Dead',
      code: 'Equal',
    })
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Dead', code: 'Equal' })
    await this.session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: letter,
      code: 'KeyE',
      text: letter,
    })
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code: 'KeyE' })
  }
}
