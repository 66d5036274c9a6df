import { mapToDot, mapToMermaid } from '../../../shared/analysis/map/graph-text.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import type { Size } from '../../../shared/analysis/map/page.ts'
import type { SheetChoice } from '../../../shared/analysis/map/sheets.ts'
import { drawingToSvg } from '../../../shared/analysis/map/svg.ts'
import type { mapFormats } from '../../../shared/contract/tables.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { mapToPdf, svgToPng } from './map-files.ts'
import { mapEdgeTable, mapNodeTable } from './tables/map-tables.ts'
import { titleOf } from './tables/project-title.ts'
import { tablesToFile } from './tables/table-files.ts'

type MapFormat = (typeof mapFormats)[number]

interface ShownMap {
  project: Project
  model: MapModel
  language: Language
  /** How a PDF is put on paper. */
  choice: SheetChoice
}

/**
 * A map as a file: a picture, its tables of nodes and edges, or graph text; a PDF says what it came to.
 * It can be stopped before it is laid out and again before it is drawn.
 */
export async function mapToFile(
  { project, model, language, choice }: ShownMap,
  format: MapFormat,
  task: Task,
): Promise<{ bytes: Uint8Array; pages?: number; points?: number; millimetres?: Size }> {
  const laidOut = async () => {
    await task.reach(0, 2)
    const drawing = layOutMap(model)
    await task.reach(1, 2)
    return drawing
  }
  switch (format) {
    case 'svg':
      return utf8(drawingToSvg(await laidOut(), model))
    case 'pdf':
      return mapToPdf(await laidOut(), model, language, choice)
    case 'png':
      return svgToPng(drawingToSvg(await laidOut(), model))
    case 'dot':
      return utf8(mapToDot(model))
    case 'mermaid':
      return utf8(mapToMermaid(model))
    default: {
      const tables = [mapNodeTable(model, language), mapEdgeTable(model, language)]
      const options = {
        project: titleOf(project),
        title: model.title,
        language,
        exported: project.now(),
      }
      return { bytes: await tablesToFile(tables, format, options, task) }
    }
  }
}

function utf8(text: string): { bytes: Uint8Array } {
  return { bytes: new TextEncoder().encode(text) }
}
