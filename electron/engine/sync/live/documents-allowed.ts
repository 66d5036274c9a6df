import type { Project } from '../../project/project.ts'
import { withheldFrom } from '../withheld.ts'

/** Where the things are listed that have a document of their own. */
const mapOfDocuments: Readonly<Record<string, 'sources' | 'memos' | 'accounts'>> = {
  source: 'sources',
  memo: 'memos',
  account: 'accounts',
}

/** Why a document is not served. */
export type NotServed = 'unknownDocument' | 'withheldDocument'

/**
 * Whether a document may be opened by somebody else: `project`, the text of a source, memo, account or layer that
 * the project knows of, and nothing that is withheld (S8, S9, V3). Null if it may.
 */
export function notServed(project: Project, name: string): NotServed | null {
  if (name === 'project') return null
  const [type, id = '', more] = name.split(':')
  if (type === 'layer') {
    const round = project.map('rounds').get(id)
    const analysts = round?.toJSON().analystIds as unknown
    if (!Array.isArray(analysts) || !analysts.includes(more)) return 'unknownDocument'
    return withheldFrom(project).document(name) ? 'withheldDocument' : null
  }
  const map = type === undefined ? undefined : mapOfDocuments[type]
  if (more !== undefined || map === undefined || !project.map(map).has(id)) return 'unknownDocument'
  return withheldFrom(project).document(name) ? 'withheldDocument' : null
}

/** Layers that have become everybody's, as their round is closed. */
export function openLayers(project: Project): Set<string> {
  const isWithheld = withheldFrom(project)
  return new Set(project.log.documents('layer').filter((name) => !isWithheld.document(name)))
}

/** Whether a source of the project was imported from this file. */
export function isOriginal(project: Project, hash: string): boolean {
  return (
    project.db
      .prepare(
        `SELECT 1 FROM entities WHERE kind = 'sources' AND json_extract(data, '$.blob') = ? LIMIT 1`,
      )
      .get(hash) !== undefined
  )
}
