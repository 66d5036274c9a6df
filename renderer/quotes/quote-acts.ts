import type { CommandInput } from '../../shared/contract/index.ts'
import type { Account } from '../../shared/contract/quotes.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { act, ask, showFailure } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { mayChange } from '../app/read-only.ts'
import { toast } from '../app/toast.ts'
import { typeWhile } from '../app/typing-ahead.ts'
import { closeViews, openView } from '../app/workspace.ts'
import { rangeToCode } from '../reading/reading-acts.ts'
import type { ReadingScene } from '../reading/reading-acts.ts'

const mostAnswers = 100_000

type Taken = CommandInput<'quotes.create'>

/** The key that takes what is in hand as a quote, in texts and in lists. */
export const quoteKey = 'o'

/**
 * Takes passages into the register, and says how many were new and what speaks against quoting
 * them. Places can be widened to their sentence, turn or paragraph.
 */
export async function takeQuotes(
  passages: Taken['passages'],
  unit: Taken['unit'] = 'hit',
): Promise<void> {
  if (passages.length === 0 || !mayChange()) return
  const answer = await act('quotes.create', { passages, unit })
  if (answer === undefined) return
  const { made, overlapping, notVerbatim } = answer
  const there = new Set(answer.quoteIds).size - made
  if (made === 0) {
    toast({
      text: text('quotes.takenAlready', { count: there }),
      action: { label: text('quotes.open'), perform: () => openView({ type: 'quotes' }) },
    })
    return
  }
  const warnings = [
    ...(there > 0 ? [text('quotes.takenThere', { count: there })] : []),
    ...(notVerbatim > 0 ? [text('quotes.takenNotVerbatim')] : []),
    ...(overlapping > 0 ? [text('quotes.takenOverlap')] : []),
  ]
  toastWithUndo(
    text('quotes.taken', { count: made }),
    ...(warnings.length === 0 ? [] : [warnings.join(' ')]),
  )
}

/** Takes all passages that answer a question and still have their words. */
export async function takeAnswers(question: Question): Promise<void> {
  if (!mayChange()) return
  const answer = await ask('analysis.ask', { question, limit: mostAnswers })
  if (!answer.ok) return showFailure(answer.error)
  const placed = answer.value.items.filter(({ state }) => state === 'placed')
  if (placed.length === 0) toast({ text: text('quotes.nothingToTake') })
  await takeQuotes(placed.map(({ id }) => ({ passageId: id })))
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

export async function createAccount(): Promise<void> {
  const account = await typeWhile(text('quotes.account.titleField'), () =>
    act('accounts.create', {}),
  )
  if (account !== undefined) openView({ type: 'account', id: account.id })
}

export async function deleteAccount(account: Account): Promise<void> {
  if ((await act('accounts.delete', { accountIds: [account.id] })) === undefined) return
  closeViews((view) => view.type === 'account' && view.id === account.id)
  toastWithUndo(text('quotes.account.deleted', { title: account.title || text('quotes.untitled') }))
}
