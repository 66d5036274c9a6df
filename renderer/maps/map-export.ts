import type { SheetChoice } from '../../shared/analysis/map/sheets.ts'
import type { ShownPart } from '../../shared/analysis/map/shown.ts'
import { tableFormats, type mapFormats } from '../../shared/contract/tables.ts'
import { currentLanguage, text } from '../app/i18n.ts'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
import type { MenuEntry } from '../ui/index.ts'

type MapFormat = (typeof mapFormats)[number]
type TableFormat = (typeof tableFormats)[number]

/** A map, and which of its processes are seen. */
interface ShownMap {
  mapId: string
  name: string
  shown: ShownPart
}

const extensions: Partial<Record<MapFormat, string>> = { mermaid: 'mmd' }

/** The formats of a map as picture, graph and table. */
export function exportMenu(map: ShownMap, askForPaper: () => void): MenuEntry[] {
  const { mapId, name } = map
  const format = (value: MapFormat): MenuEntry => ({
    label: text(`maps.format_${value}`),
    perform: () => (value === 'pdf' ? askForPaper() : void saveMap(map, value)),
  })
  return [
    { heading: text('maps.asFigure') },
    ...(['svg', 'pdf', 'png', 'docx'] as const).map(format),
    { heading: text('maps.asGraph') },
    ...(['dot', 'mermaid'] as const).map(format),
    ...(['map nodes', 'map edges'] as const).map((table): MenuEntry => ({
      label: text(`institution.table.${table}`),
      items: tableFormats.map((value) => ({
        label: text(`export.format_${value}`),
        perform: () => void saveTable(mapId, name, table, value),
      })),
    })),
  ]
}

/** In millimetres. */
const longSideOfA4 = 297

/** Saves what is shown of a map. */
export function saveMap(
  { mapId, name, shown }: ShownMap,
  format: MapFormat,
  choice?: SheetChoice,
): Promise<void> {
  const part = typeof shown === 'string' ? shown : shown.process
  return saveExport(
    'export.map',
    { mapId, format, language: currentLanguage(), shown: part, ...choice },
    {
      title: text('maps.saveTitle'),
      fileName: fileName(name, text('maps.fileName')),
      extension: extensions[format] ?? format,
      kind: text(`maps.format_${format}`),
      saving: text('maps.saving'),
      saved: ({ millimetres: size }) =>
        size === undefined || Math.max(size.width, size.height) <= longSideOfA4
          ? text('maps.saved')
          : text('maps.savedLarger', {
              width: Math.round(size.width / 10),
              height: Math.round(size.height / 10),
            }),
    },
  )
}

function saveTable(
  mapId: string,
  name: string,
  table: 'map nodes' | 'map edges',
  format: TableFormat,
): Promise<void> {
  const what = text(`institution.table.${table}`)
  return saveExport(
    'export.table',
    { table, format, mapId, language: currentLanguage() },
    {
      title: text('maps.saveTitle'),
      fileName: fileName(`${name} – ${what}`, what),
      extension: format,
      kind: text(`export.format_${format}`),
      saving: text('maps.saving'),
      saved: () => text('maps.saved'),
    },
  )
}
