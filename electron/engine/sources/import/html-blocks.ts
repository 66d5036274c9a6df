import { defaultTreeAdapter as tree, parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Block, SourceText } from '../../../../shared/text/source-text.ts'
import { createFlow } from './flow.ts'
import type { Flow, Format } from './flow.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export interface HtmlBlocks {
  text: SourceText
  title: string | undefined
  language: string | undefined
  images: number
}

interface Walk {
  flow: Flow
  images: number
  tables: number
  /** What stands for page breaks in the words of the page, if anything does. */
  pageBreaks: RegExp | undefined
  /** Marks of footnotes by the id of the note's element. */
  noteMarks: Map<string, string>
}

interface Place {
  block: Block
  format: Format
  verbatim: boolean
}

const dropped = new Set(
  'script style template noscript iframe object embed svg math canvas audio video head select textarea button'.split(
    ' ',
  ),
)
const blockTags = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)

/**
 * Reads HTML as text. Nothing is run and nothing fetched; only words and their structure are kept.
 * With `pageBreaks`, the two characters of `pageBreakMarks` among the words are page breaks.
 */
export function htmlToBlocks(html: string, pageBreaks?: 'pageBreaks'): HtmlBlocks {
  const document = parse(html)
  const walk: Walk = {
    flow: createFlow(),
    images: 0,
    tables: 0,
    pageBreaks: pageBreaks && /([\u{10FFFC}\u{10FFFD}])/u,
    noteMarks: new Map(),
  }
  collectNoteMarks(document.childNodes, walk.noteMarks)
  const place: Place = { block: { kind: 'paragraph' }, format: {}, verbatim: false }
  walkNodes(document.childNodes, place, walk)
  walk.flow.endParagraph({ kind: 'paragraph' })
  const root = document.childNodes.find((node) => tree.isElementNode(node))
  const title = findElement(document.childNodes, 'title')
  return {
    text: walk.flow.finish(),
    title: title === undefined ? undefined : plainText(title).replace(/\s+/g, ' ').trim(),
    language: root === undefined ? undefined : attribute(root, 'lang'),
    images: walk.images,
  }
}

function walkNodes(nodes: Node[], place: Place, walk: Walk): void {
  for (const node of nodes) {
    if (tree.isTextNode(node)) {
      writeText(node.value, place, walk)
    } else if (tree.isElementNode(node) && !dropped.has(node.tagName))
      walkElement(node, place, walk)
  }
}

/** Characters that no writing system has, put among the words to say where pages break. */
export const pageBreakMarks = { told: '\u{10FFFC}', seen: '\u{10FFFD}' }

function writeText(value: string, place: Place, walk: Walk): void {
  const { flow, pageBreaks } = walk
  if (pageBreaks?.test(value) === true) {
    for (const part of value.split(pageBreaks)) {
      if (part === pageBreakMarks.told) flow.pageBreak('told')
      else if (part === pageBreakMarks.seen) flow.pageBreak('seen')
      else writeText(part, place, walk)
    }
    return
  }
  if (!place.verbatim) {
    flow.write(value.replace(/[ \n\r\f]+/g, ' '), place.format)
    return
  }
  value.split('\n').forEach((line, index) => {
    if (index > 0) flow.endParagraph(place.block)
    flow.write(line, place.format)
  })
}

function walkElement(element: Element, place: Place, walk: Walk): void {
  const tag = element.tagName
  const { flow } = walk
  if (tag === 'img') {
    walk.images += 1
    return
  }
  if (tag === 'br') {
    if (place.block.kind === 'paragraph' || place.block.kind === 'quote') {
      flow.endParagraph(place.block)
    } else flow.write(' ')
    return
  }
  if (tag === 'a' && isBackLink(element)) return
  const mark = tag === 'a' ? noteMarkOf(element, walk.noteMarks) : undefined
  if (mark !== undefined) {
    flow.noteRef(mark)
    return
  }
  if (tag === 'table') {
    flow.endParagraph(place.block)
    walkTable(element, place, walk)
    return
  }
  const note = walk.noteMarks.get(attribute(element, 'id') ?? '')
  if (note !== undefined && blockTags.has(tag)) {
    flow.endParagraph(place.block)
    flow.startNote(note)
    walkNodes(element.childNodes, { ...place, block: { kind: 'footnote' } }, walk)
    flow.endNote()
    return
  }
  if (!blockTags.has(tag)) {
    walkNodes(element.childNodes, { ...place, format: formatWithin(element, place.format) }, walk)
    return
  }
  flow.endParagraph(place.block)
  const block = blockWithin(element, place.block)
  walkNodes(
    element.childNodes,
    { ...place, block, verbatim: place.verbatim || tag === 'pre' },
    walk,
  )
  flow.endParagraph(block)
}

