import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'
import { memoPlainText } from '../memos/memo-text.ts'

/** What stands in an account besides words: it is read from the project whenever it is shown. */
export interface AccountPart {
  type: 'quotation' | 'table' | 'map'
  /** Of the quote or map; the name of a table. */
  id: string
}

/** Types of nodes in the rich text, and the field of each that says what it shows. */
export const partNodes = {
  quotation: { type: 'quotation', field: '__quoteId' },
  'inline-quotation': { type: 'quotation', field: '__quoteId' },
  'project-table': { type: 'table', field: '__table' },
  'project-map': { type: 'map', field: '__mapId' },
} as const

/** Puts a quotation behind everything else. */
export function appendQuotation(doc: Y.Doc, quoteId: string): void {
  const element = new Y.XmlElement()
  element.setAttribute('__type', 'quotation')
  element.setAttribute('__quoteId', quoteId)
  const root = doc.get('root', Y.XmlText)
  root.insertEmbed(root.length, element)
}

export function accountParts(doc: Y.Doc): AccountPart[] {
  return partsIn(doc.get('root', Y.XmlText))
}

/** Keeps the rows of an account in step with its document. */
export function projectAccount(db: Database, id: string, doc: Y.Doc): void {
  if (doc.get('root', Y.XmlText).length === 0) {
    eraseAccount(db, id)
    return
  }
  db.prepare('INSERT OR REPLACE INTO account_texts VALUES (?, ?, ?)').run(
    id,
    memoPlainText(doc),
    JSON.stringify(accountParts(doc)),
  )
}

export function eraseAccount(db: Database, id: string): void {
  db.prepare('DELETE FROM account_texts WHERE account_id = ?').run(id)
}

function partsIn(block: Y.XmlText): AccountPart[] {
  return (block.toDelta() as { insert: unknown }[]).flatMap(({ insert }) => {
    if (insert instanceof Y.XmlText) return partsIn(insert)
    if (!(insert instanceof Y.XmlElement)) return []
    const node = partNodes[insert.getAttribute('__type') as keyof typeof partNodes] as
      (typeof partNodes)[keyof typeof partNodes] | undefined
    const id: unknown = node && insert.getAttribute(node.field)
    return node && typeof id === 'string' ? [{ type: node.type, id }] : []
  })
}
