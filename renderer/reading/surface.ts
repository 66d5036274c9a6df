import { createEditor } from 'lexical'
import type { LexicalEditor } from 'lexical'
import { paragraphAt, paragraphStarts } from '../../shared/text/edit.ts'
import type { SegmentedText, TextRange } from '../../shared/text/segments.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import { drawnBlocks } from './block-look.ts'
import type { LookOptions } from './block-look.ts'
import { DomPositions } from './dom-positions.ts'
import { Painter } from './painter.ts'
import { $fillSource, SourceBlockNode, SourceTextNode } from './source-nodes.ts'

/** Marks updates of the editor that draw a text rather than change it. */
export const loadTag = 'reading-load'

/** So many window heights above and below what is seen are painted. */
const margin = 0.75

/** A text drawn by Lexical in an element, with the ways between offsets and what is on the screen. */
export class Surface implements SegmentedText {
  readonly root: HTMLElement
  readonly scroller: HTMLElement
  readonly editor: LexicalEditor
  readonly positions: DomPositions
  readonly painter: Painter
  source: SourceText
  private readonly options: LookOptions
  private edited: TextRange = { start: -1, end: -1 }
  private edits = 0

  constructor(root: HTMLElement, scroller: HTMLElement, source: SourceText, options: LookOptions) {
    this.root = root
    this.scroller = scroller
    this.source = source
    this.options = options
    this.editor = createEditor({
      namespace: 'reading',
      editable: false,
      nodes: [SourceBlockNode, SourceTextNode],
      theme: {
        text: { bold: 'reading-bold', italic: 'reading-italic', underline: 'reading-underline' },
      },
      onError: (problem) => {
        throw problem
      },
    })
    this.editor.setRootElement(root)
    this.fill()
    this.positions = new DomPositions(root, paragraphStarts(source.text))
    this.painter = new Painter(this.positions)
  }

  get text(): string {
    return this.source.text
  }

  get blocks(): SourceText['blocks'] {
    return this.source.blocks
  }

  get starts(): readonly number[] {
    return this.positions.starts
  }

  /** Draws the text anew, as after another program wrote into the document. */
  private fill(): void {
    const blocks = drawnBlocks(this.source, this.options)
    this.editor.update(() => $fillSource(blocks), { discrete: true, tag: loadTag })
  }

  redraw(): void {
    this.fill()
    this.positions.reindex()
  }

  /** Takes another text in, keeping the place on the screen and the caret. */
  replace(source: SourceText): void {
    const anchor = this.anchor()
    const selection = this.positions.selection()
    this.source = source
    this.positions.starts = paragraphStarts(source.text)
    this.redraw()
    if (selection !== undefined && document.activeElement === this.root) {
      const last = Math.max(0, source.text.length - 1)
      this.positions.select({
        start: Math.min(selection.start, last),
        end: Math.min(selection.end, last),
      })
    }
    this.restore(anchor)
  }

  /** Takes note of a text that has been typed into the drawn one. */
  take(source: SourceText, edited: TextRange): void {
    const isRearranged = source.blocks.length !== this.source.blocks.length
    this.source = source
    this.positions.starts = paragraphStarts(source.text)
    const index = this.paragraphAt(edited.start)
    const last = this.paragraphAt(edited.end)
    this.edited = {
      start: this.starts[index] ?? 0,
      end: this.starts[last + 1] ?? source.text.length,
    }
    this.edits += 1
    if (isRearranged || this.root.children.length !== source.blocks.length) this.positions.reindex()
  }

  /** A number that changes with each edit in the paragraphs of a range; 0 elsewhere. */
  lastEdited(range: TextRange): number {
    return range.start < this.edited.end && range.end > this.edited.start ? this.edits : 0
  }

  destroy(): void {
    this.painter.destroy()
    this.editor.setRootElement(null)
  }

  /** Offsets of what is on the screen, widened by `extra` window heights on either side. */
  shown(extra = margin): TextRange {
    const frame = this.scroller.getBoundingClientRect()
    const first = this.positions.indexAtHeight(frame.top - extra * frame.height)
    const last = this.positions.indexAtHeight(frame.bottom + extra * frame.height)
    return {
      start: this.starts[first] ?? 0,
      end: this.starts[last + 1] ?? this.text.length,
    }
  }

  /** The paragraph at the top of the window, and how far its top lies below it in pixels. */
  anchor(): { offset: number; below: number } {
    const frame = this.scroller.getBoundingClientRect()
    const index = this.positions.indexAtHeight(frame.top + 1)
    const top = this.positions.block(index)?.getBoundingClientRect().top ?? frame.top
    return { offset: this.starts[index] ?? 0, below: top - frame.top }
  }

  restore(anchor: { offset: number; below: number }): void {
    this.bring(() => {
      const block = this.positions.blockAt(Math.min(anchor.offset, this.text.length - 1))
      const top = block?.getBoundingClientRect().top ?? 0
      return top - this.scroller.getBoundingClientRect().top - anchor.below
    })
  }

  /** Scrolls so that the beginning of the range stands in the upper third, unless it is well in sight. */
  show(range: TextRange, isForced = true): void {
    const height = this.scroller.clientHeight
    const top = this.topOf(range.start)
    if (!isForced && top > 24 && top < height - 60) return
    this.bring(() => this.topOf(range.start) - height / 3)
  }

  private topOf(offset: number): number {
    const block = this.positions.blockAt(offset)
    if (block === undefined) return 0
    const point = this.positions.pointAt(offset)
    const range = document.createRange()
    range.setStart(point.node, point.offset)
    const rect = range.getClientRects()[0] ?? block.getBoundingClientRect()
    return rect.top - this.scroller.getBoundingClientRect().top
  }

  /** Paragraphs out of sight have a guessed height; so the way is measured again until it is right. */
  private bring(distance: () => number): void {
    let left = 6
    const step = (): void => {
      const delta = distance()
      const before = this.scroller.scrollTop
      if (Math.abs(delta) > 1) this.scroller.scrollTop = before + delta
      left -= 1
      if (left > 0) requestAnimationFrame(step)
    }
    step()
  }

  paragraphAt(offset: number): number {
    return paragraphAt(this.starts, offset)
  }

  select(range: TextRange): void {
    this.positions.select(range)
    this.root.focus({ preventScroll: true })
    this.positions.select(range)
    this.show(range, false)
  }

  /** Rectangle around a range, in the coordinates of the window. */
  rectangle(range: TextRange): DOMRect {
    return this.positions.range(range).getBoundingClientRect()
  }
}
