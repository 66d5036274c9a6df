import { masked } from '../../../shared/analysis/leaks/mask.ts'
import { shownPart } from '../../../shared/analysis/map/shown.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import type { CommandHandlers } from '../handlers.ts'
import { mapById } from '../maps/map-handlers.ts'
import { modelOfMap } from '../maps/map-model.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { leavingOfMap } from './leaving.ts'
import { mapToFile } from './map-to-file.ts'
import { carryOut, type Prepared } from './prepared.ts'

interface MapAnswer {
  nodes: number
  edges: number
  pages?: number
  points?: number
  millimetres?: { width: number; height: number }
}

export const mapFileCommands: CommandHandlers<'export.map'> = {
  'export.map': (input, context) =>
    carryOut(context, input, () => prepareMap(context.project, input)),
}

export function prepareMap(
  project: Project,
  {
    mapId,
    format,
    language = 'en',
    preset,
    shown = 'over',
    masks,
    ...onPaper
  }: CommandInput<'export.map'>,
): Prepared<MapAnswer> {
  const { paper = 'A4', sheets = 'auto' } = onPaper
  const map = mapById(project, mapId)
  const part = shown === 'over' || shown === 'apart' ? shown : { process: shown }
  if (typeof part !== 'string' && !map.processIds.includes(part.process))
    throw new Refusal('thing.notFound', { id: part.process, type: 'process' })
  const whole = modelOfMap(project, map, language, preset)
  // In a table every step has a row of its own, also where one box stands for several of them.
  const isTable = format === 'docx' || format === 'xlsx' || format === 'csv'
  const model = masked(isTable && part === 'over' ? whole : shownPart(whole, part), masks)
  if (model.nodes.length === 0) throw new Refusal('map.nothingToDraw', { name: map.name })
  return {
    label: map.name,
    leaving: leavingOfMap(model),
    toFile: async (task) => {
      const choice = { paper, sheets }
      const { bytes, ...printed } = await mapToFile(
        { project, model, language, choice },
        format,
        task,
      )
      const answer = { ...printed, nodes: model.nodes.length, edges: model.edges.length }
      return { bytes, answer }
    },
  }
}
