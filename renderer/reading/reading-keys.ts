import type { SegmentKind } from '../../shared/text/segments.ts'
import {
  changeRangeByWord,
  codeInVivo,
  codeWithRecent,
  grow,
  memoOnPassage,
  openCodePicker,
  recode,
  step,
  uncode,
} from './reading-acts.ts'
import type { ReadingScene } from './reading-acts.ts'

const segments: Record<string, SegmentKind> = {
  w: 'word',
  s: 'sentence',
  t: 'turn',
  p: 'paragraph',
}

const plain: Record<string, (scene: ReadingScene) => void> = {
  c: openCodePicker,
  v: codeInVivo,
  r: recode,
  m: (scene) => void memoOnPassage(scene),
  n: (scene) => step(scene, 1),
  N: (scene) => step(scene, -1),
  Delete: uncode,
  '[': (scene) => changeRangeByWord(scene, 'start', -1),
  ']': (scene) => changeRangeByWord(scene, 'start', 1),
  '{': (scene) => changeRangeByWord(scene, 'end', -1),
  '}': (scene) => changeRangeByWord(scene, 'end', 1),
}

const withAltShift: Record<string, (scene: ReadingScene) => void> = {
  ArrowLeft: (scene) => changeRangeByWord(scene, 'end', -1),
  ArrowRight: (scene) => changeRangeByWord(scene, 'end', 1),
  ArrowUp: (scene) => changeRangeByWord(scene, 'start', -1),
  ArrowDown: (scene) => changeRangeByWord(scene, 'start', 1),
}

/** Performs what a key means while reading; false if it means nothing here. */
export function readingKey(event: KeyboardEvent, scene: ReadingScene): boolean {
  const hasCommand = event.ctrlKey || event.metaKey
  if (event.altKey && event.shiftKey && !hasCommand) {
    return perform(withAltShift[event.key], scene)
  }
  if (event.altKey && !hasCommand && event.key === 'ArrowDown') return perform(plain['n'], scene)
  if (event.altKey && !hasCommand && event.key === 'ArrowUp') return perform(plain['N'], scene)
  // AltGr, with which brackets are typed on Nordic keyboards, counts as Ctrl+Alt.
  const isBracket = '[]{}'.includes(event.key)
  if ((hasCommand || event.altKey) && !isBracket) return false
  if (/^[1-9]$/.test(event.key)) {
    codeWithRecent(scene, Number(event.key))
    return true
  }
  const kind = segments[event.key.toLowerCase()]
  if (kind !== undefined && !event.shiftKey) {
    grow(scene, kind)
    return true
  }
  return perform(plain[event.key], scene)
}

function perform(does: ((scene: ReadingScene) => void) | undefined, scene: ReadingScene): boolean {
  does?.(scene)
  return does !== undefined
}
