import { SaxesParser } from 'saxes'
import type { SaxesTagPlain } from 'saxes'
import { cleanText } from '../../../../shared/text/clean-text.ts'
import type { Block, SetAside } from '../../../../shared/text/source-text.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure, pause } from './failure.ts'
import { createFlow } from './flow.ts'
import type { Format } from './flow.ts'
import { openZip } from './zip-entries.ts'

/** What the automatic and common styles of the file say, by style name. */
interface Styles {
  formats: Map<string, Format>
  parents: Map<string, string>
  orderedLists: Map<string, boolean>
  /** Whether a page begins with a paragraph of the style, or ends with it. */
  breaks: Map<string, { before?: boolean; after?: boolean }>
}

const skipped = new Set([
  'office:annotation',
  'text:tracked-changes',
  'office:forms',
  'text:sequence-decls',
  'text:note-citation',
  'text:bibliography-source',
  'text:table-of-content-source',
  'svg:title',
  'svg:desc',
])

export async function readOdt(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<DraftSource> {
  const archive = await openZip(bytes, signal)
  const manifest = await archive.read('META-INF/manifest.xml')
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) {
    throw new ImportFailure('import.encrypted', { format: 'odt' })
  }
  const content = await archive.read('content.xml')
  if (content === undefined) throw new ImportFailure('import.broken', { part: 'content.xml' })
  const styles: Styles = {
    formats: new Map(),
    parents: new Map(),
    orderedLists: new Map(),
    breaks: new Map(),
  }
  const common = await archive.read('styles.xml')
  if (common !== undefined) parseXml(common, 'styles.xml', styles)
  await pause(signal)
  const { flow, images, comments } = parseXml(content, 'content.xml', styles)
  return {
    format: 'odt',
    text: flow.finish(),
    kind: 'document',
    setAside: comments.filter(({ text }) => text !== ''),
    notes: images > 0 ? [{ code: 'images-left-out', count: images }] : [],
  }
}

interface Reading {
  flow: ReturnType<typeof createFlow>
  images: number
  comments: SetAside[]
}

function parseXml(bytes: Uint8Array, part: string, styles: Styles): Reading {
  const flow = createFlow()
  const reading: Reading = { flow, images: 0, comments: [] }
  const blocks: Block[] = []
  const formats: Format[] = [{}]
  const lists: boolean[] = []
  let inBody = false
  let skipDepth = 0
  let tables = 0
  const openTables: number[] = []
  let headerRows = 0
  let styleName = ''
  let listStyle = ''
  let citation: string | undefined
  let noteId = 0
  let inNote = 0
  let broken = false
  let skippedTag = ''
  let inComment = false
  const pagesEnd: boolean[] = []
  const parser = new SaxesParser()
  const current = (): Format => formats[formats.length - 1] ?? {}
  const block = (): Block => blocks[blocks.length - 1] ?? { kind: 'paragraph' }

  const open: Record<string, (tag: SaxesTagPlain) => void> = {
    'style:style': (tag) => {
      styleName = tag.attributes['style:name'] ?? ''
      const parent = tag.attributes['style:parent-style-name']
      if (parent !== undefined) styles.parents.set(styleName, parent)
      // A paragraph that goes over to another layout of the page begins one.
      if (tag.attributes['style:master-page-name']) styles.breaks.set(styleName, { before: true })
    },
    'style:paragraph-properties': (tag) => {
      if (styleName === '') return
      const known = styles.breaks.get(styleName)
      styles.breaks.set(styleName, { ...known, ...breaksFrom(tag.attributes) })
    },
    'style:text-properties': (tag) => {
      if (styleName !== '') styles.formats.set(styleName, formatFrom(tag.attributes))
    },
    'text:list-style': (tag) => {
      listStyle = tag.attributes['style:name'] ?? ''
    },
    'text:list-level-style-number': (tag) => {
      if (tag.attributes['text:level'] === '1') styles.orderedLists.set(listStyle, true)
    },
    'office:body': () => {
      inBody = true
    },
    'text:h': (tag) => {
      const level = Number(tag.attributes['text:outline-level'] ?? '1')
      openParagraph({ kind: 'heading', level: Math.min(6, Math.max(1, level || 1)) }, tag)
    },
    'text:p': (tag) => {
      openParagraph(paragraphKind(tag.attributes['text:style-name'] ?? '', lists, styles), tag)
    },
    'text:span': (tag) => {
      formats.push({ ...current(), ...formatOfStyle(tag.attributes['text:style-name'], styles) })
    },
    'text:s': (tag) => {
      flow.write(' '.repeat(Math.min(200, Number(tag.attributes['text:c'] ?? '1') || 1)), current())
    },
    'text:tab': () => {
      flow.write('\t', current())
    },
    'text:soft-page-break': () => {
      flow.pageBreak('seen')
    },
    'text:line-break': () => {
      if (block().kind === 'paragraph' || block().kind === 'quote') flow.endParagraph(block())
      else flow.write(' ')
    },
    'text:list': (tag) => {
      const own = tag.attributes['text:style-name']
      const outer = lists[lists.length - 1] ?? false
      lists.push(own === undefined ? outer : (styles.orderedLists.get(own) ?? false))
    },
    'table:table': () => {
      tables += 1
      openTables.push(tables)
    },
    'table:table-header-rows': () => {
      headerRows += 1
    },
    'table:table-row': () => {
      flow.startRow()
    },
    'text:note': () => {
      citation = ''
      noteId += 1
    },
    'text:note-body': () => {
      const mark = citation?.trim() === '' ? undefined : citation?.trim()
      flow.noteRef(mark ?? String(noteId))
      flow.startNote(mark ?? String(noteId))
      inNote += 1
    },
    'draw:image': () => {
      reading.images += 1
    },
  }
  const close: Record<string, () => void> = {
    'style:style': () => {
      styleName = ''
    },
    'office:body': () => {
      inBody = false
    },
    'text:h': closeParagraph,
    'text:p': closeParagraph,
    'text:span': () => {
      if (formats.length > 1) formats.pop()
    },
    'text:list': () => {
      lists.pop()
    },
    'table:table': () => {
      openTables.pop()
    },
    'table:table-header-rows': () => {
      headerRows -= 1
    },
    'table:table-cell': () => {
      flow.endCell()
    },
    'table:table-row': () => {
      flow.endRow(openTables[openTables.length - 1] ?? 1, headerRows > 0)
    },
    'text:note-body': () => {
      flow.endNote()
      inNote -= 1
      citation = undefined
    },
  }

  function openParagraph(next: Block, tag: SaxesTagPlain): void {
    if (blocks.length > 0 && inNote === 0) flow.endParagraph(block())
    blocks.push(inNote > 0 ? { kind: 'footnote' } : next)
    const style = tag.attributes['text:style-name']
    formats.push(formatOfStyle(style, styles))
    if (breakOfStyle(style, 'before', styles)) flow.pageBreak('told')
    pagesEnd.push(breakOfStyle(style, 'after', styles))
  }

  function closeParagraph(): void {
    flow.endParagraph(block())
    if (pagesEnd.pop() === true) flow.pageBreak('told')
    blocks.pop()
    if (formats.length > 1) formats.pop()
  }

  /** Who wrote it comes first, then when, then the words. */
  function addToComment(text: string): void {
    const comment = reading.comments[reading.comments.length - 1]
    const words = cleanText(text).text.replace(/\s+/g, ' ').trim()
    if (comment === undefined || words === '' || skippedTag === 'dc:date') return
    if (skippedTag.endsWith('initials')) return
    if (skippedTag === 'dc:creator') comment.text = `${words}:`
    else comment.text = `${comment.text} ${words}`.trim()
  }

  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', () => {
    broken = true
  })
  parser.on('opentag', (tag) => {
    if (tag.name === 'office:annotation') {
      inComment = true
      reading.comments.push({ text: '', reason: 'comment' })
    }
    skippedTag = tag.name
    if (skipDepth > 0 || skipped.has(tag.name)) skipDepth += 1
    else open[tag.name]?.(tag)
    if (tag.name === 'text:note-citation') citation = ''
  })
  parser.on('closetag', (tag) => {
    if (tag.name === 'office:annotation') inComment = false
    if (skipDepth > 0) skipDepth -= 1
    else close[tag.name]?.()
  })
  parser.on('text', (text) => {
    if (skipDepth > 0) {
      if (citation !== undefined && inNote === 0) citation += text
      if (inComment) addToComment(text)
    } else if (inBody && blocks.length > 0) {
      flow.write(cleanText(text).text.replace(/[ \n\t\f]+/g, ' '), current())
    }
  })
  const xml = new TextDecoder('utf-8').decode(bytes)
  for (let at = 0; at < xml.length && !broken; at += 65_536)
    parser.write(xml.slice(at, at + 65_536))
  if (!broken) parser.close()
  if (broken) throw new ImportFailure('import.broken', { part })
  return reading
}

