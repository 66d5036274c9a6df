import type * as Y from 'yjs'
import type { Code } from '../../../shared/model/entities.ts'
import type { Project } from '../project/project.ts'

/** What has to be known of the other codes where one is made or named. */
export interface KnownCode extends Pick<Code, 'id' | 'name' | 'parentId' | 'order' | 'kind'> {
  /** The name as it is compared. */
  folded?: string
}

/** Two codes under one parent may not differ by case alone. */
export function foldName(name: string): string {
  return name.toLocaleLowerCase('nb')
}

type CodesById = Map<string, KnownCode>

const known = new WeakMap<Y.Doc, CodesById>()

/**
 * All living codes, followed from change to change, so that making one does not read all the others
 * again. A code whose parent is gone stands at the top. The answer is only good until the next change.
 */
export function knownCodes(project: Project): KnownCode[] {
  const codes = followed(project.documents.get('project'))
  return [...codes.values()].map((code) =>
    code.parentId === null || codes.has(code.parentId) ? code : { ...code, parentId: null },
  )
}

function followed(doc: Y.Doc): CodesById {
  const before = known.get(doc)
  if (before) return before
  const map = doc.getMap<Y.Map<unknown>>('codes')
  const codes: CodesById = new Map()
  for (const id of map.keys()) read(map, codes, id)
  map.observeDeep((events) => {
    for (const event of events) {
      const [id] = event.path
      if (typeof id === 'string') read(map, codes, id)
      else for (const key of event.changes.keys.keys()) read(map, codes, key)
    }
  })
  known.set(doc, codes)
  return codes
}

function read(map: Y.Map<Y.Map<unknown>>, codes: CodesById, id: string): void {
  const entry = map.get(id)
  if (!entry || entry.get('deleted') === true) {
    codes.delete(id)
    return
  }
  const name = String(entry.get('name') ?? '')
  const parentId = entry.get('parentId')
  codes.set(id, {
    id,
    name,
    folded: foldName(name),
    parentId: typeof parentId === 'string' ? parentId : null,
    order: Number(entry.get('order') ?? 0),
    kind: entry.get('kind') as Code['kind'],
  })
}
