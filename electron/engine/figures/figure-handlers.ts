import { carryOut } from '../export/prepared.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { figureData } from './figure-data.ts'
import { prepareFigure } from './figure-export.ts'
import { prepareMatrix } from './matrix-export.ts'

export const figureCommands: CommandHandlers<'export.matrix' | 'export.figure'> = {
  'export.matrix': (input, context) =>
    carryOut(context, input, () => prepareMatrix(context.project, context.task(undefined), input)),
  'export.figure': (input, context) =>
    carryOut(context, input, () => prepareFigure(context.project, context.task(undefined), input)),
}

export const figureQueries: QueryHandlers<'analysis.figure'> = {
  'analysis.figure': ({ figure, language = 'en' }, { project, task }) =>
    figureData(project, task(undefined), figure, language),
}
