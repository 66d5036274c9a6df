import type { RefObject } from 'react'
import { useActions } from '../app/actions.ts'
import type { Action } from '../app/actions.ts'
import {
  codeInVivo,
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

/** The acts of reading, for menu, palette and the page of shortcuts. */
export function useReadingActions(
  isActive: boolean,
  scene: RefObject<ReadingScene | null>,
  acts: ViewActs,
): void {
  const on = (does: (scene: ReadingScene) => void) => () => {
    if (scene.current !== null) does(scene.current)
  }
  const plainKey = true
  const actions: Action[] = [
    {
      id: 'reading.code',
      labelKey: 'reading.actionCode',
      shortcut: 'KeyC',
      plainKey,
      menu: 'code',
      group: 1,
      perform: on(openCodePicker),
    },
    {
      id: 'reading.inVivo',
      labelKey: 'reading.actionInVivo',
      shortcut: 'KeyV',
      plainKey,
      menu: 'code',
      group: 1,
      perform: on(codeInVivo),
    },
    {
      id: 'reading.recode',
      labelKey: 'reading.actionRecode',
      shortcut: 'KeyR',
      plainKey,
      menu: 'code',
      group: 2,
      perform: on(recode),
    },
    {
      id: 'reading.uncode',
      labelKey: 'reading.actionUncode',
      menu: 'code',
      group: 2,
      perform: on(uncode),
    },
    {
      id: 'reading.memo',
      labelKey: 'reading.actionMemo',
      shortcut: 'KeyM',
      plainKey,
      menu: 'code',
      group: 2,
      perform: on((present) => void memoOnPassage(present)),
    },
    {
      id: 'reading.word',
      labelKey: 'reading.actionWord',
      shortcut: 'KeyW',
      plainKey,
      menu: 'code',
      group: 3,
      perform: on((present) => grow(present, 'word')),
    },
    {
      id: 'reading.sentence',
      labelKey: 'reading.actionSentence',
      shortcut: 'KeyS',
      plainKey,
      menu: 'code',
      group: 3,
      perform: on((present) => grow(present, 'sentence')),
    },
    {
      id: 'reading.turn',
      labelKey: 'reading.actionTurn',
      shortcut: 'KeyT',
      plainKey,
      menu: 'code',
      group: 3,
      perform: on((present) => grow(present, 'turn')),
    },
    {
      id: 'reading.paragraph',
      labelKey: 'reading.actionParagraph',
      shortcut: 'KeyP',
      plainKey,
      menu: 'code',
      group: 3,
      perform: on((present) => grow(present, 'paragraph')),
    },
    {
      id: 'reading.next',
      labelKey: 'reading.actionNext',
      shortcut: 'KeyN',
      plainKey,
      menu: 'go',
      group: 2,
      perform: on((present) => step(present, 1)),
    },
    {
      id: 'reading.previous',
      labelKey: 'reading.actionPrevious',
      shortcut: 'Shift+KeyN',
      plainKey,
      menu: 'go',
      group: 2,
      perform: on((present) => step(present, -1)),
    },
    {
      id: 'reading.find',
      labelKey: 'reading.find',
      shortcut: '$mod+KeyF',
      menu: 'edit',
      group: 3,
      perform: acts.find,
    },
    {
      id: 'reading.goTo',
      labelKey: 'reading.goTo',
      shortcut: '$mod+KeyG',
      menu: 'go',
      group: 2,
      perform: acts.goTo,
    },
    {
      id: 'reading.edit',
      labelKey: 'reading.edit',
      shortcut: '$mod+KeyE',
      menu: 'edit',
      group: 4,
      perform: acts.toggleEdit,
    },
  ]
  useActions(isActive ? actions : [])
}
