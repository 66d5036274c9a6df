import type { Failure, Result } from '../../shared/contract/errors.ts'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../shared/contract/index.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { invoke } from './bridge.ts'
import { currentLanguage } from './i18n.ts'
import { toast } from './toast.ts'

export { callApp, onEvent, pathForFile } from './bridge.ts'
export { useQuery } from './query-cache.ts'
export type { QueryState, Topic } from './query-cache.ts'

/** Runs a command and shows nothing. */
export async function run<N extends CommandName>(
  name: N,
  args: CommandInput<N>,
): Promise<Result<CommandOutput<N>>> {
  return (await invoke(name, args)) as Result<CommandOutput<N>>
}

/** Runs a command; a refusal is shown as a toast and gives `undefined`. */
export async function act<N extends CommandName>(
  name: N,
  args: CommandInput<N>,
): Promise<CommandOutput<N> | undefined> {
  const answer = await run(name, args)
  if (answer.ok) return answer.value
  showFailure(answer.error)
  return undefined
}

export async function ask<N extends QueryName>(
  name: N,
  args: QueryInput<N>,
): Promise<Result<QueryOutput<N>>> {
  return (await invoke(name, args)) as Result<QueryOutput<N>>
}

/** Shows a refusal in the reader's language. */
export function showFailure(failure: Failure): void {
  const text = failureText(currentLanguage(), failure)
  const isAskedFor = failure.code === 'task.cancelled'
  toast({ text: text.message, hint: text.hint, tone: isAskedFor ? 'info' : 'error' })
}
