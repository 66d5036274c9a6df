import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { ask, showFailure } from '../../app/engine-client.ts'
import { oneByOne } from '../../app/one-by-one.ts'
import { openView } from '../../app/workspace.ts'
import { deleteCodes, moveCodes } from '../code-acts.ts'
import { openCodeDialog } from '../dialogs/code-dialog-state.ts'
import { codesToForest } from './code-forest.ts'
import type { CodeForest } from './code-forest.ts'
import { indent, moveDown, moveUp, outdent } from './move-codes.ts'
import {
  beginNewCode,
  beginRenaming,
  changeTree,
  setCollapsed,
  toggleCode,
  treeState,
} from './tree-state.ts'
import { idsBetween, rowByTyping } from './visible-rows.ts'
import type { CodeRow } from './visible-rows.ts'

const typingPause = 700

/** The keys of a tree as in the ARIA practices, and those that move, rename and delete. */
export function useTreeKeys(
  rows: readonly CodeRow[],
  forest: CodeForest,
  goTo: (index: number, isExtending: boolean) => void,
): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', at: 0 })

  const type = (key: string) => {
    const now = performance.now()
    const text = now - typed.current.at < typingPause ? typed.current.text + key : key
    typed.current = { text, at: now }
    const isSameLetter = [...text].every((letter) => letter === text[0])
    const index = rowByTyping(rows, activeIndex(rows), isSameLetter ? key : text)
    if (index >= 0) goTo(index, false)
  }

  return (event) => {
    const isCommand = event.ctrlKey || event.metaKey
    const { selected } = treeState()
    const index = activeIndex(rows)
    const row = rows[index]
    const handled = event.altKey
      ? moveByKey(event.key, event.repeat, selected)
      : moveFocus(event.key, event.shiftKey, isCommand, rows, index, goTo) ||
        (row !== undefined && actOn(event.key, isCommand, row, forest, rows, goTo))
    if (handled) {
      event.preventDefault()
      return
    }
    if (!isCommand && !event.altKey && event.key.length === 1 && /\S/.test(event.key)) {
      event.preventDefault()
      type(event.key)
    }
  }
}

export function activeIndex(rows: readonly CodeRow[]): number {
  const { activeId } = treeState()
  return rows.findIndex((row) => row.code.id === activeId)
}

type MoveByKey = typeof moveUp

const afterTheOthers = oneByOne()

/** Moves codes in the tree as the engine has it, which the window may not have painted yet. */
async function moveNow(move: MoveByKey, selected: readonly string[]): Promise<void> {
  const answer = await ask('codes.list', {})
  if (!answer.ok) {
    showFailure(answer.error)
    return
  }
  const result = move(codesToForest(answer.value.items), selected)
  if (result?.parentId != null) setCollapsed([result.parentId], false)
  await moveCodes(result)
}

function moveByKey(key: string, isRepeat: boolean, selected: readonly string[]): boolean {
  const move =
    key === 'ArrowUp'
      ? moveUp
      : key === 'ArrowDown'
        ? moveDown
        : key === 'ArrowLeft'
          ? outdent
          : key === 'ArrowRight'
            ? indent
            : undefined
  if (move === undefined) return false
  afterTheOthers(isRepeat, () => moveNow(move, selected))
  return true
}

function moveFocus(
  key: string,
  isShift: boolean,
  isCommand: boolean,
  rows: readonly CodeRow[],
  index: number,
  goTo: (index: number, isExtending: boolean) => void,
): boolean {
  const last = rows.length - 1
  if (last < 0) return false
  if (key === 'ArrowDown') goTo(Math.min(index + 1, last), isShift)
  else if (key === 'ArrowUp') goTo(Math.max(index - 1, 0), isShift)
  else if (key === 'Home') goTo(0, isShift)
  else if (key === 'End') goTo(last, isShift)
  else if (key === 'PageDown') goTo(Math.min(index + 12, last), isShift)
  else if (key === 'PageUp') goTo(Math.max(index - 12, 0), isShift)
  else if (isCommand && key.toLowerCase() === 'a') {
    changeTree({ selected: rows.map((row) => row.code.id) })
  } else return false
  return true
}

function actOn(
  key: string,
  isCommand: boolean,
  row: CodeRow,
  forest: CodeForest,
  rows: readonly CodeRow[],
  goTo: (index: number, isExtending: boolean) => void,
): boolean {
  const { selected } = treeState()
  const id = row.code.id
  switch (key) {
    case 'ArrowRight':
      if (row.hasChildren && !row.expanded) setCollapsed([id], false)
      else if (row.expanded) goTo(rows.indexOf(row) + 1, false)
      return true
    case 'ArrowLeft':
      if (row.expanded) setCollapsed([id], true)
      else {
        const parent = rows.findIndex((other) => other.code.id === row.code.parentId)
        if (parent >= 0) goTo(parent, false)
      }
      return true
    case 'Enter':
      openView({ type: 'code', id }, { beside: isCommand })
      return true
    case ' ':
      toggleCode(id)
      return true
    case 'F2':
      beginRenaming(id)
      return true
    case 'Insert':
      beginNewCode(row.code.parentId)
      return true
    case 'Delete':
      afterTheOthers(false, () => deleteCodes(forest, selected.length > 0 ? selected : [id]))
      return true
    case 'm':
      if (!isCommand) return false
      openCodeDialog({ type: 'merge', codeIds: [...selected] })
      return true
    case '*':
      setCollapsed([...forest.nodeById.keys()], false)
      return true
    case 'Escape':
      if (selected.length < 2) return false
      changeTree({ selected: [id], anchorId: id })
      return true
    default:
      return false
  }
}

/** Chooses the row at an index; extending chooses everything from where choosing began. */
export function chooseRow(rows: readonly CodeRow[], index: number, isExtending: boolean): void {
  const id = rows[index]?.code.id
  if (id === undefined) return
  const anchorId = isExtending ? (treeState().anchorId ?? id) : id
  const selected = isExtending ? idsBetween(rows, anchorId, id) : [id]
  changeTree({ selected, activeId: id, anchorId })
}
