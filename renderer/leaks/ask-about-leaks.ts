import type { CommandInput, QueryInput } from '../../shared/contract/index.ts'
import { showDialog } from '../app/dialogs.ts'
import { ask, showFailure } from '../app/engine-client.ts'

export type Export = QueryInput<'leaks.check'>
export type Masks = NonNullable<CommandInput<'export.table'>['masks']>

/**
 * Shows what in an export could tell who somebody is, if anything does, and waits for the choices.
 * Gives the words to replace, or null when nothing shall leave.
 */
export async function askAboutLeaks(what: Export): Promise<Masks | null> {
  const answer = await ask('leaks.check', what)
  if (!answer.ok) {
    showFailure(answer.error)
    return null
  }
  if (answer.value.items.length === 0) return []
  return new Promise((resolve) => showDialog({ type: 'leaks', of: what, onDecided: resolve }))
}
