import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
} from 'lexical'
import type { LexicalEditor, LexicalNode } from 'lexical'

/** Opens the menu of what to insert at the caret, as typing its sign does. */
export function beginInsert(editor: LexicalEditor): void {
  editor.focus(() =>
    editor.update(() => {
      const selection = $getSelection() ?? $getRoot().selectEnd()
      if (!$isRangeSelection(selection)) return
      const { anchor } = selection
      const before =
        anchor.type === 'text' ? anchor.getNode().getTextContent().slice(0, anchor.offset) : ''
      selection.insertText(before === '' || /\s$/u.test(before) ? '/' : ' /')
    }),
  )
}

/**
 * Takes away what was typed to find something, from where `beginsAt` says that it begins in the text
 * before the caret. The menu cannot be asked for it: it may have read that text some letters ago, and it
 * has cut the node in two at what it read.
 */
export function $takeAwayTyped(beginsAt: (text: string) => number | null): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.anchor.type !== 'text') return
  const node = selection.anchor.getNode()
  const before = node.getPreviousSibling()
  const cutOff =
    $isTextNode(before) && before.isSimpleText() && before.getFormat() === node.getFormat()
      ? before
      : null
  const size = cutOff?.getTextContentSize() ?? 0
  const typed = node.getTextContent().slice(0, selection.anchor.offset)
  const start = beginsAt((cutOff?.getTextContent() ?? '') + typed)
  if (start === null) return
  if (cutOff !== null && start < size) selection.anchor.set(cutOff.getKey(), start, 'text')
  else selection.anchor.set(node.getKey(), start - size, 'text')
  selection.removeText()
}

/** Puts a block at the caret, a paragraph behind it to write on in, and no empty one before it. */
export function $insertBlock(node: LexicalNode): void {
  const selection = $getSelection()
  const block = $isRangeSelection(selection)
    ? selection.anchor.getNode().getTopLevelElement()
    : null
  if (block === null) {
    $insertNodes([node])
    return
  }
  block.insertAfter(node)
  const isEmpty = $isElementNode(block) && block.getTextContent().trim() === ''
  if (isEmpty && block.getType() === 'paragraph') block.remove()
  const next = node.getNextSibling()
  if ($isElementNode(next)) {
    next.selectStart()
    return
  }
  const paragraph = $createParagraphNode()
  node.insertAfter(paragraph)
  paragraph.select()
}
