import type { SegmentKind } from '../../shared/text/segments.ts'
import { mayChange } from '../app/read-only.ts'
import { indexingKeys } from '../indexing/index-reading.ts'
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
import { takeQuote } from '../quotes/quote-acts.ts'
import type { ReadingScene } from './reading-acts.ts'

const segments: Record<string, SegmentKind> = {
  w: 'word',
  s: 'sentence',
  t: 'turn',
  p: 'paragraph',
}

type KeyAct = (scene: ReadingScene) => void

const moving: Record<string, KeyAct> = {
  n: (scene) => step(scene, 1),
  N: (scene) => step(scene, -1),
}

const changing: Record<string, KeyAct> = {
  c: openCodePicker,
  v: codeInVivo,
  r: recode,
  m: memoOnPassage,
  o: takeQuote,
  ...indexingKeys,
  Delete: uncode,
  '[': (scene) => changeRangeByWord(scene, 'start', -1),
  ']': (scene) => changeRangeByWord(scene, 'start', 1),
  '{': (scene) => changeRangeByWord(scene, 'end', -1),
  '}': (scene) => changeRangeByWord(scene, 'end', 1),
}

const changingWithAltShift: Record<string, KeyAct> = {
  ArrowLeft: (scene) => changeRangeByWord(scene, 'end', -1),
  ArrowRight: (scene) => changeRangeByWord(scene, 'end', 1),
  ArrowUp: (scene) => changeRangeByWord(scene, 'start', -1),
  ArrowDown: (scene) => changeRangeByWord(scene, 'start', 1),
}

/** Performs what a key means while reading; false if it means nothing here. */
export function readingKey(event: KeyboardEvent, scene: ReadingScene): boolean {
  const hasCommand = event.ctrlKey || event.metaKey
  if (event.altKey && event.shiftKey && !hasCommand) {
    return change(changingWithAltShift[event.key], scene)
  }
  if (event.altKey && !hasCommand && event.key === 'ArrowDown') return perform(moving['n'], scene)
  if (event.altKey && !hasCommand && event.key === 'ArrowUp') return perform(moving['N'], scene)
  // AltGr, with which brackets are typed on Nordic keyboards, counts as Ctrl+Alt.
  const isBracket = '[]{}'.includes(event.key)
  if ((hasCommand || event.altKey) && !isBracket) return false
  if (/^[1-9]$/.test(event.key)) {
    return change((present) => codeWithRecent(present, Number(event.key)), scene)
  }
  const kind = segments[event.key.toLowerCase()]
  if (kind !== undefined && !event.shiftKey) {
    grow(scene, kind)
    return true
  }
  return perform(moving[event.key], scene) || change(changing[event.key], scene)
}

/** Where the project is open to read only, the key says so instead. */
function change(does: KeyAct | undefined, scene: ReadingScene): boolean {
  return does !== undefined && (!mayChange() || perform(does, scene))
}

function perform(does: KeyAct | undefined, scene: ReadingScene): boolean {
  does?.(scene)
  return does !== undefined
}
