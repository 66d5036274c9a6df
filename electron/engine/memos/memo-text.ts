import * as Y from 'yjs'

/**
 * A memo's rich text as the official Yjs binding of Lexical keeps it: a root `Y.XmlText` whose
 * embedded `Y.XmlText`s are blocks; inside a block a `Y.Map` announces each text node, and its
 * characters follow as a string.
 */
export function memoPlainText(doc: Y.Doc): string {
  return blockText(doc.get('root', Y.XmlText)).replace(/\n+$/, '')
}

/** Puts plain text into an empty memo, one paragraph a line. */
export function seedMemo(doc: Y.Doc, text: string): void {
  const root = doc.get('root', Y.XmlText)
  let at = root.length
  for (const line of text.split('\n')) {
    const paragraph = new Y.XmlText()
    for (const [name, value] of Object.entries(paragraphProperties)) {
      paragraph.setAttribute(name, value as unknown as string)
    }
    if (line !== '') writeAtBeginning(paragraph, line)
    root.insertEmbed(at, paragraph)
    at += 1
  }
}

/** The block in which a position is, if it is still there. */
export function blockAt(doc: Y.Doc, position: string): Y.XmlText | null {
  const relative = Y.decodeRelativePosition(Buffer.from(position, 'base64'))
  const block = Y.createAbsolutePositionFromRelativePosition(relative, doc, false)?.type
  return block instanceof Y.XmlText && block._item?.deleted === false ? block : null
}

/** The letters of a block, and where in it each stands: nodes of text and line breaks have places too. */
export function lettersOf(block: Y.XmlText): { present: string; letters: number[] } {
  let present = ''
  const letters: number[] = []
  let at = 0
  for (const { insert } of block.toDelta() as { insert: unknown }[]) {
    const words = typeof insert === 'string' ? insert : ''
    for (let letter = 0; letter < words.length; letter++) letters.push(at + letter)
    present += words
    at += typeof insert === 'string' ? insert.length : 1
  }
  return { present, letters }
}

/** In a text node of its own. */
export function writeAtBeginning(block: Y.XmlText, words: string): void {
  if (words === '') return
  block.insertEmbed(0, new Y.Map<unknown>(Object.entries(textProperties)))
  block.insert(1, words)
}

const paragraphProperties = {
  __type: 'paragraph',
  __format: 0,
  __style: '',
  __indent: 0,
  __dir: null,
  __textFormat: 0,
  __textStyle: '',
}

const textProperties = { __type: 'text', __format: 0, __style: '', __mode: 0, __detail: 0 }

function blockText(block: Y.XmlText): string {
  let text = ''
  for (const op of block.toDelta() as { insert: unknown }[]) {
    if (typeof op.insert === 'string') text += op.insert
    else if (op.insert instanceof Y.XmlText) {
      const inner = blockText(op.insert)
      text += isInline(op.insert) ? inner : `${inner}\n`
    } else if (op.insert instanceof Y.Map && op.insert.get('__type') === 'linebreak') text += '\n'
  }
  return text
}

function isInline(element: Y.XmlText): boolean {
  const type: unknown = element.getAttribute('__type')
  return type === 'link' || type === 'autolink'
}
