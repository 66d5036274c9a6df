import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $isTextNode,
} from 'lexical'
import type { LexicalEditor, LexicalNode } from 'lexical'
import { ask } from '../app/engine-client.ts'
import { text } from '../app/i18n.ts'
import { passageOfUrl, passageUrl, shortQuote } from './passage-url.ts'

/** Puts a link to a passage at the caret; false when the passage is gone. */
export async function insertPassageLink(
  editor: LexicalEditor,
  passageId: string,
): Promise<boolean> {
  const answer = await ask('passages.get', { passageId })
  if (!answer.ok) return false
  const { quote, label } = answer.value
  editor.update(() => {
    const link = $createLinkNode(passageUrl(passageId))
    const selection = $getSelection()
    if ($isRangeSelection(selection) && !selection.isCollapsed()) {
      link.append($createTextNode(selection.getTextContent()))
    } else {
      link.append($createTextNode(text('memos.linkText', { quote: shortQuote(quote), label })))
    }
    $insertNodes([link, $createTextNode(' ')])
  })
  return true
}

/** The passage behind the words that were clicked. */
export function passageAtElement(editor: LexicalEditor, element: Node): string | undefined {
  return editor.read(() => $passageOf($getNearestNodeFromDOMNode(element)))
}

/**
 * The passage behind the words in which the caret is, or after which it stands. Asked of the page:
 * the editor hears of a caret that has moved only after the key that moved it.
 */
export function passageAtCaret(editor: LexicalEditor): string | undefined {
  const caret = document.getSelection()
  const place = caret?.focusNode
  if (!caret || !place) return undefined
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(place)
    const isAtStart = $isTextNode(node) && caret.focusOffset === 0
    return $passageOf(node) ?? (isAtStart ? $passageOf(node.getPreviousSibling()) : undefined)
  })
}

function $passageOf(from: LexicalNode | null): string | undefined {
  for (let node = from; node !== null; node = node.getParent()) {
    if ($isLinkNode(node)) return passageOfUrl(node.getURL())
  }
  return undefined
}
