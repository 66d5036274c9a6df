import { registerRichText } from '@lexical/rich-text'
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  PASTE_COMMAND,
} from 'lexical'
import type { LexicalEditor } from 'lexical'
import { blocksAfterSplice } from '../../shared/text/edit.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import { act, ask } from '../app/engine-client.ts'
import { changedRegion, regionToEdit } from './changed-region.ts'
import type { ChangedRegion, KnownParagraph } from './changed-region.ts'
import { rangeAfterSplice } from './coding-marks.ts'
import type { Splice } from './coding-marks.ts'
import { EditQueue } from './edit-queue.ts'
import type { SavingState } from './edit-queue.ts'
import type { EditingPlace, OpenSource } from './open-source.ts'
import { loadTag } from './surface.ts'
import type { Surface } from './surface.ts'
import { applyEdit } from '../../shared/text/text-splice.ts'
import type { TextEdit } from '../../shared/text/text-splice.ts'

/** One stay in edit mode: turns what is typed into edits of the source's text. */
export class EditSession {
  private paragraphs: KnownParagraph[] = []
  private readonly open: OpenSource
  private readonly surface: Surface
  private readonly queue: EditQueue
  /** The text as it was read last from the engine. */
  private latest: SourceText
  private readonly stops: (() => void)[]
  private readonly place: EditingPlace

  /** `leave` is called when the same text is to be edited elsewhere in the window. */
  constructor(
    open: OpenSource,
    surface: Surface,
    ways: { onState: (state: SavingState) => void; leave: () => void },
  ) {
    this.open = open
    this.surface = surface
    this.latest = surface.source
    const { sourceId } = open
    this.queue = new EditQueue(surface.text, {
      send: (edit, revision) => open.tryOwn('sources.editText', { sourceId, ...edit, revision }),
      read: async () => {
        const answer = await ask('sources.text', { sourceId })
        if (answer.ok) this.latest = answer.value as SourceText
        return answer
      },
      onForeign: (foreign, unsent) => this.takeForeign(foreign, unsent),
      onState: (state) => {
        ways.onState(state)
        if (!this.queue.isIdle) return
        open.drawn(surface.source)
        open.catchUp()
      },
    })
    open.editing?.giveWay()
    this.place = {
      readAgain: () => this.queue.readAgain(),
      isIdle: () => this.queue.isIdle,
      giveWay: ways.leave,
    }
    open.editing = this.place
    this.readParagraphs()
    surface.editor.setEditable(true)
    const send = (): void => void this.queue.flush()
    surface.root.addEventListener('blur', send)
    this.queue.readAgain()
    this.stops = [
      () => surface.root.removeEventListener('blur', send),
      registerRichText(surface.editor),
      ...plainTextOnly(surface.editor),
      surface.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(loadTag)) this.readParagraphs()
        else if (dirtyElements.size > 0 || dirtyLeaves.size > 0) this.take(dirtyElements)
      }),
    ]
  }

  /** Sends what is left. False if something could not be saved. */
  save(): Promise<boolean> {
    return this.queue.flush()
  }

  get unsentWords(): string {
    return this.queue.unsentWords
  }

  /** Sends what is left and ends the stay. Answers what could not be saved; empty if all was. */
  async stop(): Promise<string> {
    for (const stop of this.stops) stop()
    this.surface.editor.setEditable(false)
    const isSaved = await this.queue.flush()
    if (this.open.editing === this.place) this.open.editing = undefined
    await this.readAgain()
    return isSaved ? '' : this.queue.unsentWords
  }

  /** Draws what somebody else changed, with what was typed here meanwhile, around the same caret. */
  private takeForeign(foreign: readonly TextEdit[], unsent: readonly TextEdit[]): void {
    const { surface, open } = this
    const splices = foreign.map(editToSplice)
    const caret = surface.positions.selection()
    const source = unsent.reduce(sourceAfterEdit, this.latest)
    for (const splice of splices) open.shift(splice)
    surface.replace(source)
    open.drawn(source)
    if (caret !== undefined && document.activeElement === surface.root) {
      surface.positions.select({
        start: splices.reduce(offsetAfter, caret.start),
        end: splices.reduce(offsetAfter, caret.end),
      })
    }
  }

  async travel(direction: 'undo' | 'redo'): Promise<void> {
    if (await this.queue.flush())
      await act(direction === 'undo' ? 'history.undo' : 'history.redo', {})
  }

  private async readAgain(): Promise<void> {
    await Promise.all([this.open.readText(), this.open.readPassages()])
  }

  private readParagraphs(): void {
    this.paragraphs = this.surface.editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((node) => ({ key: node.getKey(), text: node.getTextContent() })),
    )
  }

  private take(dirty: ReadonlyMap<string, boolean>): void {
    const { surface } = this
    const { region, caret } = surface.editor.getEditorState().read(() => {
      const isRearranged = dirty.get('root') === true
      const keys = isRearranged
        ? $getRoot().getChildrenKeys()
        : this.paragraphs.map(({ key }) => key)
      const changed = changedRegion(
        this.paragraphs,
        keys,
        (key) => dirty.has(key),
        (key) => $getNodeByKey(key)?.getTextContent() ?? '',
      )
      return { region: changed, caret: $caretIn(changed) }
    })
    if (region === undefined) return
    const { starts, text } = surface
    const edit = regionToEdit(
      text,
      { start: starts[region.from] ?? text.length, end: starts[region.to] ?? text.length },
      region.paragraphs,
      caret,
    )
    this.paragraphs.splice(region.from, region.to - region.from, ...region.paragraphs)
    if (edit === undefined) return
    surface.take(sourceAfterEdit(surface.source, edit), {
      start: edit.start,
      end: edit.start + edit.text.length,
    })
    this.open.shift(editToSplice(edit))
    this.queue.add(edit)
  }
}

