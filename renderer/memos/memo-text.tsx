import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from 'lexical'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useT } from '../app/i18n.ts'
import { openPassage } from '../codes/code-acts.ts'
import { MemoToolbar } from './memo-toolbar.tsx'
import { insertPassageLink, passageAtCaret, passageAtElement } from './passage-links.ts'
import { passageOfUrl } from './passage-url.ts'
import { useMemoBinding } from './use-memo-binding.ts'

const config = {
  namespace: 'memo',
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
  // Null leaves the text to the binding.
  editorState: null,
  theme: {
    text: { bold: 'memo-bold', italic: 'memo-italic' },
    link: 'memo-link',
    collaboration: { cursor: 'memo-caret', cursorName: 'memo-caret-name' },
  },
  onError: (problem: Error) => {
    throw problem
  },
}

/** The rich text of a memo. */
export function MemoText({ memoId, isReadOnly }: { memoId: string; isReadOnly: boolean }) {
  return (
    <LexicalComposer key={memoId} initialConfig={{ ...config, editable: !isReadOnly }}>
      <MemoWriting memoId={memoId} isReadOnly={isReadOnly} />
    </LexicalComposer>
  )
}

function MemoWriting({ memoId, isReadOnly }: { memoId: string; isReadOnly: boolean }) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const carets = useRef<HTMLDivElement>(null)
  const isLoaded = useMemoBinding(memoId, carets)

  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const pasted = 'clipboardData' in event ? event.clipboardData?.getData('text/plain') : ''
          const passageId = passageOfUrl(pasted ?? '')
          if (passageId === undefined) return false
          event.preventDefault()
          void insertPassageLink(editor, passageId)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  )

  const openLink = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a') === null) return
    event.preventDefault()
    const passageId = passageAtElement(editor, event.target)
    if (passageId !== undefined) void openPassage(passageId, event.ctrlKey || event.metaKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    // Undo, redo, bold and italic are those of the text, not of the project.
    if (/^[zybi]$/i.test(event.key)) event.stopPropagation()
  }
  const openLinkAtCaret = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    const passageId = passageAtCaret(editor)
    if (passageId === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void openPassage(passageId, event.shiftKey)
  }

  return (
    <>
      {!isReadOnly && <MemoToolbar />}
      <div
        className="memo-sheet"
        aria-busy={!isLoaded}
        onClick={openLink}
        onKeyDown={onKeyDown}
        onKeyDownCapture={openLinkAtCaret}
      >
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="memo-text"
              aria-label={t('memos.text')}
              aria-description={t('memos.textHint')}
              aria-placeholder={t('memos.textPlaceholder')}
              placeholder={<div className="memo-placeholder">{t('memos.textPlaceholder')}</div>}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <ListPlugin />
        <div ref={carets} className="memo-carets" />
      </div>
    </>
  )
}
