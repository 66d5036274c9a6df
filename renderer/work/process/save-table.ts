import { tableFormats } from '../../../shared/contract/tables.ts'
import { act, callApp } from '../../app/engine-client.ts'
import { currentLanguage, text } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import { showTask } from '../../app/work.ts'
import { fileName } from '../../export/file-name.ts'
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

async function saveTable(
  table: 'steps' | 'flows',
  format: Format,
  processId: string,
  name: string,
): Promise<void> {
  const path = await callApp('app.chooseSave', {
    title: text('work.saveTitle'),
    defaultName: `${fileName(name, text(`institution.table.${table}`))}.${format}`,
    filters: [{ name: text(`export.format_${format}`), extensions: [format] }],
  })
  if (path === null) return
  const args = { table, format, path, processId, language: currentLanguage() }
  const saved = await showTask(text('export.saving'), (task) =>
    act('export.table', { ...args, task }),
  )
  if (saved === undefined) return
  toast({
    text: text('work.saved', { count: saved.rows }),
    hint: saved.path,
    action: {
      label: text('work.showInFolder'),
      perform: () => void callApp('app.showInFolder', { path: saved.path }),
    },
  })
}
