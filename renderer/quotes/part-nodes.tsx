import { $createParagraphNode, $createTextNode, $isParagraphNode, DecoratorNode } from 'lexical'
import type { LexicalEditor, NodeKey, SerializedLexicalNode } from 'lexical'
import type { ReactElement } from 'react'
import { InlineQuotation } from './inline-quotation.tsx'
import { $insertBlock } from './insert-parts.ts'
import { FootnoteMark, MapBlock, QuotationBlock, TableBlock } from './part-blocks.tsx'

/*
 * What stands in an account besides words. Only what it shows is kept: the id of a quote or map, the
 * name of a table; the words come from the project whenever it is shown. Fields begin with two low
 * lines, as the binding to Yjs asks, and have a default, as it makes nodes without arguments.
 */
abstract class PartNode extends DecoratorNode<ReactElement> {
  override createDOM(): HTMLElement {
    return document.createElement('div')
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): boolean {
    return false
  }

  override isKeyboardSelectable(): true {
    return true
  }
}

type Serialized<K extends string> = SerializedLexicalNode & Record<K, string>

export class QuotationNode extends PartNode {
  __quoteId: string

  static override getType(): string {
    return 'quotation'
  }

  static override clone(node: QuotationNode): QuotationNode {
    return new QuotationNode(node.__quoteId, node.__key)
  }

  static override importJSON({ quoteId }: Serialized<'quoteId'>): QuotationNode {
    return new QuotationNode(quoteId)
  }

  constructor(quoteId = '', key?: NodeKey) {
    super(key)
    this.__quoteId = quoteId
  }

  override exportJSON(): Serialized<'quoteId'> {
    return { ...super.exportJSON(), quoteId: this.__quoteId }
  }

  override decorate(editor: LexicalEditor): ReactElement {
    return (
      <QuotationBlock
        quoteId={this.__quoteId}
        nodeKey={this.__key}
        onIntoSentence={() => editor.update(() => $intoSentence(this.getLatest()))}
      />
    )
  }
}

/** A quotation in a running sentence; with its label unless `__bare` is 'yes'. */
export class InlineQuotationNode extends PartNode {
  __quoteId: string
  __bare: '' | 'yes'

  static override getType(): string {
    return 'inline-quotation'
  }

  static override clone(node: InlineQuotationNode): InlineQuotationNode {
    return new InlineQuotationNode(node.__quoteId, node.__bare, node.__key)
  }

  static override importJSON({
    quoteId,
    bare,
  }: Serialized<'quoteId' | 'bare'>): InlineQuotationNode {
    return new InlineQuotationNode(quoteId, bare === 'yes' ? 'yes' : '')
  }

  constructor(quoteId = '', bare: '' | 'yes' = '', key?: NodeKey) {
    super(key)
    this.__quoteId = quoteId
    this.__bare = bare
  }

  override exportJSON(): Serialized<'quoteId' | 'bare'> {
    return { ...super.exportJSON(), quoteId: this.__quoteId, bare: this.__bare }
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override isInline(): boolean {
    return true
  }

  override decorate(editor: LexicalEditor): ReactElement {
    return (
      <InlineQuotation
        quoteId={this.__quoteId}
        nodeKey={this.__key}
        isBare={this.__bare === 'yes'}
        onBare={(isBare) =>
          editor.update(() => {
            this.getWritable().__bare = isBare ? 'yes' : ''
          })
        }
        onAsBlock={() => editor.update(() => $asBlock(this.getLatest()))}
      />
    )
  }
}

export class ProjectTableNode extends PartNode {
  __table: string

  static override getType(): string {
    return 'project-table'
  }

  static override clone(node: ProjectTableNode): ProjectTableNode {
    return new ProjectTableNode(node.__table, node.__key)
  }

  static override importJSON({ table }: Serialized<'table'>): ProjectTableNode {
    return new ProjectTableNode(table)
  }

  constructor(table = '', key?: NodeKey) {
    super(key)
    this.__table = table
  }

  override exportJSON(): Serialized<'table'> {
    return { ...super.exportJSON(), table: this.__table }
  }

  override decorate(): ReactElement {
    return <TableBlock table={this.__table} nodeKey={this.__key} />
  }
}

export class ProjectMapNode extends PartNode {
  __mapId: string

  static override getType(): string {
    return 'project-map'
  }

  static override clone(node: ProjectMapNode): ProjectMapNode {
    return new ProjectMapNode(node.__mapId, node.__key)
  }

  static override importJSON({ mapId }: Serialized<'mapId'>): ProjectMapNode {
    return new ProjectMapNode(mapId)
  }

  constructor(mapId = '', key?: NodeKey) {
    super(key)
    this.__mapId = mapId
  }

  override exportJSON(): Serialized<'mapId'> {
    return { ...super.exportJSON(), mapId: this.__mapId }
  }

  override decorate(): ReactElement {
    return <MapBlock mapId={this.__mapId} nodeKey={this.__key} />
  }
}

export class FootnoteNode extends PartNode {
  __text: string

  static override getType(): string {
    return 'footnote'
  }

  static override clone(node: FootnoteNode): FootnoteNode {
    return new FootnoteNode(node.__text, node.__key)
  }

  static override importJSON({ text }: Serialized<'text'>): FootnoteNode {
    return new FootnoteNode(text)
  }

  constructor(text = '', key?: NodeKey) {
    super(key)
    this.__text = text
  }

  override exportJSON(): Serialized<'text'> {
    return { ...super.exportJSON(), text: this.__text }
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override isInline(): boolean {
    return true
  }

  setText(text: string): void {
    this.getWritable().__text = text
  }

  override decorate(editor: LexicalEditor): ReactElement {
    const write = (words: string): void =>
      editor.update(() => {
        const node = this.getLatest()
        if (words === '') {
          node.remove()
          return
        }
        if (words !== node.__text) node.setText(words)
        node.selectNext()
      })
    return <FootnoteMark text={this.__text} onText={write} />
  }
}

/** Moves a quotation to the end of the paragraph before it, or into one of its own. */
function $intoSentence(block: QuotationNode): void {
  const inline = new InlineQuotationNode(block.__quoteId)
  const before = block.getPreviousSibling()
  if ($isParagraphNode(before)) {
    const words = before.getTextContent()
    if (words !== '' && !/\s$/u.test(words)) before.append($createTextNode(' '))
    before.append(inline)
    block.remove()
  } else block.replace($createParagraphNode().append(inline))
  inline.selectNext()
}

/** Moves a quotation out of its sentence, behind the paragraph. */
function $asBlock(inline: InlineQuotationNode): void {
  inline.selectPrevious()
  inline.remove()
  $insertBlock(new QuotationNode(inline.__quoteId))
}

/** All nodes of an account that are no words. */
export const partNodes = [
  QuotationNode,
  InlineQuotationNode,
  ProjectTableNode,
  ProjectMapNode,
  FootnoteNode,
]
