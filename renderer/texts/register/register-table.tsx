import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { groupName } from '../group-name.ts'
import { deleteTexts, openText } from '../text-acts.ts'
import type { TextWords } from '../text-data.ts'
import type { TextGroup } from '../text-groups.ts'
import { RegisterHead } from './register-head.tsx'
import { RegisterRow } from './register-row.tsx'
import { changeRegister, useRegister } from './register-state.ts'
import { focusDrawn } from '../../ui/index.ts'

interface RegisterTableProps {
  groups: readonly TextGroup[]
  words: TextWords
}

const rowHeight = 34

/** The rows of the register under their groups; only those in sight are drawn. */
export function RegisterTable({ groups, words }: RegisterTableProps) {
  const t = useT()
  const format = useFormat()
  const { by, sort, chosen } = useRegister()
  const selection = useWorkspace((state) => state.selection)
  const scroll = useRef<HTMLDivElement>(null)
  const last = useRef(0)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const texts = groups.flatMap((group) => group.texts)
  const rows = groups.flatMap((group): Array<TextGroup | InstitutionalText> => [
    ...(by === 'none' ? [] : [group]),
    ...group.texts,
  ])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const chosenIds = new Set(chosen)
  const focused = texts.find((text) => text.id === focusedId) ?? texts[0]

  const focusText = (index: number): void => {
    const text = texts[Math.max(0, Math.min(index, texts.length - 1))]
    if (text === undefined) return
    setFocusedId(text.id)
    virtual.scrollToIndex(rows.indexOf(text), { align: 'auto' })
    const place = texts.indexOf(text)
    focusDrawn(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${place}"]`))
  }
  const choose = (index: number, isRange: boolean): void => {
    const text = texts[index]
    if (text === undefined) return
    const next = new Set(chosenIds)
    if (isRange) {
      const [from, to] = [Math.min(last.current, index), Math.max(last.current, index)]
      for (const each of texts.slice(from, to + 1)) next.add(each.id)
    } else if (next.has(text.id)) next.delete(text.id)
    else next.add(text.id)
    last.current = index
    changeRegister({ chosen: [...next] })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.target !== event.currentTarget) {
      // Escape in a field goes back to its row, as Enter does after saving.
      if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.focus()
      return
    }
    const text = texts[index]
    if (text === undefined) return
    const isMod = event.ctrlKey || event.metaKey
    const page = 12
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: texts.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) focusText(target)
    else if (event.key === 'Enter') openText(text.id, { beside: isMod })
    else if (event.key === ' ') choose(index, event.shiftKey)
    else if (event.key === 'a' && isMod) changeRegister({ chosen: texts.map(({ id }) => id) })
    else if (event.key === 'Escape') changeRegister({ chosen: [] })
    else if (event.key === 'Delete') {
      void deleteTexts(chosenIds.size > 0 ? texts.filter(({ id }) => chosenIds.has(id)) : [text])
    } else return
    event.preventDefault()
  }
  return (
    <div className="register-scroll" ref={scroll}>
      <div
        role="grid"
        className="register-grid"
        aria-label={t('texts.openRegister')}
        aria-multiselectable
        aria-rowcount={texts.length + 1}
        aria-description={t('texts.keysHint')}
        style={{ height: virtual.getTotalSize() }}
      >
        <RegisterHead
          sort={sort}
          isAllChosen={texts.length > 0 && texts.every(({ id }) => chosenIds.has(id))}
          onChooseAll={(isAll) =>
            changeRegister({ chosen: isAll ? texts.map(({ id }) => id) : [] })
          }
        />
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          if ('texts' in row) {
            return (
              <div
                key={`group:${row.value}`}
                role="row"
                className="register-row register-group-row"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <div role="gridcell" aria-colspan={9}>
                  {groupName(t, by, row.value)}
                  <span className="register-group-count">{format.number(row.texts.length)}</span>
                </div>
              </div>
            )
          }
          const index = texts.indexOf(row)
          return (
            <RegisterRow
              key={row.id}
              text={row}
              words={words}
              index={index}
              top={item.start}
              isChosen={chosenIds.has(row.id)}
              isFocused={row.id === focused?.id}
              isSelected={selection.type === 'text' && selection.id === row.id}
              onChoose={(isRange) => choose(index, isRange)}
              onFocus={() => setFocusedId(row.id)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onSelect={(event) => {
                if (event.shiftKey || event.ctrlKey || event.metaKey) choose(index, event.shiftKey)
                else select({ type: 'text', id: row.id })
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