function blockWithin(element: Element, outer: Block): Block {
  const tag = element.tagName
  const heading = /^h([1-6])$/.exec(tag)?.[1]
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) }
  if (tag === 'ul' || tag === 'ol') {
    const level = outer.kind === 'list-item' ? (outer.level ?? 1) + 1 : 1
    return { kind: 'list-item', level, ...(tag === 'ol' && { ordered: true }) }
  }
  if (tag === 'blockquote') return { kind: 'quote' }
  return outer
}

function formatWithin(element: Element, outer: Format): Format {
  const tag = element.tagName
  const style = attribute(element, 'style') ?? ''
  const format = { ...outer }
  if (tag === 'b' || tag === 'strong' || /font-weight:\s*(?:bold|[6-9]00)/i.test(style)) {
    format.bold = true
  }
  if (tag === 'i' || tag === 'em' || /font-style:\s*italic/i.test(style)) format.italic = true
  if (tag === 'u' || /text-decoration:\s*underline/i.test(style)) format.underline = true
  return format
}

function walkTable(table: Element, place: Place, walk: Walk): void {
  walk.tables += 1
  const ordinal = walk.tables
  const rows = (nodes: Node[], inHead: boolean): void => {
    for (const node of nodes) {
      if (!tree.isElementNode(node)) continue
      if (node.tagName === 'tr') {
        const cells = node.childNodes
          .filter((cell) => tree.isElementNode(cell))
          .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
        walk.flow.startRow()
        for (const cell of cells) {
          const inside: Place = { ...place, block: { kind: 'table-row' } }
          walkNodes(cell.childNodes, inside, walk)
          walk.flow.endCell()
        }
        const allHeads = cells.length > 0 && cells.every((cell) => cell.tagName === 'th')
        walk.flow.endRow(ordinal, inHead || allHeads)
      } else if (node.tagName === 'caption') {
        walkNodes(node.childNodes, { ...place, block: { kind: 'paragraph' } }, walk)
        walk.flow.endParagraph({ kind: 'paragraph' })
      } else rows(node.childNodes, inHead || node.tagName === 'thead')
    }
  }
  rows(table.childNodes, false)
}

const noteTarget = /^#(.*(?:footnote|endnote|fn|ftn|edn)[-_:]?\d+.*)$/i

function collectNoteMarks(nodes: Node[], marks: Map<string, string>): void {
  const ids = new Set<string>()
  const links: { target: string; mark: string }[] = []
  const visit = (children: Node[]): void => {
    for (const node of children) {
      if (!tree.isElementNode(node)) continue
      const id = attribute(node, 'id')
      if (id !== undefined && node.tagName !== 'a') ids.add(id)
      const target = noteTarget.exec(attribute(node, 'href') ?? '')?.[1]
      if (node.tagName === 'a' && target !== undefined && !isBackLink(node)) {
        const mark = plainText(node).replace(/[[\]()\s]/g, '')
        if (mark.length > 0 && mark.length <= 4) links.push({ target, mark })
      }
      visit(node.childNodes)
    }
  }
  visit(nodes)
  for (const { target, mark } of links) if (ids.has(target)) marks.set(target, mark)
}

function noteMarkOf(link: Element, marks: Map<string, string>): string | undefined {
  return marks.get((attribute(link, 'href') ?? '').slice(1))
}

function isBackLink(link: Element): boolean {
  const href = attribute(link, 'href') ?? ''
  return (
    /(?:^|\s)footnote-back(?:\s|$)/.test(attribute(link, 'class') ?? '') ||
    /^#.*(?:footnote|endnote)-ref-/.test(href) ||
    /^#(?:fnref|_ftnref|_ednref)/.test(href)
  )
}

function findElement(nodes: Node[], tag: string): Element | undefined {
  for (const node of nodes) {
    if (!tree.isElementNode(node)) continue
    if (node.tagName === tag) return node
    const found = findElement(node.childNodes, tag)
    if (found !== undefined) return found
  }
  return undefined
}

function plainText(element: Element): string {
  return element.childNodes
    .map((node) =>
      tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? plainText(node) : '',
    )
    .join('')
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}
