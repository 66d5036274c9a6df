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
      verbatim: true,
      note: '',
      order: source.number,
    }),
  )
  edit(`source:${id}`, (doc) => {
    writeBody(doc.getText('body'), text)
    doc.getMap('import').set('setAside', setAside)
  })
}
