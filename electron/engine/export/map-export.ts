import { shownPart } from '../../../shared/analysis/map/shown.ts'
import type { CommandHandlers } from '../handlers.ts'
import { mapById } from '../maps/map-handlers.ts'
import { modelOfMap } from '../maps/map-model.ts'
import { Refusal } from '../refusal.ts'
import { mapToFile } from './map-to-file.ts'
import { refuseProject, writeWhole } from './write-whole.ts'

export const mapFileCommands: CommandHandlers<'export.map'> = {
  'export.map': async (
    { mapId, format, path, language = 'en', preset, shown = 'over', task: name, ...onPaper },
    context,
  ) => {
    const { project } = context
    const task = context.task(name)
    const { paper = 'A4', sheets = 'auto' } = onPaper
    refuseProject(path, project.path)
    await task.reach(0, 0)
    const map = mapById(project, mapId)
    const part = shown === 'over' || shown === 'apart' ? shown : { process: shown }
    if (typeof part !== 'string' && !map.processIds.includes(part.process))
      throw new Refusal('thing.notFound', { id: part.process, type: 'process' })
    const model = shownPart(modelOfMap(project, map, language, preset), part)
    if (model.nodes.length === 0) throw new Refusal('map.nothingToDraw', { name: map.name })
    const choice = { paper, sheets }
    const made = await mapToFile({ project, model, language, choice }, format, task)
    await task.reach(1, 1)
    writeWhole(path, made.bytes)
    const [nodes, edges] = [model.nodes.length, model.edges.length]
    return { ...made, path, bytes: made.bytes.length, nodes, edges }
  },
}
