import { ListFilter, NotebookPen, Plus, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { frontView, openView, useWorkspace } from '../app/workspace.ts'
import { memoKinds, memoStatuses } from '../../shared/model/kinds.ts'
import type { Memo } from '../../shared/model/entities.ts'
import { WatchSign } from '../indexing/watch-sign.tsx'
import { Button, EmptyState, IconButton, Menu, openContextMenu, TextInput } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { allMemos, filterMemos } from './filter-memos.ts'
import type { MemoFilter } from './filter-memos.ts'
import './memos.css'
import { createMemo, deleteMemo, memoTitle, openAbout } from './memo-acts.ts'

const aboutTypes = ['project', 'source', 'code', 'passage'] as const

/** All memos, in the navigator. */
export function MemoList() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const language = useLanguage()
  const [filter, setFilter] = useState<MemoFilter>(allMemos)
  const list = useRef<HTMLUListElement>(null)
  const { data } = useQuery('memos.list', {}, ['memos', 'codes', 'sources', 'passages'])
  const front = useWorkspace(frontView)
  const memos = data?.items ?? []
  const shown = useMemo(
    () => filterMemos(data?.items ?? [], filter, language),
    [data, filter, language],
  )

  const said = [
    filter.kind === '' ? '' : t(`memos.kind_${filter.kind}`),
    filter.status === '' ? '' : t(`memos.status_${filter.status}`),
    filter.about === '' ? '' : `${t('memos.about')}: ${t(`memos.about_${filter.about}`)}`,
  ].filter((part) => part !== '')

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.memo-row') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    event.preventDefault()
  }

  return (
    <div className="memo-list-panel">
      <div className="code-tree-head">
        <h2>{t('memos.title')}</h2>
        <div className="code-tree-tools">
          <Menu
            align="end"
            trigger={
              <IconButton
                size="small"
                icon={ListFilter}
                label={t('memos.filters')}
                className={said.length > 0 ? 'is-filtering' : ''}
                noTooltip
              />
            }
            items={filterItems(filter, setFilter, t)}
          />
          <IconButton
            size="small"
            icon={Plus}
            label={t('memos.newMemo')}
            disabled={isReadOnly}
            onClick={() => void createMemo()}
          />
        </div>
      </div>
      {memos.length > 0 && (
        <div className="code-tree-filter">
          <TextInput
            isQuiet
            aria-label={t('memos.filter')}
            placeholder={t('memos.filterPlaceholder')}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
        </div>
      )}
      {said.length > 0 && (
        <p className="memo-list-filter">
          <span>{said.join(' · ')}</span>
          <IconButton
            size="small"
            icon={X}
            label={t('memos.showAll')}
            onClick={() => setFilter({ ...allMemos, text: filter.text, sort: filter.sort })}
          />
        </p>
      )}
      {data !== undefined && memos.length === 0 && (
        <EmptyState
          icon={NotebookPen}
          title={t('memos.emptyTitle')}
          actions={
            <Button variant="primary" disabled={isReadOnly} onClick={() => void createMemo()}>
              {t('memos.newMemo')}
            </Button>
          }
        >
          {t('memos.emptyText')}
        </EmptyState>
      )}
      {memos.length > 0 && shown.length === 0 && (
        <p className="code-tree-none">{t('memos.emptyFilter')}</p>
      )}
      {shown.length > 0 && (
        <ul
          ref={list}
          className="memo-list"
          aria-label={t('memos.listLabel')}
          onKeyDown={onKeyDown}
        >
          {shown.map((memo) => (
            <MemoRow
              key={memo.id}
              memo={memo}
              isOpen={front?.type === 'memo' && front.id === memo.id}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function MemoRow({ memo, isOpen }: { memo: Memo; isOpen: boolean }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const items: MenuEntry[] = [
    ...(memo.about.type === 'project'
      ? []
      : [{ label: t('memos.openAbout'), perform: () => openAbout(memo.about) }]),
    {
      label: t('memos.delete'),
      isDanger: true,
      isDisabled: isReadOnly,
      perform: () => void deleteMemo(memo),
    },
  ]
  const start = memo.text.trim()
  return (
    <li>
      <button
        type="button"
        className={`memo-row ${isOpen ? 'is-selected' : ''} ${memo.status === 'settled' ? 'is-settled' : ''}`}
        aria-current={isOpen}
        onClick={(event) =>
          openView({ type: 'memo', id: memo.id }, { beside: event.ctrlKey || event.metaKey })
        }
        onContextMenu={(event) => openContextMenu(event, items)}
        onKeyDown={(event) => {
          if (event.key !== 'Delete') return
          event.preventDefault()
          void deleteMemo(memo)
        }}
      >
        <span className="memo-row-title">
          {memoTitle(memo)}
          <WatchSign words={`${memo.title}\n${memo.text}`} />
        </span>
        <span className="memo-row-facts">
          {[
            t(`memos.kind_${memo.kind}`),
            memo.status === 'settled' ? t('memos.status_settled') : '',
            memo.about.type === 'project' ? '' : memo.aboutLabel,
            format.ago(memo.changed),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {start !== '' && memo.title !== '' && (
          <span className="memo-row-text">{start.slice(0, 160)}</span>
        )}
      </button>
    </li>
  )
}

function filterItems(
  filter: MemoFilter,
  setFilter: (filter: MemoFilter) => void,
  t: ReturnType<typeof useT>,
): MenuEntry[] {
  const choice = <K extends keyof MemoFilter>(key: K, value: MemoFilter[K], label: string) => ({
    label,
    isChecked: filter[key] === value,
    perform: () => setFilter({ ...filter, [key]: value }),
  })
  return [
    {
      label: t('memos.kind'),
      items: [
        choice('kind', '', t('memos.allKinds')),
        ...memoKinds.map((kind) => choice('kind', kind, t(`memos.kind_${kind}`))),
      ],
    },
    {
      label: t('memos.status'),
      items: [
        choice('status', '', t('memos.allStatuses')),
        ...memoStatuses.map((status) => choice('status', status, t(`memos.status_${status}`))),
      ],
    },
    {
      label: t('memos.about'),
      items: [
        choice('about', '', t('memos.allAbout')),
        ...aboutTypes.map((type) => choice('about', type, t(`memos.about_${type}`))),
      ],
    },
    'separator',
    { heading: t('memos.sort') },
    choice('sort', 'changed', t('memos.sortChanged')),
    choice('sort', 'created', t('memos.sortCreated')),
    choice('sort', 'title', t('memos.sortTitle')),
  ]
}
