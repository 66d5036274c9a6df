import type { HolderKind } from '../../../shared/model/kinds.ts'
import { showDialog } from '../../app/dialogs.ts'
import { callApp } from '../../app/engine-client.ts'
import { text } from '../../app/i18n.ts'

/** Asks for a table, and shows what it would give before anything is taken in. */
export async function chooseTable(of: HolderKind): Promise<void> {
  const [path] = await callApp('app.chooseFiles', {
    title: text('people.importTitle'),
    filters: [{ name: text('people.tables'), extensions: ['csv', 'xlsx'] }],
  })
  if (path !== undefined) showDialog({ type: 'importTable', of, path })
}
