import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../app/i18n.ts'
import { MemoToolbar } from '../memos/memo-toolbar.tsx'
import { useMemoBinding } from '../memos/use-memo-binding.ts'
import { Button } from '../ui/index.ts'
import { InsertMenu } from './insert-menu.tsx'
import { beginInsert } from './insert-parts.ts'
import { partNodes } from './part-nodes.tsx'

const config = {
  namespace: 'account',
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, ...partNodes],
  // Null leaves the text to the binding.
  editorState: null,
  theme: { text: { bold: 'memo-bold', italic: 'memo-italic' }, link: 'memo-link' },
  onError: (problem: Error) => {
    throw problem
  },
}

/** The rich text of an account. */
export function AccountText({ accountId, isReadOnly }: { accountId: string; isReadOnly: boolean }) {
  return (
    <LexicalComposer key={accountId} initialConfig={{ ...config, editable: !isReadOnly }}>
      <AccountWriting accountId={accountId} isReadOnly={isReadOnly} />
    </LexicalComposer>
  )
}

function AccountWriting({ accountId, isReadOnly }: { accountId: string; isReadOnly: boolean }) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const carets = useRef<HTMLDivElement>(null)
  const isLoaded = useMemoBinding(accountId, carets, 'account')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    // Undo, redo, bold and italic are those of the text, not of the project.
    if (/^[zybi]$/i.test(event.key)) event.stopPropagation()
  }
  return (
    <>
      {!isReadOnly && (
        <MemoToolbar>
          <Button size="small" variant="quiet" onClick={() => beginInsert(editor)}>
            {t('quotes.account.insert')}
          </Button>
        </MemoToolbar>
      )}
      <div className="memo-sheet" aria-busy={!isLoaded} onKeyDown={onKeyDown}>
        <div ref={carets} className="memo-carets" aria-hidden />
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="memo-text account-text"
              aria-label={t('quotes.account.text')}
              aria-placeholder={t('quotes.account.placeholder')}
              placeholder={
                <div className="memo-placeholder">{t('quotes.account.placeholder')}</div>
              }
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <ListPlugin />
        <InsertMenu />
      </div>
    </>
  )
}
