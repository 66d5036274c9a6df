import { reflowText } from '../../../../shared/text/reflow.ts'
import { cleanText } from '../../../../shared/text/clean-text.ts'
import { decodeText } from './decode.ts'
import type { Decoded } from './decode.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure } from './failure.ts'
import { htmlToBlocks } from './html-blocks.ts'
import { markdownToText } from './markdown.ts'
import type { ImportNote, ImportOptions } from './types.ts'

export function decodeOrFail(bytes: Uint8Array, options: ImportOptions): Decoded {
  const decoded = decodeText(bytes, options.encoding)
  if (decoded === undefined) throw new ImportFailure('import.notText')
  return decoded
}

export function readPlainText(bytes: Uint8Array, options: ImportOptions): DraftSource {
  const decoded = decodeOrFail(bytes, options)
  const { text, setAside, layout } = reflowText(decoded.text, options.reflow ?? 'auto')
  const reflowed = layout !== 'one-per-paragraph'
  const notes: ImportNote[] = [...decoded.notes]
  if (reflowed) notes.push({ code: 'reflowed', count: text.blocks.length, detail: layout })
  if (text.blocks.length === 1 && text.text.length > 2000) notes.push({ code: 'no-paragraphs' })
  const { encoding } = decoded
  return { format: 'txt', text, setAside, notes, kind: 'document', encoding, reflowed }
}

export function readMarkdown(bytes: Uint8Array, options: ImportOptions): DraftSource {
  const decoded = decodeOrFail(bytes, options)
  const { text, title } = markdownToText(decoded.text)
  return {
    format: 'md',
    text,
    notes: decoded.notes,
    kind: 'document',
    encoding: decoded.encoding,
    ...(title !== undefined && { title }),
  }
}

export function readHtml(bytes: Uint8Array, options: ImportOptions): DraftSource {
  const declared = declaredCharset(bytes)
  const decoded = decodeOrFail(
    bytes,
    declared === undefined || options.encoding !== undefined
      ? options
      : { ...options, encoding: declared },
  )
  const blocks = htmlToBlocks(decoded.text)
  const notes = [...decoded.notes]
  if (blocks.images > 0) notes.push({ code: 'images-left-out', count: blocks.images })
  const language = /^(?:nb|no|nn|en)/i.exec(blocks.language ?? '')?.[0].toLowerCase()
  return {
    format: 'html',
    text: blocks.text,
    notes,
    kind: 'web page',
    encoding: decoded.encoding,
    ...(blocks.title !== undefined && { title: cleanText(blocks.title).text }),
    ...(language === 'nn' && { language }),
    ...(language === 'en' && { language }),
    ...((language === 'nb' || language === 'no') && { language: 'nb' as const }),
  }
}

/** The encoding that a page names, where its bytes are not UTF-8 or UTF-16 by their mark. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const charset = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1]
  if (charset === undefined || /^utf-?(?:8|16)/i.test(charset)) return undefined
  return charset
}
