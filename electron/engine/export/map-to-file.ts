import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import type { mapFormats } from '../../../shared/contract/tables.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Project } from '../project/project.ts'
import { tablesToFile } from './tables/table-files.ts'
import { titleOf } from './tables/project-title.ts'
import { mapEdgeTable, mapNodeTable } from './tables/map-tables.ts'

type MapFormat = (typeof mapFormats)[number]

/** A map as a file: a picture, its tables of nodes and edges, or graph text. */
export async function mapToFile(
  project: Project,
  mapId: string,
  model: MapModel,
  format: MapFormat,
  language: Language,
): Promise<Uint8Array> {
  if (format !== 'docx' && format !== 'xlsx' && format !== 'csv') throw new Error('not yet')
  const tables = [mapNodeTable(project, language, mapId), mapEdgeTable(project, language, mapId)]
  return tablesToFile(tables, format, {
    project: titleOf(project),
    title: model.title,
    language,
    exported: project.now(),
  })
}
