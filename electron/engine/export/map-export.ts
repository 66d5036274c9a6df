import type { CommandHandlers } from '../handlers.ts'
import { mapById } from '../maps/map-handlers.ts'
import { modelOfMap } from '../maps/map-model.ts'
import { Refusal } from '../refusal.ts'
import { mapToFile } from './map-to-file.ts'
import { refuseProject, writeWhole } from './write-whole.ts'

export const mapFileCommands: CommandHandlers<'export.map'> = {
  'export.map': async ({ mapId, format, path, language = 'en', preset, task: name }, context) => {
    const { project } = context
    const task = context.task(name)
    refuseProject(path, project.path)
    await task.reach(0, 0)
    const map = mapById(project, mapId)
    const model = modelOfMap(project, map, language, preset)
    if (model.nodes.length === 0) throw new Refusal('map.nothingToDraw', { name: map.name })
    const bytes = await mapToFile({ project, mapId, model, language }, format, task)
    await task.reach(1, 1)
    writeWhole(path, bytes)
    return { path, bytes: bytes.length, nodes: model.nodes.length, edges: model.edges.length }
  },
}
