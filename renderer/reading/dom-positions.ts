import { paragraphAt } from '../../shared/text/edit.ts'
import type { TextRange } from '../../shared/text/segments.ts'

/** A place in the document tree, as selections and ranges take it. */
export interface DomPoint {
  node: Node
  offset: number
}

/**
 * Turns offsets of the text into places in the drawn paragraphs and back. Paragraph `i` is the child
 * `i` of `root`; line ends have no place of their own.
 */
export class DomPositions {
  private indexByBlock = new WeakMap<Node, number>()
  private readonly root: HTMLElement
  starts: number[]

  constructor(root: HTMLElement, starts: number[]) {
    this.root = root
    this.starts = starts
    this.reindex()
  }

  /** After paragraphs have been added or taken away. */
  reindex(): void {
    this.indexByBlock = new WeakMap()
    let index = 0
    for (let child = this.root.firstChild; child !== null; child = child.nextSibling) {
      this.indexByBlock.set(child, index)
      index += 1
    }
  }

  block(index: number): HTMLElement | undefined {
    const child = this.root.children[index]
    return child instanceof HTMLElement ? child : undefined
  }

  blockAt(offset: number): HTMLElement | undefined {
    return this.block(paragraphAt(this.starts, offset))
  }

  /** `isEnd`: of two runs that meet at the offset, the one that ends there. */
  pointAt(offset: number, isEnd = false): DomPoint {
    const index = paragraphAt(this.starts, offset)
    const block = this.block(index)
    if (block === undefined) return { node: this.root, offset: 0 }
    let rest = offset - (this.starts[index] ?? 0)
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let last: Text | undefined
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      if (rest < text.length || (isEnd && rest === text.length && rest > 0)) {
        return { node: text, offset: rest }
      }
      rest -= text.length
      last = text
    }
    return last === undefined ? { node: block, offset: 0 } : { node: last, offset: last.length }
  }

  /** Undefined for a place outside the text. */
  offsetAt(node: Node, offset: number): number | undefined {
    if (node === this.root) {
      return this.starts[offset] ?? this.lastOffset()
    }
    let block: Node | null = node
    while (block !== null && block.parentNode !== this.root) block = block.parentNode
    if (block === null) return undefined
    const index = this.indexByBlock.get(block)
    if (index === undefined) return undefined
    return (this.starts[index] ?? 0) + lengthBefore(block, node, offset)
  }

  private lastOffset(): number {
    const last = this.root.lastElementChild
    return (this.starts.at(-1) ?? 0) + (last?.textContent.length ?? 0)
  }

  range({ start, end }: TextRange): Range {
    const from = this.pointAt(start)
    const to = this.pointAt(end, true)
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** What is selected in the text, in order; undefined if the selection lies elsewhere. */
  selection(): (TextRange & { isBackward: boolean }) | undefined {
    const selection = document.getSelection()
    if (selection === null || selection.anchorNode === null || selection.focusNode === null) {
      return undefined
    }
    if (!this.root.contains(selection.anchorNode) || !this.root.contains(selection.focusNode)) {
      return undefined
    }
    const anchor = this.offsetAt(selection.anchorNode, selection.anchorOffset)
    const focus = this.offsetAt(selection.focusNode, selection.focusOffset)
    if (anchor === undefined || focus === undefined) return undefined
    return {
      start: Math.min(anchor, focus),
      end: Math.max(anchor, focus),
      isBackward: focus < anchor,
    }
  }

  select({ start, end }: TextRange): void {
    const from = this.pointAt(start)
    const to = start === end ? from : this.pointAt(end, true)
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  /** The offset nearest to a point of the window. */
  offsetNear(x: number, y: number): number | undefined {
    const caret = document.caretPositionFromPoint(x, y)
    return caret === null ? undefined : this.offsetAt(caret.offsetNode, caret.offset)
  }

  /** Index of the first paragraph that ends below `y` of the window. */
  indexAtHeight(y: number): number {
    let low = 0
    let high = this.root.children.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.block(middle)?.getBoundingClientRect().bottom ?? 0) <= y) low = middle + 1
      else high = middle
    }
    return Math.max(0, low)
  }
}

function lengthBefore(block: Node, node: Node, offset: number): number {
  let target: Node | null = node
  let length = 0
  if (node.nodeType === Node.TEXT_NODE) length = offset
  else {
    for (let index = 0; index < offset; index += 1) {
      length += node.childNodes[index]?.textContent?.length ?? 0
    }
  }
  while (target !== null && target !== block) {
    for (let before = target.previousSibling; before !== null; before = before.previousSibling) {
      length += before.textContent?.length ?? 0
    }
    target = target.parentNode
  }
  return length
}
