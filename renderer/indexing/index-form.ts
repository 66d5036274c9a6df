import type { Failure } from '../../shared/contract/errors.ts'

/** Something that can be chosen by a few letters. */
export interface Choice {
  id: string
  label: string
  /** What kind it is, or what it belongs to. */
  detail?: string
  /** Other names by which it is found. */
  aliases?: readonly string[]
}

/** What stands in a row. */
export interface Answer {
  /** Id of the choice, or the words; empty for none. */
  value: string
  label: string
  /** A thing of this name is to be made. */
  isNew?: boolean
}

export type Answers = Readonly<Record<string, Answer>>

interface RowBase {
  id: string
  label: string
  /** Stands in the row until something else is put there. */
  preset?: Answer | undefined
}

export type Row =
  | (RowBase & {
      /** Found by typing. */
      kind: 'choose'
      choices: readonly Choice[]
      placeholder: string
      /** Given: nothing need be chosen, and this is what nothing is called. */
      none?: string
      makesNew?: boolean
    })
  | (RowBase & {
      /** One of a few, by a letter. */
      kind: 'pick'
      choices: readonly Choice[]
      none?: string
    })
  | (RowBase & { kind: 'words'; placeholder: string; isRequired?: boolean })

/** What a popover asks, row by row, and what it does with the answers. */
export interface IndexForm {
  title: string
  rows: (answers: Answers) => Row[]
  /** A refusal leaves the popover open with all that was typed. */
  submit: (answers: Answers) => Promise<Failure | undefined>
}

export function answerOf(row: Row, answers: Answers): Answer | undefined {
  return answers[row.id] ?? row.preset ?? noneOf(row)
}

function noneOf(row: Row): Answer | undefined {
  if (row.kind === 'words') return row.isRequired === true ? undefined : { value: '', label: '' }
  return row.none === undefined ? undefined : { value: '', label: row.none }
}

/** All answers, with what stands in the rows that were passed over. */
export function completed(rows: readonly Row[], answers: Answers): Answers {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const answer = answerOf(row, answers)
      return answer === undefined ? [] : [[row.id, answer]]
    }),
  )
}

/** The letter that picks each choice: the first one of its words that no choice before has taken. */
export function letters(choices: readonly Choice[]): string[] {
  const taken = new Set<string>()
  return choices.map(({ label }) => {
    const own = [...label.toLocaleLowerCase()].filter((letter) => /\p{L}/u.test(letter))
    const letter = own.find((candidate) => !taken.has(candidate)) ?? ''
    taken.add(letter)
    return letter
  })
}
