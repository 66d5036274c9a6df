import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  createUndoManager,
  createYjsBinding,
  syncCursorPositions,
  syncLexicalUpdateToYjs,
  syncYjsChangesToLexical,
} from '@lexical/yjs'
import {
  $createParagraphNode,
  $getRoot,
  COMMAND_PRIORITY_EDITOR,
  mergeRegister,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  UNDO_COMMAND,
} from 'lexical'
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { UndoManager } from 'yjs'
import type { Text, Transaction, YEvent } from 'yjs'
import { goOnWriting } from '../app/typing-ahead.ts'
import { memoCursors } from './memo-cursors.ts'
import { openMemoDocument, type Written } from './memo-document.ts'
import { writeWholeCharacters } from './whole-characters.ts'

/**
 * Binds the editor to the Yjs document of a memo or an account by the official binding. Undo and redo while
 * writing are those of the memo. In a live session the carets of others stand in `carets`. Gives
 * true once the text is there.
 */
export function useMemoBinding(
  memoId: string,
  carets: RefObject<HTMLElement | null>,
  written: Written = 'memo',
): boolean {
  const [editor] = useLexicalComposerContext()
  const [loadedId, setLoadedId] = useState<string | null>(null)

  useEffect(() => {
    const { doc, load, close } = openMemoDocument(memoId, written)
    const binding = createYjsBinding({ editor, id: memoId, doc, docMap: new Map([[memoId, doc]]) })
    writeWholeCharacters(binding)
    binding.cursorsContainer = carets.current
    const { provider, close: closeCursors } = memoCursors(memoId, editor, () =>
      syncCursorPositions(binding, provider),
    )
    const root = binding.root.getSharedType()
    const undoManager = createUndoManager(binding, root)

    const onTreeChange = (events: Array<YEvent<Text>>, transaction: Transaction) => {
      if (transaction.origin === binding) return
      const isFromUndo = transaction.origin instanceof UndoManager
      syncYjsChangesToLexical(binding, provider, events, isFromUndo)
    }
    // The binding types its events as those of a text; the root is an XmlText, which is one.
    const observer = onTreeChange as Parameters<typeof root.observeDeep>[0]
    root.observeDeep(observer)
    const unregister = mergeRegister(
      editor.registerUpdateListener((update) => {
        if (update.tags.has(SKIP_COLLAB_TAG)) return
        syncLexicalUpdateToYjs(
          binding,
          provider,
          update.prevEditorState,
          update.editorState,
          update.dirtyElements,
          update.dirtyLeaves,
          update.normalizedNodes,
          update.tags,
        )
      }),
      editor.registerCommand(
        UNDO_COMMAND,
        () => {
          undoManager.undo()
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        REDO_COMMAND,
        () => {
          undoManager.redo()
          return true
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    )

    let isClosed = false
    void load().then(() => {
      undoManager.clear()
      if (isClosed) return
      setLoadedId(memoId)
      goOnWriting(memoId, (words) => writeAtEnd(editor, words))
      syncCursorPositions(binding, provider)
    })
    return () => {
      isClosed = true
      root.unobserveDeep(observer)
      unregister()
      closeCursors()
      undoManager.destroy()
      close()
    }
  }, [editor, memoId, carets, written])

  return loadedId === memoId
}

/** Puts the caret at the end of the text, after `words`. */
function writeAtEnd(editor: LexicalEditor, words: string): void {
  editor.getRootElement()?.focus()
  if (words === '') return
  const write = () => {
    const root = $getRoot()
    if (root.isEmpty()) root.append($createParagraphNode())
    root.selectEnd().insertText(words)
  }
  editor.update(write, { discrete: true })
}
