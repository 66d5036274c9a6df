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
  const settled = replaceElements(
    replaceElements(xml, 'w:pPrChange', () => ''),
    'w:sectPrChange',
    () => '',
  )
  const current = markSections(settled)
    .replace(/<w:br\s[^<>]*\/>/g, (tag) => (/\sw:type="page"/.test(tag) ? told : tag))
    .replace(/<w:lastRenderedPageBreak\s*\/>/g, seen)
  return replaceElements(current, 'w:pPr', (properties) => {
    const style = /<w:pStyle\s+w:val="([^"]*)"/.exec(properties)?.[1]
    const byStyle = style !== undefined && styles.has(style) && !breakOff.test(properties)
    return byStyle || breakBefore.test(properties) ? `${properties}<w:r>${told}</w:r>` : properties
  })
}

/** Kinds of sections that go on where the one before ended. */
const goesOn: ReadonlySet<string> = new Set(['continuous', 'nextColumn'])

/**
 * A break behind the last paragraph of each section after which the next one begins a page. A section's
 * properties stand at its end and say how it begins; the next page is what is meant when they do not.
 */
function markSections(xml: string): string {
  const sections = [...xml.matchAll(/<w:sectPr(?:\s[^<>]*?)?(\/?)>/g)]
  let typesUntil = -1
  const kinds = sections.map(({ index, 1: empty }) => {
    if (empty === '/') return 'nextPage'
    if (typesUntil < index) typesUntil = endOf(xml, '</w:sectPr>', index)
    return /<w:type\s+w:val="([^"]*)"/.exec(xml.slice(index, typesUntil))?.[1] ?? 'nextPage'
  })
  let written = 0
  let marked = ''
  for (const [place, { index }] of sections.entries()) {
    const next = kinds[place + 1]
    if (next === undefined || goesOn.has(next) || index < written) continue
    const end = endOf(xml, '</w:p>', index)
    marked += `${xml.slice(written, end)}<w:p><w:r>${told}</w:r></w:p>`
    written = end
  }
  return marked + xml.slice(written)
}

function endOf(xml: string, endTag: string, from: number): number {
  const at = xml.indexOf(endTag, from)
  return at === -1 ? xml.length : at + endTag.length
}

/** Text boxes are read from the drawing for old programs; some writers leave that drawing out. */
function bringOutTextBoxes(xml: string): string {
  return replaceElements(xml, 'mc:AlternateContent', (whole) => {
    const [choice = '', fallback = ''] = whole.split('<mc:Fallback')
    if (!choice.includes('<w:txbxContent') || fallback.includes('<w:txbxContent')) return whole
    let boxes = ''
    replaceElements(choice, 'w:txbxContent', (box) => {
      boxes += box
      return ''
    })
    return `<w:pict>${boxes}</w:pict>`
  })
}

/** Ids of paragraph styles that begin a page, by themselves or by the style they are based on. */
function stylesThatBreak(xml: string): Set<string> {
  const found = new Set<string>()
  const bases = new Map<string, string>()
  replaceElements(xml, 'w:style', (style) => {
    const id = /\sw:styleId="([^"]*)"/.exec(style)?.[1]
    const base = /<w:basedOn\s+w:val="([^"]*)"/.exec(style)?.[1]
    if (id !== undefined && breakBefore.test(style)) found.add(id)
    if (id !== undefined && base !== undefined && !breakOff.test(style)) bases.set(id, base)
    return style
  })
  for (let round = 0; round < 4; round += 1) {
    for (const [id, base] of bases) if (found.has(base)) found.add(id)
  }
  return found
}

/**
 * The XML with each innermost element of a name replaced. It is gone through once from end tag to
 * end tag, as a pattern for whole elements would take forever on a file made for that.
 */
function replaceElements(xml: string, name: string, replace: (element: string) => string): string {
  const endTag = `</${name}>`
  const parts = xml.split(endTag)
  const last = parts.pop() ?? ''
  const opening = new RegExp(`<${name}[\\s>]`, 'g')
  return `${parts
    .map((part) => {
      let start = -1
      for (const found of part.matchAll(opening)) start = found.index
      if (start < 0) return `${part}${endTag}`
      return `${part.slice(0, start)}${replace(`${part.slice(start)}${endTag}`)}`
    })
    .join('')}${last}`
}
