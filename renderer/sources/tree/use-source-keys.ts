import type { KeyboardEvent } from 'react'
import { useRef } from 'react'
import { openContextMenu } from '../../ui/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { ask, showFailure } from '../../app/engine-client.ts'
import { currentLanguage } from '../../app/i18n.ts'
import { oneByOne } from '../../app/one-by-one.ts'
import { openView, select } from '../../app/workspace.ts'
import { moveSources } from '../source-acts.ts'
import { moveBy } from './move-sources.ts'
import { sourceRows } from './source-rows.ts'
import type { SourceRow } from './source-rows.ts'
import { changeSourceTree, setFolded, sourceTree } from './source-tree-state.ts'

/** Marks one row, or with Shift all from the anchor to it, or with Ctrl one more. */
export function chooseSourceRow(
  rows: readonly SourceRow[],
  row: SourceRow,
  how: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
): void {
  const { selected, anchor } = sourceTree()
  if (how.shiftKey) {
    const from = rows.findIndex((other) => other.id === (anchor ?? row.id))
    const to = rows.findIndex((other) => other.id === row.id)
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    changeSourceTree({ selected: range.map((other) => other.id), focused: row.id })
  } else if (how.ctrlKey || how.metaKey) {
    const isIn = selected.includes(row.id)
    const next = isIn ? selected.filter((id) => id !== row.id) : [...selected, row.id]
    changeSourceTree({ selected: next, focused: row.id, anchor: row.id })
  } else {
    changeSourceTree({ selected: [row.id], focused: row.id, anchor: row.id })
    if (row.type === 'source') select({ type: 'source', id: row.id })
  }
}

export interface SourceKeys {
  rows: readonly SourceRow[]
  isReadOnly: boolean
  menuFor: (row: SourceRow) => MenuEntry[]
  remove: () => void
}

export function useSourceKeys({ rows, isReadOnly, menuFor, remove }: SourceKeys) {
  const typed = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    const { focused, selected } = sourceTree()
    const place = rows.findIndex((row) => row.id === focused)
    const row = rows[place]
    const go = (index: number): void => {
      const target = rows[Math.max(0, Math.min(rows.length - 1, index))]
      if (target === undefined) return
      chooseSourceRow(rows, target, { shiftKey: event.shiftKey, ctrlKey: false, metaKey: false })
    }
    const isCommand = event.ctrlKey || event.metaKey
    switch (event.key) {
      case 'ArrowDown':
        if (event.altKey) move('down')
        else go(place + 1)
        break
      case 'ArrowUp':
        if (event.altKey) move('up')
        else go(place === -1 ? 0 : place - 1)
        break
      case 'Home':
        go(0)
        break
      case 'End':
        go(rows.length - 1)
        break
      case 'ArrowRight':
        if (event.altKey) return
        if (row?.type === 'folder' && !row.isOpen) setFolded(row.id, false)
        else go(place + 1)
        break
      case 'ArrowLeft':
        if (event.altKey) return
        if (row?.type === 'folder' && row.isOpen) setFolded(row.id, true)
        else
          go(rows.findLastIndex((other, index) => index < place && other.depth < (row?.depth ?? 0)))
        break
      case 'Enter':
        if (row?.type === 'source') openView({ type: 'source', id: row.id }, { beside: isCommand })
        else if (row !== undefined) setFolded(row.id, row.isOpen)
        break
      case 'F2':
        if (row !== undefined && !isReadOnly) changeSourceTree({ renaming: row.id })
        break
      case 'Delete':
      case 'Backspace':
        if (!isReadOnly) remove()
        break
      case 'ContextMenu':
        if (row !== undefined) openAt(event, row)
        break
      case 'F10':
        if (!event.shiftKey || row === undefined) return
        openAt(event, row)
        break
      default:
        if (isCommand && event.key === 'a') {
          changeSourceTree({ selected: rows.map((other) => other.id) })
          break
        }
        if (event.key.length !== 1 || isCommand || event.altKey || event.key === ' ') return
        typeahead(event.key)
    }
    event.preventDefault()
    event.stopPropagation()

    function move(way: 'up' | 'down'): void {
      if (!isReadOnly) queueMove(event.repeat, () => moveNow(selected, way))
    }

    function openAt(source: KeyboardEvent<HTMLElement>, target: SourceRow): void {
      const element = document.getElementById(sourceRowId(target.id)) ?? source.currentTarget
      const box = element.getBoundingClientRect()
      openContextMenu(
        {
          clientX: box.left + 24,
          clientY: box.bottom,
          currentTarget: source.currentTarget,
          preventDefault: () => source.preventDefault(),
        },
        menuFor(target),
      )
    }

    function typeahead(key: string): void {
      const now = event.timeStamp
      const isNew = now - typed.current.at > 800
      typed.current = { text: isNew ? key : typed.current.text + key, at: now }
      const words = typed.current.text.toLocaleLowerCase()
      const from = isNew ? place + 1 : Math.max(0, place)
      const found = [...rows.slice(from), ...rows.slice(0, from)].find((other) =>
        rowName(other).toLocaleLowerCase().startsWith(words),
      )
      if (found !== undefined) go(rows.indexOf(found))
    }
  }
}

const queueMove = oneByOne()

/** Moves sources in the order that the engine has, which the window may not have painted yet. */
async function moveNow(selected: readonly string[], way: 'up' | 'down'): Promise<void> {
  const answer = await ask('sources.list', {})
  if (!answer.ok) {
    showFailure(answer.error)
    return
  }
  const { filter, collapsed } = sourceTree()
  const { items, folders } = answer.value
  const rows = sourceRows(items, folders, { filter, collapsed, locale: currentLanguage() })
  await moveSources(moveBy(rows, selected, way))
}

export function rowName(row: SourceRow): string {
  return row.type === 'folder' ? row.folder.name : row.source.title
}

export function sourceRowId(id: string): string {
  return `source-row-${id}`
}
