import { createHash } from 'node:crypto'
import type { Source } from '../../../shared/model/entities.ts'
import type { SourceKind } from '../../../shared/model/kinds.ts'
import type { SetAside, SourceText } from '../../../shared/text/source-text.ts'
import { createEntity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { writeBody } from './body.ts'

export interface NewSource {
  id: string
  title: string
  kind: SourceKind
  language: Source['language']
  folderId: string | null
  format: string
  fileName: string
  blob: string | null
  number: number
  text: SourceText
  setAside: SetAside[]
}

/** Keeps the original file byte for byte under its SHA-256; inside the transaction of a change. */
export function keepOriginal(project: Project, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  project.db.prepare('INSERT OR IGNORE INTO blobs VALUES (?, ?)').run(hash, bytes)
  return hash
}

export function originalByHash(project: Project, hash: string): Uint8Array | null {
  return (
    project.db
      .prepare<[string], Uint8Array>('SELECT bytes FROM blobs WHERE hash = ?')
      .pluck()
      .get(hash) ?? null
  )
}

/** How far sources that were moved to the end are ahead of the numbers, so that a new one stands last. */
function orderAhead(project: Project): number {
  const highest = project.db
    .prepare<[], { place: number | null; number: number | null }>(
      `SELECT max(json_extract(data, '$.order')) place, max(json_extract(data, '$.number')) number
       FROM entities WHERE kind = 'sources'`,
    )
    .get()
  return Math.max(0, Math.ceil((highest?.place ?? 0) - (highest?.number ?? 0)))
}

/** Writes a source: its entry in the project and its own document. */
export function storeSource(project: Project, edit: Edit, source: NewSource): void {
  const { id, text, setAside, ...fields } = source
  edit('project', (doc) =>
    createEntity(project, doc, 'sources', id, {
      ...fields,
      level: source.kind === 'boss text' ? 'text' : 'entry',
      date: '',
      place: '',
      dataEvent: '',
      consent: '',
      deleteBy: '',
      verbatim: true,
      note: '',
      order: source.number + orderAhead(project),
    }),
  )
  edit(`source:${id}`, (doc) => {
    writeBody(doc.getText('body'), text)
    doc.getMap('import').set('setAside', setAside)
  })
}
