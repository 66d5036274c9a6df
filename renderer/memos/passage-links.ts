import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
} from 'lexical'
import type { LexicalEditor } from 'lexical'
import { ask } from '../app/engine-client.ts'

const scheme = 'standpoint:passage/'

export function passageUrl(passageId: string): string {
  return `${scheme}${passageId}`
}

/** The passage that an address leads to; undefined when it is another address. */
export function passageOfUrl(url: string): string | undefined {
  const id = url.trim().startsWith(scheme) ? url.trim().slice(scheme.length) : ''
  return /^[\w-]{1,64}$/.test(id) ? id : undefined
}

/** How a link to a passage reads: its first words and its label. */
export function passageLinkText(quote: string, label: string): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  const short = words.length > 72 ? `${words.slice(0, 72).replace(/\s\S*$/, '')} …` : words
  return `“${short}” (${label})`
}

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
      link.append($createTextNode(passageLinkText(quote, label)))
    }
    $insertNodes([link, $createTextNode(' ')])
  })
  return true
}

/** The passage behind the words that were clicked. */
export function passageAtElement(editor: LexicalEditor, element: Node): string | undefined {
  return editor.read(() => {
    let node = $getNearestNodeFromDOMNode(element)
    while (node !== null) {
      if ($isLinkNode(node)) return passageOfUrl(node.getURL())
      node = node.getParent()
    }
    return undefined
  })
}
