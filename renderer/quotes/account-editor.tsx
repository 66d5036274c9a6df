import { Ellipsis, PenLine, Trash2, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { accountFormats, type Account } from '../../shared/contract/quotes.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { goOnTyping } from '../app/typing-ahead.ts'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
import { Button, EmptyState, IconButton, InlineEdit, Menu } from '../ui/index.ts'
import { AccountText } from './account-text.tsx'
import { deleteAccount } from './quote-acts.ts'
import { useQuotes } from './quote-data.ts'
import '../memos/memos.css'
import './quotes.css'

/** One account: its title, what became of its quotations, and its text. */
export function AccountEditor({ accountId }: { accountId: string }) {
  const t = useT()
  const { data } = useQuery('accounts.list', {}, ['quotes', 'passages', 'sources'])
  const isReadOnly = useIsReadOnly()
  const account = data?.items.find((candidate) => candidate.id === accountId)
  if (account === undefined) {
    return (
      <div className="memo-editor">
        {data !== undefined && (
          <EmptyState icon={PenLine} title={t('quotes.account.notFound')}>
            {t('quotes.account.notFoundHint')}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    <div className="memo-editor">
      <div className="memo-page account-page">
        <AccountHead account={account} />
        <Notices account={account} />
        <AccountText accountId={accountId} isReadOnly={isReadOnly} />
      </div>
    </div>
  )
}

/** From the title, Enter goes on to the text. */
function goToText(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.currentTarget.closest('.memo-page')?.querySelector<HTMLElement>('.memo-text')?.focus()
}

function AccountHead({ account }: { account: Account }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const language = useLanguage()
  const { title: project } = useProject()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    goOnTyping(
      account.id,
      title.current?.querySelector('input'),
      (next) => void act('accounts.update', { accountId: account.id, title: next }),
    )
  }, [account.id])
  const save = (extension: (typeof accountFormats)[number]): void =>
    void saveExport(
      'export.account',
      { accountId: account.id, format: extension, language },
      {
        title: t('quotes.account.exportTitle'),
        fileName: fileName(project, account.title || t('quotes.untitled')),
        extension,
        kind: t(`quotes.account.format.${extension}`),
        saving: t('quotes.account.exporting'),
        saved: ({ quotations, missing }) =>
          missing > 0
            ? t('quotes.account.exportedMissing', { count: missing })
            : t('quotes.account.exported', { count: quotations }),
      },
    )
  return (
    <header className="memo-head">
      <div className="memo-head-title">
        <h1 ref={title} onKeyDown={goToText}>
          <InlineEdit
            key={account.id}
            className="memo-title-edit"
            label={t('quotes.account.titleField')}
            placeholder={t('quotes.account.titlePlaceholder')}
            value={account.title}
            onSave={(next) => void act('accounts.update', { accountId: account.id, title: next })}
          />
        </h1>
        <Menu
          align="end"
          trigger={<Button size="small">{t('quotes.account.export')}</Button>}
          items={accountFormats.map((extension) => ({
            label: t(`quotes.account.format.${extension}`),
            perform: () => save(extension),
          }))}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('quotes.account.more')} noTooltip />}
          items={[
            {
              label: t('quotes.account.delete'),
              icon: Trash2,
              isDanger: true,
              isDisabled: isReadOnly,
              perform: () => void deleteAccount(account),
            },
          ]}
        />
      </div>
      <p className="account-facts">
        {[
          t('quotes.words', { count: account.words }),
          t('quotes.count', { count: account.quoteIds.length }),
          format.ago(account.changed),
        ].join(' · ')}
      </p>
    </header>
  )
}

/** Quotations whose words are others than they were, or are gone; each leads to its place. */
function Notices({ account }: { account: Account }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const quotes = useQuotes()
  if (account.notices.length === 0) return null
  const goTo = (quoteId: string): void => {
    const block = document.querySelector(`.account-page [data-quotation="${quoteId}"]`)
    block?.scrollIntoView({ block: 'center' })
  }
  return (
    <section
      className="account-notices"
      aria-label={t('quotes.account.noticed', { count: account.notices.length })}
    >
      <h2>
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
        {t('quotes.account.noticed', { count: account.notices.length })}
      </h2>
      <ul>
        {account.notices.map(({ quoteId, state }) => {
          const quote = quotes?.items.find(({ id }) => id === quoteId)
          return (
            <li key={quoteId}>
              <span className="account-notice-text">
                {state === 'current' ? '' : t(`quotes.${state}`)}
                {quote !== undefined && quote.label !== '' && (
                  <span className="account-notice-label">{quote.label}</span>
                )}
              </span>
              <Button size="small" variant="quiet" onClick={() => goTo(quoteId)}>
                {t('quotes.account.goTo')}
              </Button>
              {state === 'changed' && (
                <Button
                  size="small"
                  disabled={isReadOnly}
                  onClick={() => void act('quotes.accept', { quoteIds: [quoteId] })}
                >
                  {t('quotes.accept')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