function paragraphKind(style: string, lists: boolean[], styles: Styles): Block {
  if (lists.length > 0) {
    const ordered = lists[lists.length - 1] === true
    return { kind: 'list-item', level: Math.min(6, lists.length), ...(ordered && { ordered }) }
  }
  let name: string | undefined = style
  for (let depth = 0; name !== undefined && depth < 8; depth += 1) {
    if (/^(?:Quotations|Block_20_Quotation|Quote)/i.test(name)) return { kind: 'quote' }
    if (name === 'Title') return { kind: 'heading', level: 1 }
    if (name === 'Subtitle') return { kind: 'heading', level: 2 }
    name = styles.parents.get(name)
  }
  return { kind: 'paragraph' }
}

function formatOfStyle(style: string | undefined, styles: Styles): Format {
  let name = style
  let format: Format = {}
  for (let depth = 0; name !== undefined && depth < 8; depth += 1) {
    if (/^(?:Heading|Title|Subtitle)/.test(name)) break
    format = { ...styles.formats.get(name), ...format }
    name = styles.parents.get(name)
  }
  return format
}

function breakOfStyle(
  style: string | undefined,
  side: 'before' | 'after',
  styles: Styles,
): boolean {
  let name = style
  for (let depth = 0; name !== undefined && depth < 8; depth += 1) {
    const found = styles.breaks.get(name)?.[side]
    if (found !== undefined) return found
    name = styles.parents.get(name)
  }
  return false
}

function breaksFrom(attributes: Record<string, string>): { before?: boolean; after?: boolean } {
  const before = attributes['fo:break-before']
  const after = attributes['fo:break-after']
  return {
    ...(before !== undefined && { before: before === 'page' }),
    ...(after !== undefined && { after: after === 'page' }),
  }
}

function formatFrom(attributes: Record<string, string>): Format {
  const format: Format = {}
  const weight = attributes['fo:font-weight']
  if (weight !== undefined) format.bold = weight === 'bold' || Number(weight) >= 600
  const style = attributes['fo:font-style']
  if (style !== undefined) format.italic = style === 'italic' || style === 'oblique'
  const underline = attributes['style:text-underline-style']
  if (underline !== undefined) format.underline = underline !== 'none'
  return format
}
