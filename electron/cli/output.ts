import type { Failure, Result } from '../../shared/contract/errors.ts'

/** Where a command line writes; standard output and error unless a test looks on. */
export interface Output {
  json: boolean
  line: (text: string) => void
  problem: (text: string) => void
  /** Whether nobody reads the answers any more, as after `| head`. */
  isCutOff: () => boolean
}

/** A refusal that ends the command, exit code 1. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.error)
}

/** One line that a terminal shows as it is: what is in a project must not steer the terminal. */
export function oneLine(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value ?? '')
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ')
}

/** A list for people: columns aligned, cut to a width that fits a terminal. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.min(60, Math.max(widths[column] ?? 0, cell.length))
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        const cut = cell.length > width ? `${cell.slice(0, width - 1).toWellFormed()}…` : cell
        return column === row.length - 1 ? cut : cut.padEnd(width)
      })
      .join('  '),
  )
}
