import { cleanText } from '../../../../shared/text/clean-text.ts'
import type { SetAside } from '../../../../shared/text/source-text.ts'
import { rewrittenDocx } from './docx-xml.ts'
import { ImportFailure } from './failure.ts'
import { htmlToBlocks } from './html-blocks.ts'
import type { DraftSource } from './draft-source.ts'
import { openZip, refuseZipBomb } from './zip-entries.ts'

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Tittel'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Sitat'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  ...[1, 2, 3, 4, 5, 6].map(
    (level) => `p[style-name='Overskrift ${String(level)}'] => h${String(level)}:fresh`,
  ),
  'u => u',
]

export async function readDocx(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<DraftSource> {
  const archive = await openZip(bytes, signal)
  await refuseZipBomb(archive)
  const readable = (await rewrittenDocx(await openZip(bytes, signal))) ?? bytes
  // Loaded when it is needed, so that the program starts sooner.
  const { default: mammoth } = await import('mammoth')
  let images = 0
  const noImages = mammoth.images.imgElement(() => {
    images += 1
    return Promise.resolve({ src: '' })
  })
  const setAside: SetAside[] = []
  let html: string
  try {
    const buffer = Buffer.from(readable.buffer, readable.byteOffset, readable.byteLength)
    const result = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap,
        convertImage: noImages,
        externalFileAccess: false,
        transformDocument: (document: unknown) => {
          setAside.push(...commentsOf(document))
          return document
        },
      },
    )
    html = result.value
  } catch {
    throw new ImportFailure('import.broken', { part: 'word/document.xml' })
  }
  const blocks = htmlToBlocks(cleanText(html).text, 'pageBreaks')
  return {
    format: 'docx',
    text: blocks.text,
    setAside,
    notes: images > 0 ? [{ code: 'images-left-out', count: images }] : [],
    kind: 'document',
  }
}

/** Comments in the margin, with who wrote them; the library gives the document as plain objects. */
function commentsOf(document: unknown): SetAside[] {
  return listAt(document, 'comments').flatMap((comment): SetAside[] => {
    const author = valueAt(comment, 'authorName')
    const words = listAt(comment, 'body').map(wordsOf).join(' ')
    const text = cleanText(words).text.replace(/\s+/g, ' ').trim()
    if (text === '') return []
    const by = typeof author === 'string' && author.trim() !== '' ? `${author.trim()}: ` : ''
    return [{ text: `${by}${text}`, reason: 'comment' }]
  })
}

function wordsOf(node: unknown): string {
  const value = valueAt(node, 'value')
  if (valueAt(node, 'type') === 'tab') return ' '
  if (typeof value === 'string') return value
  return listAt(node, 'children').map(wordsOf).join('')
}

function listAt(node: unknown, key: string): unknown[] {
  const list = valueAt(node, key)
  return Array.isArray(list) ? list : []
}

function valueAt(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined
}
