import { Ellipsis, NotebookPen, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { goOnTyping } from '../app/typing-ahead.ts'
import { useWorkspace } from '../app/workspace.ts'
import type { Memo } from '../../shared/model/entities.ts'
import { memoKinds, memoStatuses } from '../../shared/model/kinds.ts'
import { Button, EmptyState, IconButton, InlineEdit, Menu, Select } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { useLastPassage } from './last-passage.ts'
import './memos.css'
import { deleteMemo, memoSubject, openAbout } from './memo-acts.ts'
import type { MemoAbout } from './memo-acts.ts'
import { MemoText } from './memo-text.tsx'

/** One memo: its title, what it is about, and its text. */
export function MemoEditor({ memoId }: { memoId: string }) {
  const t = useT()
  const { data } = useQuery('memos.list', {}, ['memos', 'codes', 'sources', 'passages'])
  const isReadOnly = useIsReadOnly()
  const memo = data?.items.find((candidate) => candidate.id === memoId)
  if (memo === undefined) {
    return (
      <div className="memo-editor">
        {data !== undefined && (
          <EmptyState icon={NotebookPen} title={t('memos.notFound')}>
            {t('memos.notFoundHint')}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    <div className="memo-editor">
      <div className="memo-page">
        <MemoHead memo={memo} />
        <MemoText memoId={memoId} isReadOnly={isReadOnly} />
      </div>
    </div>
  )
}

/** From the title, Enter goes on to the text. */
function goToText(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.currentTarget.closest('.memo-page')?.querySelector<HTMLElement>('.memo-text')?.focus()
}

function MemoHead({ memo }: { memo: Memo }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    goOnTyping(
      memo.id,
      title.current?.querySelector('input'),
      (next) => void act('memos.update', { memoId: memo.id, title: next }),
    )
  }, [memo.id])
  const update = (fields: Partial<Pick<Memo, 'title' | 'kind' | 'status' | 'about'>>) =>
    void act('memos.update', { memoId: memo.id, ...fields })
  return (
    <header className="memo-head">
      <div className="memo-head-title">
        <h1 ref={title} onKeyDown={goToText}>
          <InlineEdit
            key={memo.id}
            className="memo-title-edit"
            label={t('memos.titleField')}
            placeholder={t('memos.titlePlaceholder')}
            value={memo.title}
            onSave={(title) => update({ title })}
          />
        </h1>
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('codes.more')} noTooltip />}
          items={[
            {
              label: t('memos.delete'),
              icon: Trash2,
              isDanger: true,
              isDisabled: isReadOnly,
              perform: () => void deleteMemo(memo),
            },
          ]}
        />
      </div>
      <div className="memo-facts">
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('memos.kind')}
          value={memo.kind}
          options={memoKinds.map((kind) => ({ value: kind, label: t(`memos.kind_${kind}`) }))}
          onValue={(kind) => update({ kind })}
        />
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('memos.status')}
          value={memo.status}
          options={memoStatuses.map((status) => ({
            value: status,
            label: t(`memos.status_${status}`),
          }))}
          onValue={(status) => update({ status })}
        />
        <AboutMenu memo={memo} onChange={(about) => update({ about })} />
        <span className="memo-changed">
          {t('memos.changed', { time: format.ago(memo.changed) })}
        </span>
      </div>
    </header>
  )
}

/** What the memo is about: opens it, or makes the memo about what is selected now. */
function AboutMenu({ memo, onChange }: { memo: Memo; onChange: (about: MemoAbout) => void }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const selection = useWorkspace((state) => state.selection)
  const passageId = useLastPassage()
  const { data: project } = useQuery('project.info', {}, ['project'])
  const subject = memoSubject(selection)
  const choices: MemoAbout[] = [
    ...(project === undefined ? [] : [{ type: 'project' as const, id: project.id }]),
    ...(passageId === null ? [] : [{ type: 'passage' as const, id: passageId }]),
    ...(subject === undefined || subject.type === 'passage' ? [] : [subject]),
  ]
  const items: MenuEntry[] = [
    ...(memo.about.type === 'project'
      ? []
      : [
          { label: t('memos.openAbout'), perform: () => openAbout(memo.about) },
          'separator' as const,
        ]),
    { heading: t('memos.aboutChange') },
    ...choices.map((about) => ({
      label: t(`memos.makeAbout_${about.type}`),
      isDisabled: isReadOnly,
      isChecked: about.type === memo.about.type && about.id === memo.about.id,
      perform: () => onChange(about),
    })),
  ]
  return (
    <Menu
      trigger={
        <Button size="small" variant="quiet" className="memo-about">
          {t('memos.about')}: {t(`memos.about_${memo.about.type}`)}
          {memo.about.type !== 'project' && memo.aboutLabel !== '' && (
            <span className="memo-about-label">{memo.aboutLabel}</span>
          )}
        </Button>
      }
      items={items}
    />
  )
}
