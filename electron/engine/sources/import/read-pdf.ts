import { cleanText } from '../../../../shared/text/clean-text.ts'
import { takeOutFurniture } from '../../../../shared/text/page-furniture.ts'
import { paragraphsFromLines, runsOfLine } from '../../../../shared/text/paragraphs-from-lines.ts'
import { createTextBuilder } from '../../../../shared/text/text-builder.ts'
import type { Block, SourceText } from '../../../../shared/text/source-text.ts'
import type { TextLine } from '../../../../shared/text/text-lines.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure, pause } from './failure.ts'
import { linesOfPdfPages } from './pdf-lines.ts'
import { fontLooks } from './pdf-fonts.ts'
import type { FontLook } from './pdf-fonts.ts'
import type { PdfPiece } from './pdf-placed.ts'
import type { ImportNote, ImportOptions } from './types.ts'

/** The words of a PDF: visual lines by their position, then paragraphs. Nothing is fetched or run. */
export async function readPdf(
  bytes: Uint8Array,
  options: ImportOptions,
  signal: AbortSignal | undefined,
): Promise<DraftSource> {
  const { getDocument } = await loadPdfLibrary()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // For the names of fonts, which tell bold from italic.
    fontExtraProperties: true,
    disableAutoFetch: true,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const labels = await document.getPageLabels()
    const pages: { label: string; pieces: PdfPiece[] }[] = []
    const looks = new Map<string, FontLook>()
    let empty = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      await pause(signal)
      const page = await document.getPage(number)
      const content = await page.getTextContent({ includeMarkedContent: false })
      await fontLooks(page, Object.keys(content.styles), looks)
      const pieces: PdfPiece[] = []
      for (const item of content.items) {
        if (!('str' in item)) continue
        const transform: unknown[] = item.transform
        const [, , , , x, y] = transform
        pieces.push({
          text: cleanText(item.str).text.replace(/[\n\f]/g, ' '),
          x: Number(x),
          y: Number(y),
          width: item.width,
          height: item.height,
          endsLine: item.hasEOL,
          ...looks.get(item.fontName),
        })
      }
      if (pieces.every((piece) => piece.text.trim() === '')) empty += 1
      pages.push({ label: labels?.[number - 1] || String(number), pieces })
      page.cleanup()
    }
    if (empty === pages.length) throw new ImportFailure('import.noText', { pages: pages.length })
    return draftFromPages(pages, empty, options)
  } catch (error) {
    throw failureFrom(error)
  } finally {
    await task.destroy()
  }
}

function draftFromPages(
  pages: { label: string; pieces: PdfPiece[] }[],
  empty: number,
  options: ImportOptions,
): DraftSource {
  const notes: ImportNote[] = empty > 0 ? [{ code: 'pages-without-text', count: empty }] : []
  const found = takeOutFurniture(linesOfPdfPages(pages))
  const reflowed = options.reflow !== 'off'
  const text = reflowed ? paragraphsFromLines(found.lines) : paragraphPerLine(found.lines)
  if (reflowed) notes.push({ code: 'reflowed', count: text.blocks.length, detail: 'pdf' })
  return { format: 'pdf', text, setAside: found.setAside, kind: 'document', reflowed, notes }
}

function paragraphPerLine(lines: TextLine[]): SourceText {
  const builder = createTextBuilder()
  for (const line of lines) {
    const { table, header, note } = line
    const block: Block =
      table !== undefined
        ? { kind: 'table-row', table, ...(header === true && { header }) }
        : note !== undefined
          ? { kind: 'footnote', note }
          : { kind: 'paragraph' }
    builder.addBlock(block, runsOfLine(line))
  }
  return builder.finish()
}

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/**
 * The library is big and rarely needed, so it is loaded on first use. Its worker runs in this
 * process, found through the global that the library looks for, so that a bundle needs no path.
 */
async function loadPdfLibrary(): Promise<PdfLibrary> {
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function failureFrom(error: unknown): ImportFailure {
  if (error instanceof ImportFailure) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new ImportFailure('import.encrypted', { format: 'pdf' })
  return new ImportFailure('import.broken', { part: 'pdf' })
}
