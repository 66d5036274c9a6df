import { CornerUpRight, NotebookPen, Tag } from 'lucide-react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { openView } from '../../app/workspace.ts'
import type { Term } from '../../../shared/model/institution.ts'
import { Button, InlineEdit, Segmented } from '../../ui/index.ts'
import { groupings, groupOccurrences, markedExcerpt } from './occurrence-groups.ts'
import type { Grouping, Occurrence } from './occurrence-groups.ts'

/** So many uses are shown at first; a common word has thousands. */
const mostShown = 150

/** Every use of a term, in time, by speaker or by source, each with its meaning there. */
export function TermUses({ term }: { term: Term }) {
  const t = useT()
  const format = useFormat()
  const [grouping, setGrouping] = useState<Grouping>('time')
  const [isAll, setAll] = useState(false)
  const found = useQuery('terms.occurrences', { termId: term.id }, [
    'findings',
    'indexing',
    'sources',
    'passages',
    'codes',
    'memos',
  ]).data
  if (found === undefined) return null
  const { items } = found
  const given = items.filter((item) => item.meaning !== '').length
  const shown = isAll ? items : items.slice(0, mostShown)
  const headingOf = (heading: string): string => {
    if (grouping === 'time') return heading === '' ? t('analysis.noDate') : format.date(heading)
    return heading === '' ? t('analysis.noSpeaker') : heading
  }
  return (
    <>
      <div className="term-bar">
        <span>
          {t('analysis.termUses', { count: items.length })}
          {given > 0 && ` · ${t('analysis.meanings', { given })}`}
        </span>
        {items.length > 0 && (
          <Segmented
            label={t('analysis.groupBy')}
            value={grouping}
            options={groupings.map((value) => ({ value, label: t(`analysis.group.${value}`) }))}
            onValue={setGrouping}
          />
        )}
      </div>
      {items.length === 0 && <p className="finding-hint">{t('analysis.noUses')}</p>}
      {groupOccurrences(shown, grouping).map((group) => (
        <section key={group.heading} className="term-group">
          <h2>
            {headingOf(group.heading)} <span className="term-count">{group.items.length}</span>
          </h2>
          <ul>
            {group.items.map((item) => (
              <TermUse
                key={`${item.sourceId}:${item.start}`}
                item={item}
                term={term}
                grouping={grouping}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown.length < items.length && (
        <Button onClick={() => setAll(true)}>
          {t('analysis.moreUses', { count: items.length })}
        </Button>
      )}
      {found.codes.length > 0 && (
        <section className="term-group">
          <h2>{t('analysis.inCodes')}</h2>
          <ul>
            {found.codes.map((code) => (
              <li key={code.id}>
                <button
                  type="button"
                  className="finding-link"
                  onClick={() => openView({ type: 'code', id: code.id })}
                >
                  <Tag size={13} strokeWidth={1.75} aria-hidden /> {code.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.memos.length > 0 && (
        <section className="term-group">
          <h2>{t('analysis.inMemos')}</h2>
          <ul>
            {found.memos.map((memo) => (
              <li key={memo.id}>
                <button
                  type="button"
                  className="finding-link"
                  onClick={() => openView({ type: 'memo', id: memo.id })}
                >
                  <NotebookPen size={13} strokeWidth={1.75} aria-hidden />{' '}
                  {memo.title === '' ? t('analysis.untitledMemo') : memo.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function TermUse(props: { item: Occurrence; term: Term; grouping: Grouping }) {
  const { item, term, grouping } = props
  const t = useT()
  const format = useFormat()
  const { sourceId, start, end, termUseId } = item
  const place = [
    grouping === 'source' ? '' : item.sourceTitle,
    grouping === 'speaker' ? '' : item.speaker,
    grouping === 'time' || item.date === '' ? '' : format.date(item.date),
    `¶\u00a0${item.paragraph}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
  const save = async (meaning: string): Promise<void> => {
    if (termUseId === null) {
      await act('termUses.create', { at: { sourceId, start, end }, termId: term.id, meaning })
    } else if (meaning !== '') await act('termUses.update', { termUseId, meaning })
    else {
      const done = await act('termUses.delete', { termUseIds: [termUseId] })
      if (done !== undefined) toastWithUndo(t('analysis.deleted', { name: item.meaning }))
    }
  }
  const show = (event: MouseEvent): void =>
    openView(
      { type: 'source', id: sourceId, at: { start, end } },
      { beside: event.ctrlKey || event.metaKey },
    )
  const pieces = markedExcerpt(item.excerpt, [term.term, ...term.variants])
  return (
    <li className="term-use">
      <button type="button" className="term-excerpt" onClick={show}>
        <span className="term-words">
          {pieces.map((piece, index) =>
            index % 2 === 1 ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
          )}
        </span>
        <span className="claim-place">
          <CornerUpRight size={12} strokeWidth={1.75} aria-hidden />
          {place}
        </span>
      </button>
      <InlineEdit
        isLong
        className="term-meaning"
        label={t('analysis.meaningOf', { place })}
        placeholder={t('analysis.meaningPlaceholder')}
        value={item.meaning}
        onSave={(meaning) => void save(meaning)}
      />
    </li>
  )
}
