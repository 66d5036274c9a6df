import type { CommandInput } from '../../shared/contract/index.ts'
import type { Account } from '../../shared/contract/quotes.ts'
import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { closeViews, openView } from '../app/workspace.ts'
import { rangeToCode } from '../reading/reading-acts.ts'
import type { ReadingScene } from '../reading/reading-acts.ts'

/** Takes passages into the register, and says at once what speaks against quoting them. */
export async function takeQuotes(
  passages: CommandInput<'quotes.create'>['passages'],
): Promise<void> {
  const answer = await act('quotes.create', { passages })
  if (answer === undefined) return
  const { made, overlapping, notVerbatim } = answer
  if (made === 0) {
    toast({
      text: text('quotes.takenAlready'),
      action: { label: text('quotes.open'), perform: () => openView({ type: 'quotes' }) },
    })
    return
  }
  const warnings = [
    ...(notVerbatim > 0 ? [text('quotes.takenNotVerbatim')] : []),
    ...(overlapping > 0 ? [text('quotes.takenOverlap')] : []),
  ]
  toastWithUndo(
    text('quotes.taken', { count: made }),
    ...(warnings.length === 0 ? [] : [warnings.join(' ')]),
  )
}

/** The selection, the passage in hand, or the sentence at the caret becomes a quote. */
export function takeQuote(scene: ReadingScene): void {
  const range = rangeToCode(scene)
  if (range === undefined) toast({ text: text('reading.noSelection') })
  else void takeQuotes([{ sourceId: scene.source.sourceId, start: range.start, end: range.end }])
}

export async function deleteQuote(quoteId: string): Promise<void> {
  if ((await act('quotes.delete', { quoteIds: [quoteId] })) !== undefined)
    toastWithUndo(text('quotes.deleted'))
}

/** Puts a quote at the end of an account; says when it stood there before. */
export async function quoteInAccount(account: Account, quoteId: string): Promise<void> {
  const isThere = account.quoteIds.includes(quoteId)
  const answer = await act('accounts.quote', { accountId: account.id, quoteId })
  if (answer === undefined) return
  toastWithUndo(
    text('quotes.addedTo', { title: account.title || text('quotes.untitled') }),
    ...(isThere ? [text('quotes.usedTwice')] : []),
  )
}

let begunId: string | null = null

export async function createAccount(): Promise<void> {
  const account = await act('accounts.create', {})
  if (account === undefined) return
  begunId = account.id
  openView({ type: 'account', id: account.id })
}

/** Whether this account has just been made, and its page shall take the caret; true only once. */
export function takeBegunAccount(accountId: string): boolean {
  const isBegun = begunId === accountId
  if (isBegun) begunId = null
  return isBegun
}

export async function deleteAccount(account: Account): Promise<void> {
  if ((await act('accounts.delete', { accountIds: [account.id] })) === undefined) return
  closeViews((view) => view.type === 'account' && view.id === account.id)
  toastWithUndo(text('quotes.account.deleted', { title: account.title || text('quotes.untitled') }))
}
