import * as Y from 'yjs'
import { isSpreadKey } from '../project/collections.ts'
import type { Project } from '../project/project.ts'

/** A quote of a withdrawn source: that there was one, so that an account can say so. */
const unsaid = { text: '', edits: [], translation: '', note: '' }

/** Takes the values and participants of a source away, and it and its passages out of all cases; its quotes keep no words. */
export function takeOutOfStudy(project: Project, doc: Y.Doc, sourceId: string): void {
  const source = doc.getMap<Y.Map<unknown>>('sources').get(sourceId)
  for (const key of [...(source?.keys() ?? [])])
    if (isSpreadKey('sources', key)) source?.delete(key)
  const passages = project.source(sourceId).getMap('passages')
  for (const each of doc.getMap<Y.Map<unknown>>('cases').values()) {
    deleteKeys(each.get('sourceIds'), (id) => id === sourceId)
    deleteKeys(each.get('passageIds'), (id) => passages.has(id))
  }
  for (const quote of doc.getMap<Y.Map<unknown>>('quotes').values()) {
    if (quote.get('sourceId') !== sourceId) continue
    for (const [field, empty] of Object.entries(unsaid))
      if (String(quote.get(field) ?? '') !== '') quote.set(field, empty)
  }
}

function deleteKeys(members: unknown, isGone: (key: string) => boolean): void {
  if (!(members instanceof Y.Map)) return
  for (const key of [...members.keys()]) if (isGone(key)) members.delete(key)
}
