import type { CommandInput, CommandOutput, QueryInput } from '../../shared/contract/index.ts'
import { act, callApp } from '../app/engine-client.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { askAboutLeaks } from '../leaks/ask-about-leaks.ts'

type ExportName = Exclude<QueryInput<'leaks.check'>['command'], 'reports.make'>

interface Wanted<N extends ExportName> {
  /** Of the dialog that asks where to save. */
  title: string
  fileName: string
  extension: string
  /** What files of the kind are called. */
  kind: string
  /** Said in the status bar meanwhile. */
  saving: string
  /** Said when it is done. */
  saved: (answer: CommandOutput<N>) => string
}

/**
 * Saves an export where the reader chooses, after she has decided about what could tell who somebody
 * is. Gives nothing when she thought better of it or it was refused, which is said.
 */
export async function saveExport<N extends ExportName>(
  command: N,
  input: Omit<CommandInput<N>, 'path' | 'task' | 'masks'>,
  { title, fileName, extension, kind, saving, saved }: Wanted<N>,
): Promise<void> {
  const masks = await askAboutLeaks({ command, input })
  if (masks === null) return
  const path = await callApp('app.chooseSave', {
    title,
    defaultName: `${fileName}.${extension}`,
    filters: [{ name: kind, extensions: [extension] }],
  })
  if (path === null) return
  const answer = await showTask(saving, (task) =>
    act(command, { ...input, path, task, masks } as CommandInput<N>),
  )
  if (answer === undefined) return
  toast({
    text: saved(answer),
    hint: path,
    action: {
      label: text('export.showInFolder'),
      perform: () => void callApp('app.showInFolder', { path }),
    },
  })
}
