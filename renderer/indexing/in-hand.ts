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

/** Things made on the way, so that an act that was refused does not make them twice. */
export class MadeOnTheWay {
  private readonly ids = new Map<string, string>()

  /** Id of what was chosen, made first if it is new; undefined for nothing. */
  async idOf(
    answer: Answer | undefined,
    make: (name: string) => Promise<{ id: string }>,
    kind: string,
  ): Promise<string | undefined> {
    if (answer === undefined) return undefined
    if (answer.isNew !== true) return answer.value === '' ? undefined : answer.value
    const key = `${kind} ${answer.label}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const { id } = await make(answer.label)
    this.ids.set(key, id)
    return id
  }
}
