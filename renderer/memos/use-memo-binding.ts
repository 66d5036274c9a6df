import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  createUndoManager,
  createYjsBinding,
  syncLexicalUpdateToYjs,
  syncYjsChangesToLexical,
} from '@lexical/yjs'
import type { Provider } from '@lexical/yjs'
import {
  COMMAND_PRIORITY_EDITOR,
  mergeRegister,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  UNDO_COMMAND,
} from 'lexical'
import { useEffect, useState } from 'react'
import { UndoManager } from 'yjs'
import type { Text, Transaction, YEvent } from 'yjs'
import { openMemoDocument } from './memo-document.ts'

/** The binding asks for awareness of others; a memo is written by one person at a time. */
const alone: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    off: () => undefined,
    on: () => undefined,
    setLocalState: () => undefined,
    setLocalStateField: () => undefined,
  },
  connect: () => undefined,
  disconnect: () => undefined,
  off: () => undefined,
  on: () => undefined,
}

/**
 * Binds the editor to the memo's Yjs document by the official binding. Undo and redo while
 * writing are those of the memo. Gives true once the text is there.
 */
export function useMemoBinding(memoId: string): boolean {
  const [editor] = useLexicalComposerContext()
  const [loadedId, setLoadedId] = useState<string | null>(null)

  useEffect(() => {
    const { doc, load, close } = openMemoDocument(memoId)
    const binding = createYjsBinding({ editor, id: memoId, doc, docMap: new Map([[memoId, doc]]) })
    const root = binding.root.getSharedType()
    const undoManager = createUndoManager(binding, root)

    const onTreeChange = (events: Array<YEvent<Text>>, transaction: Transaction) => {
      if (transaction.origin === binding) return
      const isFromUndo = transaction.origin instanceof UndoManager
      syncYjsChangesToLexical(binding, alone, events, isFromUndo)
    }
    // The binding types its events as those of a text; the root is an XmlText, which is one.
    const observer = onTreeChange as Parameters<typeof root.observeDeep>[0]
    root.observeDeep(observer)
    const unregister = mergeRegister(
      editor.registerUpdateListener((update) => {
        if (update.tags.has(SKIP_COLLAB_TAG)) return
        syncLexicalUpdateToYjs(
          binding,
          alone,
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
      if (!isClosed) setLoadedId(memoId)
    })
    return () => {
      isClosed = true
      root.unobserveDeep(observer)
      unregister()
      undoManager.destroy()
      close()
    }
  }, [editor, memoId])

  return loadedId === memoId
}
