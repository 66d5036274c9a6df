import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Services that carry folders between machines: how their folders are called, and what marks them. */
const services: readonly { name: string; folder: RegExp; marks: readonly string[] }[] = [
  { name: 'OneDrive', folder: /^OneDrive( - .+)?$/i, marks: [] },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i, marks: ['.dropbox', '.dropbox.cache'] },
  { name: 'Nextcloud', folder: /^Nextcloud\d*$/i, marks: ['.nextcloudsync.log'] },
  { name: 'ownCloud', folder: /^ownCloud\d*$/i, marks: ['.owncloudsync.log'] },
  {
    name: 'iCloud',
    folder: /^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)( \(Archive\))?$/i,
    marks: [],
  },
  {
    name: 'Google Drive',
    folder: /^(Google ?Drive|My Drive|Min disk)( \(.+\))?$/i,
    marks: ['.tmp.drivedownload'],
  },
  { name: 'Syncthing', folder: /^Syncthing$/i, marks: ['.stfolder'] },
  { name: 'pCloud', folder: /^pCloud ?(Drive|Sync)$/i, marks: [] },
  { name: 'Box', folder: /^Box( Sync)?$/i, marks: [] },
]

/**
 * The service that seems to carry the folder a file lies in to other machines; null if none does. A
 * database that is open must not lie there: it would be copied in the middle of a change.
 */
export function cloudServiceOf(path: string): string | null {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const name = folder.split(/[\\/]/).at(-1) ?? ''
    const found = services.find(
      (service) =>
        service.folder.test(name) || service.marks.some((mark) => existsSync(join(folder, mark))),
    )
    if (found) return found.name
    if (dirname(folder) === folder) return null
  }
}
