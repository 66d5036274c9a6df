import type { RefObject } from 'react'
import { useActions } from '../app/actions.ts'
import type { Action } from '../app/actions.ts'
import { indexingActions } from '../indexing/index-reading.ts'
import { takeQuote } from '../quotes/quote-acts.ts'
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

interface ViewActs {
  find: () => void
  goTo: () => void
  toggleEdit: () => void
}

type On = (does: (scene: ReadingScene) => void) => () => void

/** Registers the acts of reading while a source is in front. */
export function useReadingActions(
  isActive: boolean,
  scene: RefObject<ReadingScene | null>,
  acts: ViewActs,
): void {
  const on: On = (does) => () => {
    if (scene.current !== null) does(scene.current)
  }
  useActions(isActive ? readingActions(on, acts) : [])
}

/** The same with nothing to act on, for the page of shortcuts before any source has been opened. */
export function namesOfReadingActions(): Action[] {
  const nothing = (): void => {}
  return readingActions(() => nothing, { find: nothing, goTo: nothing, toggleEdit: nothing })
}

function readingActions(on: On, acts: ViewActs): Action[] {
  return [
    ...codingActions(on),
    ...indexingActions(on),
    ...rangeActions(on),
    ...growingActions(on),
    ...movingActions(on, acts),
  ]
}

const plainKey = true
const changes = true

function codingActions(on: On): Action[] {
  return [
    {
      id: 'reading.code',
      labelKey: 'reading.actionCode',
      shortcut: 'KeyC',
      plainKey,
      changes,
      menu: 'code',
      group: 1,
      perform: on(openCodePicker),
    },
    {
      id: 'reading.recent',
      labelKey: 'reading.actionRecent',
      pageKey: '1–9',
      group: 1,
      changes,
      perform: on((present) => codeWithRecent(present, 1)),
    },
    {
      id: 'reading.inVivo',
      labelKey: 'reading.actionInVivo',
      shortcut: 'KeyV',
      plainKey,
      changes,
      menu: 'code',
      group: 1,
      perform: on(codeInVivo),
    },
    {
      id: 'reading.recode',
      labelKey: 'reading.actionRecode',
      shortcut: 'KeyR',
      plainKey,
      changes,
      menu: 'code',
      group: 2,
      perform: on(recode),
    },
    {
      id: 'reading.uncode',
      labelKey: 'reading.actionUncode',
      pageKey: 'Delete',
      changes,
      menu: 'code',
      group: 2,
      perform: on(uncode),
    },
    {
      id: 'reading.memo',
      labelKey: 'reading.actionMemo',
      shortcut: 'KeyM',
      plainKey,
      changes,
      menu: 'code',
      group: 2,
      perform: on(memoOnPassage),
    },
    {
      id: 'reading.quote',
      labelKey: 'quotes.act',
      shortcut: 'KeyO',
      plainKey,
      changes,
      menu: 'code',
      group: 2,
      perform: on(takeQuote),
    },
  ]
}

/** Moving the ends of the passage in hand. */
function rangeActions(on: On): Action[] {
  const moves = [
    ['passages.startEarlier', 'start', -1, 'ArrowUp'],
    ['passages.startLater', 'start', 1, 'ArrowDown'],
    ['passages.endEarlier', 'end', -1, 'ArrowLeft'],
    ['passages.endLater', 'end', 1, 'ArrowRight'],
  ] as const
  return moves.map(([labelKey, side, direction, arrow]) => ({
    id: labelKey,
    labelKey,
    pageKey: `Alt+Shift+${arrow}`,
    group: 3,
    changes,
    perform: on((present) => changeRangeByWord(present, side, direction)),
  }))
}

/** Selecting by word, sentence, turn or paragraph. */
function growingActions(on: On): Action[] {
  const segments = [
    ['word', 'reading.actionWord', 'KeyW'],
    ['sentence', 'reading.actionSentence', 'KeyS'],
    ['turn', 'reading.actionTurn', 'KeyT'],
    ['paragraph', 'reading.actionParagraph', 'KeyP'],
  ] as const
  return segments.map(([kind, labelKey, shortcut]) => ({
    id: `reading.${kind}`,
    labelKey,
    shortcut,
    plainKey,
    menu: 'code',
    group: 3,
    perform: on((present) => grow(present, kind)),
  }))
}

function movingActions(on: On, acts: ViewActs): Action[] {
  return [
    {
      id: 'reading.next',
      labelKey: 'reading.actionNext',
      shortcut: 'KeyN',
      plainKey,
      menu: 'go',
      group: 35,
      perform: on((present) => step(present, 1)),
    },
    {
      id: 'reading.previous',
      labelKey: 'reading.actionPrevious',
      shortcut: 'Shift+KeyN',
      plainKey,
      menu: 'go',
      group: 35,
      perform: on((present) => step(present, -1)),
    },
    {
      id: 'reading.find',
      labelKey: 'reading.find',
      shortcut: '$mod+KeyF',
      menu: 'edit',
      group: 30,
      perform: acts.find,
    },
    {
      id: 'reading.goTo',
      labelKey: 'reading.goTo',
      shortcut: '$mod+KeyG',
      menu: 'go',
      group: 35,
      perform: acts.goTo,
    },
    {
      id: 'reading.edit',
      labelKey: 'reading.edit',
      shortcut: '$mod+KeyE',
      changes,
      menu: 'edit',
      group: 35,
      perform: acts.toggleEdit,
    },
  ]
}
