import type { ImportErrorCode } from './types.ts'

/** Thrown by readers and turned into a value by `readSource`; never leaves this folder. */
export class ImportFailure extends Error {
  readonly code: ImportErrorCode
  readonly details: Record<string, string | number>

  constructor(code: ImportErrorCode, details: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Lets other work of the process go on, then stops if the import was cancelled. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  if (signal?.aborted === true) throw new ImportFailure('import.cancelled')
}
