import { Pencil, PenLine, Plus, Quote, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import type { Account } from '../../shared/contract/quotes.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { frontView, openView, useWorkspace } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, InlineEdit, openContextMenu } from '../ui/index.ts'
import { focusField } from '../work/focus-field.ts'
import { createAccount, deleteAccount } from './quote-acts.ts'
import './quotes.css'

/** The register of quotes and the accounts, in the navigator. */
export function AccountsPanel() {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const accounts = useQuery('accounts.list', {}, ['quotes', 'passages', 'sources']).data?.items
  const quotes = useQuery('quotes.list', {}, ['quotes', 'passages', 'sources', 'persons']).data
  const isRegister = useWorkspace((state) => frontView(state)?.type === 'quotes')
  return (
    <>
      <div className="panel-head">
        <h2>{t('quotes.title')}</h2>
        <div className="panel-tools">
          <IconButton
            icon={Plus}
            size="small"
            label={t('quotes.account.new')}
            disabled={isReadOnly}
            onClick={() => void createAccount()}
          />
        </div>
      </div>
      <div className="accounts-panel">
        <button
          type="button"
          className={isRegister ? 'accounts-row is-shown' : 'accounts-row'}
          aria-current={isRegister}
          onClick={() => openView({ type: 'quotes' })}
        >
          <Quote size={16} strokeWidth={1.75} aria-hidden />
          <span className="accounts-row-name">{t('quotes.register')}</span>
          <span className="accounts-row-count">
            {quotes === undefined || quotes.items.length === 0
              ? ''
              : format.number(quotes.items.length)}
          </span>
        </button>
        <h3>{t('quotes.account.list')}</h3>
        {accounts?.length === 0 && (
          <EmptyState
            icon={PenLine}
            title={t('quotes.account.emptyTitle')}
            actions={
              <Button icon={Plus} disabled={isReadOnly} onClick={() => void createAccount()}>
                {t('quotes.account.new')}
              </Button>
            }
          >
            {t('quotes.account.emptyText')}
          </EmptyState>
        )}
        {accounts !== undefined && accounts.length > 0 && (
          <ul aria-label={t('quotes.account.list')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function AccountRow({ account }: { account: Account }) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const isShown = useWorkspace((state) => {
    const front = frontView(state)
    return front?.type === 'account' && front.id === account.id
  })
  const [isNaming, setNaming] = useState(false)
  const view = { type: 'account' as const, id: account.id }
  const rename = (): void => {
    if (isReadOnly) return
    setNaming(true)
    focusField(`[data-account="${account.id}"] input`)
  }
  const stopNaming = (event: FocusEvent): void => {
    setNaming(false)
    // Enter and Escape lead nowhere of their own.
    if (event.relatedTarget === null) focusField(`[data-account="${account.id}"] button`)
  }
  const showMenu = (event: MouseEvent): void =>
    openContextMenu(event, [
      { label: t('ui.open'), perform: () => openView(view) },
      { label: t('ui.openBeside'), perform: () => openView(view, { beside: true }) },
      'separator',
      {
        label: t('ui.rename'),
        icon: Pencil,
        shortcut: 'F2',
        isDisabled: isReadOnly,
        perform: rename,
      },
      {
        label: t('quotes.account.delete'),
        icon: Trash2,
        isDanger: true,
        isDisabled: isReadOnly,
        perform: () => void deleteAccount(account),
      },
    ])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2') rename()
    else if (event.key === 'Delete' && !isReadOnly) void deleteAccount(account)
    else return
    event.preventDefault()
  }
  if (isNaming) {
    return (
      <li data-account={account.id} onBlur={stopNaming}>
        <InlineEdit
          label={t('quotes.account.titleField')}
          placeholder={t('quotes.account.titlePlaceholder')}
          value={account.title}
          onSave={(title) => void act('accounts.update', { accountId: account.id, title })}
        />
      </li>
    )
  }
  return (
    <li data-account={account.id}>
      <button
        type="button"
        className={isShown ? 'accounts-row is-shown' : 'accounts-row'}
        aria-current={isShown}
        onClick={(event) => openView(view, { beside: event.ctrlKey || event.metaKey })}
        onContextMenu={showMenu}
        onKeyDown={onKeyDown}
        onDoubleClick={rename}
      >
        <PenLine size={16} strokeWidth={1.75} aria-hidden />
        <span className="accounts-row-name">
          {account.title || t('quotes.untitled')}
          <span className="accounts-row-facts">
            {[
              t('quotes.words', { count: account.words }),
              account.quoteIds.length === 0
                ? ''
                : t('quotes.count', { count: account.quoteIds.length }),
              format.ago(account.changed),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {account.notices.length > 0 && (
            <span className="quote-warning">
              {t('quotes.account.noticed', { count: account.notices.length })}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
