import { remoteOrigin, type Documents } from '../project/documents.ts'
import { noteAnchors, type Anchors } from './restored-anchors.ts'

/**
 * To be called when changes of others were applied: passages that came may stand on words that were taken
 * away and brought back here before they were known, of which only this device can tell.
 */
export function noteReceivedAnchors(documents: Documents): void {
  for (const { name, doc, keys } of documents.changing()) {
    const passages = doc.getMap<Anchors & { sourceId?: string }>('passages')
    const came = [...(keys.get('passages') ?? [])].flatMap((id) => passages.get(id) ?? [])
    if (name.startsWith('source:')) noteAnchors(doc, came, remoteOrigin)
    if (!name.startsWith('layer:')) continue
    for (const [sourceId, records] of Map.groupBy(came, (record) => record.sourceId ?? ''))
      noteAnchors(documents.get(`source:${sourceId}`), records, remoteOrigin)
  }
}
