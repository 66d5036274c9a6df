import { applyUpdate, Doc, mergeUpdates } from 'yjs'
import { ask, onEvent, run, showFailure } from '../app/engine-client.ts'
import { base64ToBytes, bytesToBase64 } from './base64.ts'

const fromEngine = Symbol('engine')
const collectFor = 300

/** What is kept as rich text in a document of its own. */
export type Written = 'memo' | 'account'

export interface MemoDocument {
  doc: Doc
  /** Fetches the state; call it once everything listens to `doc`. False when the memo is gone. */
  load: () => Promise<boolean>
  /** Sends what has been written and lets go of the document. */
  close: () => void
}

/**
 * The Yjs document of a memo or an account, kept in step with the engine: what is written here is sent in batches of
 * at most 300 ms, what changed there (undo, another window) is fetched and merged.
 */
export function openMemoDocument(memoId: string, written: Written = 'memo'): MemoDocument {
  const doc = new Doc()
  let pending: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async () => {
    clearTimeout(timer)
    timer = undefined
    if (pending.length === 0) return
    const update = mergeUpdates(pending)
    pending = []
    const bytes = bytesToBase64(update)
    const answer =
      written === 'memo'
        ? await run('memos.write', { memoId, update: bytes })
        : await run('accounts.write', { accountId: memoId, update: bytes })
    if (answer.ok) return
    pending.unshift(update)
    showFailure(answer.error)
  }

  const fetchState = async (): Promise<boolean> => {
    const answer =
      written === 'memo'
        ? await ask('memos.state', { memoId })
        : await ask('accounts.state', { accountId: memoId })
    if (answer.ok) applyUpdate(doc, base64ToBytes(answer.value.update), fromEngine)
    return answer.ok
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === fromEngine) return
    pending.push(update)
    timer ??= setTimeout(() => void send(), collectFor)
  })
  const unsubscribe = onEvent('project.changed', ({ memoIds }) => {
    if (memoIds.includes(memoId)) void fetchState()
  })
  const sendNow = () => void send()
  window.addEventListener('pagehide', sendNow)

  return {
    doc,
    load: fetchState,
    close: () => {
      unsubscribe()
      window.removeEventListener('pagehide', sendNow)
      sendNow()
    },
  }
}
