import type { Flow } from './flow.ts'

/**
 * Where pages of an RTF file begin. What begins a page is said before it is known what comes: a section's
 * kind after its beginning, a paragraph's among its other properties. So it is settled at the next words.
 */
export class RtfPages {
  readonly #flow: Flow
  /** Whether sections begin a page, until told otherwise. */
  #sectionBeginsPage = true
  #isNewSection = false
  #isNewParagraph = true

  constructor(flow: Flow) {
    this.#flow = flow
  }

  /** Settles what was said before these words. */
  atWords(beginsPage: boolean): void {
    if (this.#isNewSection && this.#sectionBeginsPage) this.#flow.pageBreak('told')
    else if (this.#isNewParagraph && beginsPage) this.#flow.pageBreak('told')
    this.#isNewSection = false
    this.#isNewParagraph = false
  }

  endParagraph(): void {
    this.#isNewParagraph = true
  }

  endSection(): void {
    this.#isNewSection = true
  }

  /** What control words say of pages and sections; true if the word is one of them. */
  take(word: string): boolean {
    if (word === 'softpage') this.#flow.pageBreak('seen')
    else if (word === 'sectd') this.#sectionBeginsPage = true
    else if (word === 'sbknone' || word === 'sbkcol') this.#sectionBeginsPage = false
    else if (word === 'sbkpage' || word === 'sbkeven' || word === 'sbkodd')
      this.#sectionBeginsPage = true
    else return false
    return true
  }
}
