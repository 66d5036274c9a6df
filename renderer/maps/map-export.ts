import type { SheetChoice } from '../../shared/analysis/map/sheets.ts'
import type { ShownPart } from '../../shared/analysis/map/shown.ts'
import { tableFormats, type mapFormats } from '../../shared/contract/tables.ts'
import { act, callApp } from '../app/engine-client.ts'
import { currentLanguage, text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { fileName } from '../export/file-name.ts'
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

/** Saves what is shown of a map. */
export async function saveMap(
  { mapId, name, shown }: ShownMap,
  format: MapFormat,
  choice?: SheetChoice,
): Promise<void> {
  const extension = extensions[format] ?? format
  const path = await callApp('app.chooseSave', {
    title: text('maps.saveTitle'),
    defaultName: `${fileName(name, text('maps.fileName'))}.${extension}`,
    filters: [{ name: text(`maps.format_${format}`), extensions: [extension] }],
  })
  if (path === null) return
  const part = typeof shown === 'string' ? shown : shown.process
  const args = { mapId, format, path, language: currentLanguage(), shown: part, ...choice }
  const saved = await showTask(text('maps.saving'), (task) => act('export.map', { ...args, task }))
  if (saved !== undefined) tell(saved.path)
}

async function saveTable(
  mapId: string,
  name: string,
  table: 'map nodes' | 'map edges',
  format: TableFormat,
): Promise<void> {
  const what = text(`institution.table.${table}`)
  const path = await callApp('app.chooseSave', {
    title: text('maps.saveTitle'),
    defaultName: `${fileName(`${name} – ${what}`, what)}.${format}`,
    filters: [{ name: text(`export.format_${format}`), extensions: [format] }],
  })
  if (path === null) return
  const args = { table, format, path, mapId, language: currentLanguage() }
  const saved = await showTask(text('maps.saving'), (task) =>
    act('export.table', { ...args, task }),
  )
  if (saved !== undefined) tell(saved.path)
}

function tell(path: string): void {
  toast({
    text: text('maps.saved'),
    hint: path,
    action: {
      label: text('maps.showInFolder'),
      perform: () => void callApp('app.showInFolder', { path }),
    },
  })
}
