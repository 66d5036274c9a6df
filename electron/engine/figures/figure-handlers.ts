import { carryOut } from '../export/prepared.ts'
import type { CommandHandlers } from '../handlers.ts'
import { prepareMatrix } from './matrix-export.ts'

export const figureCommands: CommandHandlers<'export.matrix'> = {
  'export.matrix': (input, context) =>
    carryOut(context, input, () => prepareMatrix(context.project, context.task(undefined), input)),
}
