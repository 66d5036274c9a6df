import type { Code, CodedPassage } from '../../shared/model/entities.ts'
import { growTo, segmentAfter, segmentAt, segmentBefore } from '../../shared/text/segments.ts'
import type { SegmentKind, TextRange } from '../../shared/text/segments.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { select } from '../app/workspace.ts'
import type { IndexAct } from '../indexing/index-acts.ts'
import { createMemo } from '../memos/memo-acts.ts'
import { noteCodesUsed, recentCodes } from '../passages/recent-codes.ts'
import type { CodeChoice, OpenSource } from './open-source.ts'
import type { Surface } from './surface.ts'

/** What the acts of reading work on, as it is when they are performed. */
export interface ReadingScene {
  surface: Surface
  source: OpenSource
  focusedId: string | null
  /** The coding whose stripe was chosen, if one was. */
  focusedCodingId: string | null
  codes: readonly Code[]
  /** The code of this name at the top of the tree, or else anywhere. */
  codeNamed: (name: string) => string | undefined
  openPicker: (mode: 'code' | 'recode', range: TextRange) => void
  openIndexing: (act: IndexAct, range: TextRange) => void
  /** Whether anything on the passage is marked in the text. */
  isMarked: (passage: CodedPassage) => boolean
}

/** The selection; without one, the passage in hand if the caret is in it, or the caret's sentence. */
export function rangeToCode(scene: ReadingScene): TextRange | undefined {
  const selection = scene.surface.positions.selection()
  if (selection !== undefined && selection.end > selection.start) {
    return { start: selection.start, end: selection.end }
  }
  const focused = focusedPassage(scene)
  if (focused !== undefined) return { start: focused.start, end: focused.end }
  if (selection === undefined) return undefined
  const sentence = segmentAt(scene.surface, 'sentence', selection.start)
  return sentence.end > sentence.start ? sentence : undefined
}

export function focusedPassage(scene: ReadingScene): CodedPassage | undefined {
  if (scene.focusedId === null) return undefined
  const passage = scene.source.find(scene.focusedId)
  return passage === undefined || passage.state === 'lost' ? undefined : passage
}

export function openCodePicker(scene: ReadingScene): void {
  const range = rangeToCode(scene)
  if (range === undefined) toast({ text: text('reading.noSelection') })
  else scene.openPicker('code', range)
}

export async function codeRange(
  source: OpenSource,
  range: TextRange,
  choice: CodeChoice,
): Promise<void> {
  noteCodesUsed(choice.codeIds)
  const passageId = await source.code(range, choice)
  if (passageId === undefined) return
  noteCodesUsed(source.find(passageId)?.codings.map((coding) => coding.codeId) ?? [])
  select({ type: 'passage', id: passageId, sourceId: source.sourceId })
}

export function codeWithRecent(scene: ReadingScene, digit: number): void {
  const codeId = recentCodes(scene.codes)[digit - 1]
  const range = rangeToCode(scene)
  if (codeId === undefined) toast({ text: text('reading.noRecent') })
  else if (range === undefined) toast({ text: text('reading.noSelection') })
  else void codeRange(scene.source, range, { codeIds: [codeId] })
}

const longestName = 80

export function codeInVivo(scene: ReadingScene): void {
  const range = rangeToCode(scene)
  if (range === undefined) {
    toast({ text: text('reading.noSelection') })
    return
  }
  const words = scene.surface.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim()
  const name = words.length > longestName ? `${words.slice(0, longestName - 1).trimEnd()}…` : words
  if (name === '') return
  const known = scene.codeNamed(name)
  const choice = known === undefined ? { codeIds: [], newName: name } : { codeIds: [known] }
  void codeRange(scene.source, range, choice)
}

export function recode(scene: ReadingScene): void {
  const passage = focusedPassage(scene)
  if (passage === undefined) toast({ text: text('reading.noPassage') })
  else scene.openPicker('recode', { start: passage.start, end: passage.end })
}

export function recodeAs(source: OpenSource, codingId: string, codeId: string): void {
  noteCodesUsed([codeId])
  void source.recode([codingId], codeId)
}

/** The coding an act is about: the one whose stripe was chosen, otherwise the last one made by me. */
export function codingInHand(scene: ReadingScene): string | undefined {
  const passage = focusedPassage(scene)
  if (passage === undefined) return undefined
  const chosen = passage.codings.find((coding) => coding.id === scene.focusedCodingId)
  const own = passage.codings.findLast((coding) => coding.analystId === scene.source.analystId)
  return (chosen ?? own ?? passage.codings.at(-1))?.id
}

export function uncode(scene: ReadingScene): void {
  const codingId = codingInHand(scene)
  if (codingId === undefined) toast({ text: text('reading.noPassage') })
  else void scene.source.uncode([codingId])
}

export function memoOnPassage(scene: ReadingScene): void {
  const passage = focusedPassage(scene)
  if (passage === undefined) {
    toast({ text: text('reading.noPassage') })
    return
  }
  void createMemo({ type: 'passage', id: passage.id }, true)
}

export function grow(scene: ReadingScene, kind: SegmentKind): void {
  const selection = scene.surface.positions.selection()
  const at = selection ?? { start: scene.surface.shown(0).start, end: scene.surface.shown(0).start }
  scene.surface.select(growTo(scene.surface, kind, at))
}

/** Goes to the passage after (or before) the one in hand, or after the caret. */
export function step(scene: ReadingScene, direction: 1 | -1): void {
  const placed = scene.source.store
    .get()
    .passages.filter((passage) => passage.state === 'placed' && scene.isMarked(passage))
  const index = placed.findIndex((passage) => passage.id === scene.focusedId)
  let next: CodedPassage | undefined
  if (index !== -1) next = placed[index + direction]
  else {
    const at = scene.surface.positions.selection()?.start ?? scene.surface.shown(0).start
    next =
      direction === 1
        ? placed.find((passage) => passage.start >= at)
        : placed.findLast((passage) => passage.start < at)
  }
  if (next === undefined) return
  select({ type: 'passage', id: next.id, sourceId: scene.source.sourceId })
  scene.surface.select({ start: next.start, end: next.start })
}

export function changeRangeByWord(
  scene: ReadingScene,
  side: 'start' | 'end',
  direction: 1 | -1,
): void {
  const passage = focusedPassage(scene)
  if (passage === undefined) {
    toast({ text: text('reading.noPassage') })
    return
  }
  const range = movedByWord(scene.surface, passage, side, direction)
  if (range === undefined) return
  void scene.source.changeRange(passage.id, range)
  scene.surface.select(range)
}

/** The range with one end moved over a word; undefined if nothing would be left. */
export function movedByWord(
  text: Parameters<typeof segmentAt>[0],
  { start, end }: TextRange,
  side: 'start' | 'end',
  direction: 1 | -1,
): TextRange | undefined {
  let moved: TextRange | undefined
  if (side === 'end') {
    const word =
      direction === 1 ? segmentAfter(text, 'word', end) : segmentBefore(text, 'word', end)
    if (word === undefined) return undefined
    const before =
      direction === 1 ? word.end : (segmentBefore(text, 'word', word.start)?.end ?? start)
    moved = { start, end: before }
  } else {
    const word =
      direction === -1 ? segmentBefore(text, 'word', start) : segmentAfter(text, 'word', start + 1)
    if (word === undefined) return undefined
    moved = { start: word.start, end }
  }
  return moved.end > moved.start ? moved : undefined
}
