import { UsageError } from './arguments.ts'
import { agreementOfMatrix } from './agreement-matrix.ts'
import type { Run } from './commands.ts'

export async function agreement(run: Run): Promise<number> {
  const { options, places } = run.args
  const matrix = options.get('matrix')
  if (matrix === undefined) throw new UsageError('“agreement” needs --matrix FILE.json.')
  if (places.length > 1 || options.size > 1) {
    throw new UsageError('--matrix stands alone: the data are all in its file.')
  }
  return agreementOfMatrix(matrix, run.output)
}
