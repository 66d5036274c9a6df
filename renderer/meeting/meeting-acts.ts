import { callApp } from '../app/engine-client.ts'
import { showDialog } from '../app/dialogs.ts'
import { text } from '../app/i18n.ts'

/** How the files are called that carry a project from one to another. */
const bundleEnding = 'bundle'

export function isBundlePath(path: string): boolean {
  return path.toLowerCase().endsWith(`.${bundleEnding}`)
}

export function bundleFilter(): { name: string; extensions: string[] } {
  return { name: text('meeting.share.fileKind'), extensions: [bundleEnding] }
}

/** Asks for a bundle, or another copy of the project, and shows what it would bring. */
export async function chooseToMerge(): Promise<void> {
  const [path] = await callApp('app.chooseFiles', {
    title: text('meeting.merge.chooseTitle'),
    filters: [{ ...bundleFilter(), extensions: [bundleEnding, 'standpoint'] }],
    multiple: false,
  })
  if (path !== undefined) showDialog({ type: 'merge', path })
}
