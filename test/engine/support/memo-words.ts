import * as Y from 'yjs'
import type { TestEngine } from './project.ts'

/** Changes a memo as the window does: what was done to the blocks of its text is handed over as an update. */
export async function editMemo(
  engine: Pick<TestEngine, 'get' | 'do'>,
  memoId: string,
  change: (blocks: Y.XmlText[], root: Y.XmlText) => void,
): Promise<void> {
  const doc = new Y.Doc()
  const { update } = await engine.get('memos.state', { memoId })
  Y.applyUpdate(doc, Buffer.from(String(update), 'base64'))
  const before = Y.encodeStateVector(doc)
  const root = doc.get('root', Y.XmlText)
  const blocks = (root.toDelta() as { insert: unknown }[])
    .map(({ insert }) => insert)
    .filter((insert): insert is Y.XmlText => insert instanceof Y.XmlText)
  doc.transact(() => change(blocks, root))
  const made = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await engine.do('memos.write', { memoId, update: made })
}
