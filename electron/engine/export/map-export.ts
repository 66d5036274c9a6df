import type { CommandHandlers } from '../handlers.ts'
import { mapById } from '../maps/map-handlers.ts'
import { modelOfMap } from '../maps/map-model.ts'
import { Refusal } from '../refusal.ts'
import { mapToFile } from './map-to-file.ts'
import { refuseProject, writeWhole } from './write-whole.ts'

export const mapFileCommands: CommandHandlers<'export.map'> = {
  'export.map': async ({ mapId, format, path, language = 'en', preset }, { project }) => {
    refuseProject(path, project.path)
    const map = mapById(project, mapId)
    const model = modelOfMap(project, map, language, preset)
    if (model.nodes.length === 0) throw new Refusal('map.nothingToDraw', { name: map.name })
    const bytes = await mapToFile(project, mapId, model, format, language)
    writeWhole(path, bytes)
    return { path, bytes: bytes.length, nodes: model.nodes.length, edges: model.edges.length }
  },
}
