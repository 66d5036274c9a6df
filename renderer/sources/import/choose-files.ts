import { callApp } from '../../app/engine-client.ts'
import { showDialog } from '../../app/dialogs.ts'
import { text } from '../../app/i18n.ts'
import { currentProject } from '../../app/session.ts'

const extensions = ['txt', 'md', 'docx', 'odt', 'rtf', 'html', 'htm', 'pdf', 'srt', 'vtt', 'csv']

export async function chooseFiles(): Promise<string[]> {
  return await callApp('app.chooseFiles', {
    title: text('importing.dialogTitle'),
    multiple: true,
    filters: [
      { name: text('importing.documents'), extensions },
      { name: text('importing.allFiles'), extensions: ['*'] },
    ],
  })
}

/** Asks for files and shows what importing them would give. */
export async function chooseFilesToImport(folderId: string | null): Promise<void> {
  if (currentProject()?.readOnly !== false) return
  const paths = await chooseFiles()
  if (paths.length > 0) showDialog({ type: 'import', paths, folderId })
}
