import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select, useWorkspace } from '../../app/workspace.ts'
import type { Code, PassageInContext } from '../../../shared/model/entities.ts'
import { Button, focusDrawn } from '../../ui/index.ts'
import { useCodingView } from '../../rounds/coding-view.ts'
import { updateCodes } from '../code-acts.ts'
import type { CodeData } from '../code-data.ts'
import { openCodeDialog } from '../dialogs/code-dialog-state.ts'
import { takeQuotes } from '../../quotes/quote-acts.ts'
import { codingsOnPage, otherCodes } from './chosen-codings.ts'
import { CodePassage } from './code-passage.tsx'
import { noFilter, PassageFilters } from './passage-filters.tsx'
import type { PassageFilter } from './passage-filters.tsx'

interface CodePassagesProps {
  code: Code
  data: CodeData
  /** The page scrolls as a whole; the list stands in it below the fields. */
  scroll: RefObject<HTMLDivElement | null>
}

const mostPassages = 20_000

/** All passages of a code in their surroundings, to look through and to recode. */
export function CodePassages({ code, data, scroll }: CodePassagesProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { forest } = data
  const [filter, setFilter] = useState<PassageFilter>(noFilter)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [lastChosen, setLastChosen] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const lastFocused = useRef<{ id: string; index: number } | null>(null)
  const view = useCodingView()
  const selection = useWorkspace((state) => state.selection)
  const { data: found } = useQuery(
    'passages.list',
    {
      codeId: code.id,
      state: 'placed',
      limit: mostPassages,
      ...(filter.withSubcodes ? { withSubcodes: true } : {}),
      ...(filter.sourceId === '' ? {} : { sourceId: filter.sourceId }),
      ...(filter.analystId === '' ? {} : { analystId: filter.analystId }),
      ...(filter.personId === '' ? {} : { personId: filter.personId }),
      ...(view === 'all' ? {} : { view }),
    },
    ['passages', 'codes', 'sources', 'rounds', 'project'],
  )
  const passages = found?.items ?? []
  const virtual = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 118,
    getItemKey: (index) => passages[index]?.id ?? index,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 6,
  })
  const hasSubcodes = (forest.nodeById.get(code.id)?.children.length ?? 0) > 0
  const isFiltered =
    filter.sourceId !== '' || filter.analystId !== '' || filter.personId !== '' || view !== 'all'
  const chosenPassages = passages.filter((passage) => chosen.has(passage.id))

  const choose = (index: number, isRange: boolean) => {
    const passage = passages[index]
    if (passage === undefined) return
    const next = new Set(chosen)
    if (isRange && lastChosen !== null) {
      const [from, to] = [Math.min(lastChosen, index), Math.max(lastChosen, index)]
      for (const between of passages.slice(from, to + 1)) next.add(between.id)
    } else if (!next.delete(passage.id)) next.add(passage.id)
    setChosen(next)
    setLastChosen(index)
  }

  const jump = (passage: PassageInContext, beside: boolean) => {
    const { id, sourceId, start, end } = passage
    openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
    select({ type: 'passage', id, sourceId })
  }

  const codingsOf = (some: readonly PassageInContext[]) =>
    codingsOnPage(forest, code.id, filter.withSubcodes, some)

  const recode = (some: readonly PassageInContext[]) =>
    openCodeDialog({
      type: 'recode',
      codingIds: codingsOf(some),
      ...(filter.withSubcodes ? {} : { exceptId: code.id }),
    })

  const uncode = async (some: readonly PassageInContext[]) => {
    const codingIds = codingsOf(some)
    if (codingIds.length === 0) return
    const gone = await act('codings.delete', { codingIds })
    if (gone === undefined) return
    setChosen(new Set())
    const codings = t('codes.nCodings', { count: gone.codings })
    toastWithUndo(t('codes.uncoded', { codings }))
  }

  const setExample = (passage: PassageInContext) => {
    const examples = code.examples.includes(passage.id)
      ? code.examples.filter((id) => id !== passage.id)
      : [...code.examples, passage.id]
    void updateCodes([code.id], { examples })
  }

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget) return
    const passage = passages[index]
    if (passage === undefined) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      focusRow(index + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter') jump(passage, event.ctrlKey || event.metaKey)
    else if (event.key === ' ') choose(index, event.shiftKey)
    else if (event.key === 'Delete') void uncode(chosen.size > 0 ? chosenPassages : [passage])
    else if (event.key === '*') setExample(passage)
    else if (event.key === 'r' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      recode(chosen.size > 0 ? chosenPassages : [passage])
    } else return
    event.preventDefault()
  }

  const focusRow = (index: number) => {
    if (index < 0 || index >= passages.length) return
    virtual.scrollToIndex(index, { align: 'auto' })
    focusDrawn(() => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`))
  }

  // A passage that was recoded or uncoded takes the focus away with it: the next one gets it.
  useEffect(() => {
    const last = lastFocused.current
    if (found === undefined || last === null || found.items.some(({ id }) => id === last.id)) return
    lastFocused.current = null
    if (document.activeElement !== document.body) return
    if (found.items.length === 0) scroll.current?.focus()
    else focusRow(Math.min(last.index, found.items.length - 1))
  })

  return (
    <section
      className="code-passages"
      aria-busy={found === undefined}
      aria-label={t('codes.passages')}
    >
      <div className="code-passages-bar">
        {chosenPassages.length === 0 ? (
          <>
            <span className="code-passages-count">
              {found !== undefined && t('codes.nPassages', { count: found.total })}
            </span>
            <PassageFilters
              filter={filter}
              hasSubcodes={hasSubcodes}
              onChange={(next) => {
                setFilter(next)
                setChosen(new Set())
              }}
            />
          </>
        ) : (
          <>
            <span className="code-passages-count">
              {t('codes.chosen', { count: chosenPassages.length })}
            </span>
            <Button
              size="small"
              onClick={() => setChosen(new Set(passages.map((passage) => passage.id)))}
            >
              {t('codes.chooseAll')}
            </Button>
            <Button size="small" onClick={() => setChosen(new Set())}>
              {t('codes.chooseNone')}
            </Button>
            <span className="code-passages-gap" />
            <Button size="small" disabled={isReadOnly} onClick={() => recode(chosenPassages)}>
              {t('codes.recode')}
            </Button>
            <Button
              size="small"
              disabled={isReadOnly}
              onClick={() => void takeQuotes(chosenPassages.map(({ id }) => ({ passageId: id })))}
            >
              {t('quotes.actMany')}
            </Button>
            <Button
              size="small"
              disabled={isReadOnly}
              onClick={() =>
                openCodeDialog({
                  type: 'split',
                  codeId: code.id,
                  passageIds: chosenPassages.map((passage) => passage.id),
                })
              }
            >
              {t('codes.split')}
            </Button>
            <Button
              size="small"
              variant="danger"
              disabled={isReadOnly}
              onClick={() => void uncode(chosenPassages)}
            >
              {t('codes.uncode')}
            </Button>
          </>
        )}
      </div>
      {found !== undefined && passages.length === 0 && (
        <p className="code-page-none">
          {t(isFiltered ? 'codes.noPassagesHere' : 'codes.noPassages')}
        </p>
      )}
      <div
        ref={list}
        role="list"
        className="code-passages-list"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const passage = passages[item.index]
          if (passage === undefined) return null
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="listitem"
              tabIndex={0}
              className="code-passage-place"
              style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
              onKeyDown={(event) => onKeyDown(event, item.index)}
              onFocus={() => {
                lastFocused.current = { id: passage.id, index: item.index }
              }}
            >
              <CodePassage
                passage={passage}
                hue={code.hue}
                others={otherCodes(forest, code.id, passage)}
                isChosen={chosen.has(passage.id)}
                isExample={code.examples.includes(passage.id)}
                isCurrent={selection.type === 'passage' && selection.id === passage.id}
                onChoose={(event) => choose(item.index, event.shiftKey)}
                onSelect={() =>
                  select({ type: 'passage', id: passage.id, sourceId: passage.sourceId })
                }
                onJump={(beside) => jump(passage, beside)}
                onExample={() => setExample(passage)}
                onOpenCode={(other) => openView({ type: 'code', id: other.id })}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}
