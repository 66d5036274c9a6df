import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import { run } from '../app/engine-client.ts'
import type { Answer } from './index-form.ts'

/** The words an act of indexing is about. */
export interface InHand {
  /** As commands take it: a passage that is there, or a place where one is to be made. */
  at: { passageId: string } | { sourceId: string; start: number; end: number }
  sourceId: string
  start: number
  end: number
  quote: string
  /** Who speaks there; empty if nobody is known. */
  speaker: string
}

/** What an act of indexing came to. */
export interface Outcome {
  said: string
  /** The passage it rests on, as far as it is known. */
  passageId?: string
}

class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Runs a command; a refusal ends the act, to be shown where it was begun. */
export async function must<N extends CommandName>(
  name: N,
  args: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const answer = await run(name, args)
  if (answer.ok) return answer.value
  throw new Refused(answer.error)
}

/** Performs an act; its refusal, if it was refused. */
export async function attempt(does: () => Promise<Outcome>, onDone: (outcome: Outcome) => void) {
  try {
    onDone(await does())
    return undefined
  } catch (problem) {
    if (problem instanceof Refused) return problem.failure
    throw problem
  }
}

/** What was chosen: the id of a thing that is there, or the name of one to be made in the same step. */
export function chosenOrNew(answer: Answer | undefined): { id?: string; name?: string } {
  if (answer === undefined || (answer.value === '' && answer.isNew !== true)) return {}
  return answer.isNew === true ? { name: answer.label } : { id: answer.value }
}