function editToSplice({ start, end, text }: TextEdit): Splice {
  return { start, end, length: text.length }
}

function offsetAfter(offset: number, splice: Splice): number {
  if (offset <= splice.start) return offset
  return Math.max(splice.start, offset - (splice.end - splice.start)) + splice.length
}

/** The text with its structure after an edit, as the engine will have it. */
export function sourceAfterEdit(source: SourceText, edit: TextEdit): SourceText {
  const splice = editToSplice(edit)
  const { from, to, blocks } = blocksAfterSplice(source, edit.start, edit.end, edit.text)
  return {
    text: applyEdit(source.text, edit),
    blocks: [...source.blocks.slice(0, from), ...blocks, ...source.blocks.slice(to + 1)],
    marks: source.marks
      .map((mark) => ({ ...mark, ...rangeAfterSplice(mark, splice) }))
      .filter((mark) => mark.end > mark.start),
    pages: source.pages.map((page) => ({
      ...page,
      at: rangeAfterSplice({ start: page.at, end: page.at }, splice).start,
    })),
  }
}

function plainTextOnly(editor: LexicalEditor): (() => void)[] {
  const refuse = (): boolean => true
  const refuseDrag = (event: DragEvent): boolean => {
    event.preventDefault()
    return true
  }
  return [
    editor.registerCommand(FORMAT_TEXT_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGSTART_COMMAND, refuseDrag, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DROP_COMMAND, refuseDrag, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_TAB_COMMAND, () => false, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent)) return true
        event.preventDefault()
        const pasted = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? ''
        for (const [index, line] of pasted.split('\n').entries()) {
          const selection = $getSelection()
          if (!$isRangeSelection(selection)) return true
          if (index > 0) selection.insertParagraph()
          const after = $getSelection()
          if (line !== '' && $isRangeSelection(after)) after.insertText(line)
        }
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  ]
}

/** Where the caret stands in a paragraph that alone has changed. */
function $caretIn(region: ChangedRegion | undefined): number | undefined {
  const selection = $getSelection()
  if (region?.paragraphs.length !== 1 || region.to - region.from !== 1) return undefined
  if (!$isRangeSelection(selection) || selection.focus.type !== 'text') return undefined
  const node = selection.focus.getNode()
  if (node.getTopLevelElement()?.getKey() !== region.paragraphs[0]?.key) return undefined
  const before = node.getPreviousSiblings()
  return before.reduce((sum, each) => sum + each.getTextContentSize(), selection.focus.offset)
}
