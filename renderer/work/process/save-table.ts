import { tableFormats } from '../../../shared/contract/tables.ts'
import { currentLanguage, text } from '../../app/i18n.ts'
import { fileName } from '../../export/file-name.ts'
import { saveExport } from '../../export/save-export.ts'
import type { MenuEntry } from '../../ui/index.ts'

type Format = (typeof tableFormats)[number]

/** The step table and the flow table of a process in each format. */
export function saveTableMenu(processId: string, name: string, title: string): MenuEntry[] {
  return (['steps', 'flows'] as const).flatMap((table): MenuEntry[] => [
    { heading: text(`institution.table.${table}`) },
    ...tableFormats.map((format) => ({
      label: text(`export.format_${format}`),
      perform: () => void saveTable(table, format, processId, `${title} ${name}`),
    })),
  ])
}

function saveTable(
  table: 'steps' | 'flows',
  format: Format,
  processId: string,
  name: string,
): Promise<void> {
  return saveExport(
    'export.table',
    { table, format, processId, language: currentLanguage() },
    {
      title: text('work.saveTitle'),
      fileName: fileName(name, text(`institution.table.${table}`)),
      extension: format,
      kind: text(`export.format_${format}`),
      saving: text('export.saving'),
      saved: ({ rows }) => text('work.saved', { count: rows }),
    },
  )
}
