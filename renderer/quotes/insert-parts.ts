import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
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
