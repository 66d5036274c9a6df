import { zipSync } from 'fflate'
import { pageBreakMarks } from './html-blocks.ts'
import type { ZipArchive } from './zip-entries.ts'

const told = `<w:t>${pageBreakMarks.told}</w:t>`
const seen = `<w:t>${pageBreakMarks.seen}</w:t>`
const breakBefore = /<w:pageBreakBefore(?:\s+w:val="(?:1|true|on)")?\s*\/>/
const breakOff = /<w:pageBreakBefore\s+w:val="(?:0|false|off)"\s*\/>/

/**
 * A Word file with its page breaks written as characters among the words and its text boxes where the
 * library that reads it sees them, since it would leave both out. Pictures are left out, as nothing
 * reads them. Undefined if there is nothing to rewrite, so that the file can be read as it is.
 */
export async function rewrittenDocx(archive: ZipArchive): Promise<Uint8Array | undefined> {
  const before = xmlOf(await archive.read('word/document.xml'))
  const styles = stylesThatBreak(xmlOf(await archive.read('word/styles.xml')))
  const after = bringOutTextBoxes(markPageBreaks(before, styles))
  if (after === before) return undefined
  const entries: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    if (name.startsWith('word/media/')) continue
    entries[name] = (await archive.read(name)) ?? new Uint8Array()
  }
  entries['word/document.xml'] = new TextEncoder().encode(after)
  return zipSync(entries, { level: 0 })
}

function xmlOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

function markPageBreaks(xml: string, styles: Set<string>): string {
  return xml
    .replace(/<w:pPrChange\b[^>]*>[\s\S]*?<\/w:pPrChange>/g, '')
    .replace(/<w:br\b[^>]*\bw:type="page"[^>]*\/>/g, told)
    .replace(/<w:lastRenderedPageBreak\s*\/>/g, seen)
    .replace(/<w:pPr>[\s\S]*?<\/w:pPr>/g, (properties) => {
      const style = /<w:pStyle\s+w:val="([^"]*)"/.exec(properties)?.[1]
      const byStyle = style !== undefined && styles.has(style) && !breakOff.test(properties)
      return byStyle || breakBefore.test(properties)
        ? `${properties}<w:r>${told}</w:r>`
        : properties
    })
}

/** Text boxes are read from the drawing for old programs; some writers leave that drawing out. */
function bringOutTextBoxes(xml: string): string {
  return xml.replace(
    /<mc:AlternateContent>((?:(?!<mc:AlternateContent>)[\s\S])*?)<\/mc:AlternateContent>/g,
    (whole, inside: string) => {
      const [choice = '', fallback = ''] = inside.split('<mc:Fallback')
      const boxes = choice.match(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g)
      if (boxes === null || fallback.includes('<w:txbxContent')) return whole
      return `<w:pict>${boxes.join('')}</w:pict>`
    },
  )
}

/** Ids of paragraph styles that begin a page, by themselves or by the style they are based on. */
function stylesThatBreak(xml: string): Set<string> {
  const found = new Set<string>()
  const bases = new Map<string, string>()
  for (const [style, id] of xml.matchAll(
    /<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>[\s\S]*?<\/w:style>/g,
  )) {
    if (id === undefined) continue
    if (breakBefore.test(style)) found.add(id)
    const base = /<w:basedOn\s+w:val="([^"]*)"/.exec(style)?.[1]
    if (base !== undefined && !breakOff.test(style)) bases.set(id, base)
  }
  for (let round = 0; round < 4; round += 1) {
    for (const [id, base] of bases) if (found.has(base)) found.add(id)
  }
  return found
}
