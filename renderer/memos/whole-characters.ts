import type { Binding } from '@lexical/yjs'
import { wholeCharacter } from '../../shared/text/edit.ts'

/**
 * Keeps a binding from cutting characters in two. It looks for what was typed by code units (as of
 * 0.52), so that of two emojis which begin or end alike it writes a half, and Yjs makes U+FFFD of both
 * halves. To be called before the first text is there.
 */
export function writeWholeCharacters({ collabNodeMap }: Binding): void {
  const set = collabNodeMap.set.bind(collabNodeMap)
  collabNodeMap.set = (key, node) => {
    if ('spliceText' in node && !Object.hasOwn(node, 'spliceText')) {
      const splice = node.spliceText.bind(node)
      node.spliceText = (index, count, words) => {
        const before = node._text
        const from = wholeCharacter(before, index, -1)
        const to = wholeCharacter(before, index + count, 1)
        const whole = before.slice(from, index) + words + before.slice(index + count, to)
        splice(from, to - from, whole)
      }
    }
    return set(key, node)
  }
}
