/** Dealing passages out one by one: for each, where it goes; undefined is not yet seen. */
export interface DealState {
  /** Index of the passage that is being looked at; the length of the list when all are seen. */
  at: number
  /** Target by passage: an index in the targets, or null to leave it. */
  choices: ReadonlyArray<number | null>
}

export const dealBegin: DealState = { at: 0, choices: [] }

/** Keys of the targets in their order: digits first, then letters. */
export const dealKeys = '123456789abcdefghijklmnopqrstuvwxyz'

export function deal(state: DealState, choice: number | null): DealState {
  return { at: state.at + 1, choices: state.choices.toSpliced(state.at, 1, choice) }
}

export function dealBack(state: DealState): DealState {
  return { ...state, at: Math.max(0, state.at - 1) }
}

/** The state when a target is taken away: what was dealt to it has to be dealt again. */
export function withoutTarget(state: DealState, target: number): DealState {
  const choices = state.choices.map((choice) => {
    if (choice === null || choice === target) return null
    return choice > target ? choice - 1 : choice
  })
  const first = state.choices.indexOf(target)
  return { at: first < 0 ? state.at : Math.min(state.at, first), choices }
}

/** Which target a key means; undefined when it means none. */
export function targetByKey(key: string, targets: number): number | undefined {
  const index = key.length === 1 ? dealKeys.indexOf(key.toLowerCase()) : -1
  return index >= 0 && index < targets ? index : undefined
}

/** Places of the passages that will change their code, with the target of each. */
export function dealt(state: DealState): Array<{ passage: number; target: number }> {
  return state.choices.flatMap((target, passage) =>
    target === null || target === undefined ? [] : [{ passage, target }],
  )
}
