import { Unlink2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { act, ask } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { oneByOne } from '../../app/one-by-one.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { Thread } from '../../../shared/model/institution.ts'
import { AddInHand } from '../add-in-hand.tsx'
import { deleteFinding } from '../finding-acts.ts'
import { FindingHead, FindingNote } from '../finding-fields.tsx'
import { ThreadPlace } from './thread-place.tsx'
import { movedTo } from './thread-order.ts'

type Item = NonNullable<Parameters<typeof act<'threads.update'>>[1]['items']>[number]

const queueMove = oneByOne()

/** One thread, read from top to bottom. */
export function ThreadEntry({ thread }: { thread: Thread }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const list = useRef<HTMLOListElement>(null)
  const refocus = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const { id: threadId, title, items } = thread
  const kept = items.map(({ id }): Item => ({ id }))
  const save = (next: Item[]) => act('threads.update', { threadId, items: next })

  // What was moved is taken out of the page and put in again, and keeps the focus.
  useEffect(() => {
    if (refocus.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-item="${refocus.current}"]`)?.focus()
    refocus.current = null
  }, [items])

  /** Moves an item in the thread as the engine has it, which may not have been painted yet. */
  const moveNow = async (itemId: string, placeOf: (from: number) => number): Promise<void> => {
    const answer = await ask('threads.list', {})
    if (!answer.ok) return
    const now = answer.value.items.find((each) => each.id === threadId)?.items ?? []
    const from = now.findIndex((each) => each.id === itemId)
    const to = placeOf(from)
    if (from === -1 || to < 0 || to >= now.length || from === to) return
    refocus.current = itemId
    const moved = movedTo(
      now.map(({ id }): Item => ({ id })),
      from,
      to,
    )
    if ((await save(moved)) === undefined) return
    setSaid(t('analysis.moved', { number: to + 1, count: now.length }))
  }
  const move = (itemId: string, isRepeat: boolean, placeOf: (from: number) => number): void =>
    queueMove(isRepeat, () => moveNow(itemId, placeOf))
  const remove = async (index: number): Promise<void> => {
    const done = await save(kept.toSpliced(index, 1))
    if (done !== undefined) toastWithUndo(t('analysis.itemRemoved', { name: title }))
  }
  return (
    <article className="finding" data-finding={threadId} aria-label={title}>
      <FindingHead
        finding={thread}
        level={2}
        mark={
          thread.gaps > 0 && (
            <span className="finding-lacks">
              <Unlink2 size={13} strokeWidth={1.75} aria-hidden />
              {t('analysis.gaps', { count: thread.gaps })}
            </span>
          )
        }
        onSave={(fields) => void act('threads.update', { threadId, ...fields })}
        onDelete={() => void deleteFinding('thread', threadId, title)}
      />
      <div className="thread">
        <p className="thread-level">{t('analysis.entryLevel')}</p>
        {items.length === 0 && <p className="thread-none">{t('analysis.emptyThread')}</p>}
        <ol ref={list}>
          {items.map((item, index) => (
            <ThreadPlace
              key={item.id}
              item={item}
              number={index + 1}
              count={items.length}
              onMove={(by, isRepeat) => move(item.id, isRepeat, (from) => from + by)}
              onDropped={(movedId) => move(movedId, false, () => index)}
              onNote={(note) => void save(kept.with(index, { id: item.id, note }))}
              onFill={(at) => void save(kept.with(index, { id: item.id, at }))}
              onRemove={() => void remove(index)}
            />
          ))}
        </ol>
        {items.length > 1 && <p className="thread-level">{t('analysis.secondLevel')}</p>}
        <div className="thread-add">
          <AddInHand
            label={t('analysis.addInHand')}
            ariaLabel={t('analysis.addInHandTo', { side: title })}
            hasHint
            onAdd={(at) => void save([...kept, { at }])}
          />
          {!isReadOnly && (
            <button
              type="button"
              className="finding-add"
              onClick={() => void save([...kept, { at: null }])}
            >
              <Unlink2 size={12} strokeWidth={1.75} aria-hidden /> {t('analysis.addGap')}
            </button>
          )}
        </div>
        <span className="visually-hidden" role="status">
          {said}
        </span>
      </div>
      <FindingNote
        note={thread.note}
        onSave={(note) => void act('threads.update', { threadId, note })}
      />
    </article>
  )
}
