import { mapToDot, mapToMermaid } from '../../../shared/analysis/map/graph-text.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { drawingToSvg } from '../../../shared/analysis/map/svg.ts'
import type { mapFormats } from '../../../shared/contract/tables.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Project } from '../project/project.ts'
import { mapToPdf, svgToPng } from './map-files.ts'
import { mapEdgeTable, mapNodeTable } from './tables/map-tables.ts'
import { titleOf } from './tables/project-title.ts'
import { tablesToFile } from './tables/table-files.ts'

type MapFormat = (typeof mapFormats)[number]

/** A map as a file: a picture, its tables of nodes and edges, or graph text. */
export async function mapToFile(
  project: Project,
  mapId: string,
  model: MapModel,
  format: MapFormat,
  language: Language,
): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return utf8(drawingToSvg(layOutMap(model), model))
    case 'pdf':
      return mapToPdf(layOutMap(model), model, language)
    case 'png':
      return svgToPng(drawingToSvg(layOutMap(model), model))
    case 'dot':
      return utf8(mapToDot(model))
    case 'mermaid':
      return utf8(mapToMermaid(model))
    case 'docx':
    case 'xlsx':
    case 'csv': {
      const tables = [
        mapNodeTable(project, language, mapId),
        mapEdgeTable(project, language, mapId),
      ]
      return tablesToFile(tables, format, {
        project: titleOf(project),
        title: model.title,
        language,
        exported: project.now(),
      })
    }
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
