import { $getRoot, ParagraphNode, TextNode } from 'lexical'
import type { EditorConfig, LexicalEditor } from 'lexical'
import { lookAfterEnter } from './block-look.ts'
import type { BlockLook, TextPiece } from './block-look.ts'

/** One paragraph of a source. What stands in its gutter is drawn by the style sheet from attributes. */
export class SourceBlockNode extends ParagraphNode {
  __look: BlockLook = { className: 'reading-block', data: {}, lines: 1 }

  override $config() {
    return this.config('source-block', { extends: ParagraphNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__look = previous.__look
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.className = this.__look.className
    for (const [name, value] of Object.entries(this.__look.data)) element.dataset[name] = value
    element.style.setProperty('--lines', String(this.__look.lines))
    if (this.__look.columns !== undefined) {
      element.style.setProperty('--columns', String(this.__look.columns))
    }
    return element
  }

  /** A new paragraph made by Enter goes on with the list, quote or footnote it was made in. */
  override insertNewAfter(...args: Parameters<ParagraphNode['insertNewAfter']>): ParagraphNode {
    const fresh = new SourceBlockNode()
    fresh.__look = lookAfterEnter(this.__look)
    this.insertAfter(fresh, args[1])
    return fresh
  }

  override collapseAtStart(): boolean {
    return false
  }
}

/** A run of text between two boundaries of label, mark or page. */
export class SourceTextNode extends TextNode {
  __piece: string = ''
  __before: string = ''
  __page: string = ''

  override $config() {
    return this.config('source-text', { extends: TextNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__piece = previous.__piece
    this.__before = previous.__before
    this.__page = previous.__page
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor)
    if (this.__piece !== '') element.classList.add(...this.__piece.split(' '))
    if (this.__before !== '') element.dataset['before'] = this.__before
    if (this.__page !== '') element.dataset['page'] = this.__page
    return element
  }

  /** Typed words join the run they are typed in. */
  override canInsertTextBefore(): boolean {
    return true
  }
}

const formatBits = { bold: 1, italic: 2, underline: 8 } as const

/** Fills the editor with a text; inside an update. */
export function $fillSource(blocks: readonly { look: BlockLook; pieces: TextPiece[] }[]): void {
  const root = $getRoot()
  root.clear()
  const nodes = blocks.map(({ look, pieces }) => {
    const node = new SourceBlockNode()
    node.__look = look
    const runs = pieces.map((piece) => {
      const run = new SourceTextNode(piece.text)
      run.__format =
        (piece.bold ? formatBits.bold : 0) |
        (piece.italic ? formatBits.italic : 0) |
        (piece.underline ? formatBits.underline : 0)
      run.__piece = piece.className
      run.__before = piece.before
      run.__page = piece.page
      return run
    })
    if (runs.length > 0) node.append(...runs)
    return node
  })
  root.append(...nodes)
}
