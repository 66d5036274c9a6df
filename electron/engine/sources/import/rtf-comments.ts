import type { SetAside } from '../../../../shared/text/source-text.ts'

/** Groups that make up a comment in the margin: who wrote it, which stands before it, and its words. */
export const commentGroups: ReadonlyMap<string, 'author' | 'comment'> = new Map([
  ['atnauthor', 'author'],
  ['annotation', 'comment'],
])

/** Collects the comments of an RTF file. */
export class RtfComments {
  readonly setAside: SetAside[] = []
  #author = ''

  end(kind: 'author' | 'comment', words: string): void {
    const text = words.replace(/\s+/g, ' ').trim()
    if (kind === 'author') {
      this.#author = text
      return
    }
    const by = this.#author === '' ? '' : `${this.#author}: `
    this.#author = ''
    if (text !== '') this.setAside.push({ text: `${by}${text}`, reason: 'comment' })
  }
}
