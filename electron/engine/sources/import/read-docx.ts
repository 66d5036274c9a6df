import mammoth from 'mammoth'
import { cleanText } from '../../../../shared/text/clean-text.ts'
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
  await refuseZipBomb(await openZip(bytes, signal))
  let images = 0
  const noImages = mammoth.images.imgElement(() => {
    images += 1
    return Promise.resolve({ src: '' })
  })
  let html: string
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const result = await mammoth.convertToHtml(
      { buffer },
      { styleMap, convertImage: noImages, externalFileAccess: false },
    )
    html = result.value
  } catch {
    throw new ImportFailure('import.broken', { part: 'word/document.xml' })
  }
  const blocks = htmlToBlocks(cleanText(html).text)
  return {
    format: 'docx',
    text: blocks.text,
    notes: images > 0 ? [{ code: 'images-left-out', count: images }] : [],
    kind: 'document',
  }
}
