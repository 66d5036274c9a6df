import * as Y from 'yjs'
import { cleanLine, cleanText } from '../codebook/clean.ts'
import type { AccountBlock, Run } from './account-model.ts'

/** Fills in what stands in an account besides words. */
export interface Filling {
  quotation: (quoteId: string) => AccountBlock
  /** One that stands in a sentence. */
  inline: (quoteId: string, isBare: boolean) => Run
  table: (name: string) => AccountBlock
  map: (mapId: string) => AccountBlock
}

/** The blocks of an account's rich text as the Yjs binding of Lexical keeps it. */
export function readAccount(doc: Y.Doc, filling: Filling): AccountBlock[] {
  const blocks: AccountBlock[] = []
  let lists = 0
  for (const { insert } of deltaOf(doc.get('root', Y.XmlText))) {
    if (insert instanceof Y.XmlElement) {
      const part = partOf(insert, filling)
      if (part) blocks.push(part)
    } else if (insert instanceof Y.XmlText) {
      if (typeOf(insert) === 'list') {
        lists += 1
        blocks.push(...itemsOf(insert, 0, lists, filling))
      } else blocks.push(...blockOf(insert, filling))
    }
  }
  return blocks
}

function blockOf(element: Y.XmlText, filling: Filling): AccountBlock[] {
  const runs = runsOf(element, filling)
  // A quotation that was put into a line of its own words stands behind it.
  const parts = deltaOf(element).flatMap(({ insert }) => {
    const part = insert instanceof Y.XmlElement ? partOf(insert, filling) : null
    return part ? [part] : []
  })
  switch (typeOf(element)) {
    case 'heading': {
      const level = Number(/^h([1-6])$/u.exec(attribute(element, '__tag'))?.[1] ?? 1)
      return [{ type: 'heading', level: level === 1 ? 1 : level === 2 ? 2 : 3, runs }, ...parts]
    }
    case 'quote':
      return [{ type: 'quote', runs }, ...parts]
    default:
      return runs.length === 0 ? parts : [{ type: 'paragraph', runs }, ...parts]
  }
}

function itemsOf(list: Y.XmlText, depth: number, number: number, filling: Filling): AccountBlock[] {
  const ordered = attribute(list, '__listType') === 'number'
  return deltaOf(list).flatMap(({ insert }): AccountBlock[] => {
    if (!(insert instanceof Y.XmlText)) return []
    const inner = deltaOf(insert).flatMap(({ insert: child }) =>
      child instanceof Y.XmlText && typeOf(child) === 'list'
        ? itemsOf(child, depth + 1, number, filling)
        : [],
    )
    const runs = runsOf(insert, filling)
    return [
      ...(runs.length === 0 ? [] : [{ type: 'item', ordered, depth, list: number, runs } as const]),
      ...inner,
    ]
  })
}

/** A map before characters announces a text node and says how they look. */
function runsOf(element: Y.XmlText, filling: Filling): Run[] {
  const runs: Run[] = []
  let format = 0
  for (const { insert } of deltaOf(element)) {
    if (typeof insert === 'string') {
      const text = cleanText(insert)
      if (text !== '')
        runs.push({ type: 'text', text, bold: (format & 1) !== 0, italic: (format & 2) !== 0 })
    } else if (insert instanceof Y.Map) {
      if (insert.get('__type') === 'linebreak') runs.push({ type: 'break' })
      else format = Number(insert.get('__format') ?? 0)
    } else if (insert instanceof Y.XmlText) {
      if (typeOf(insert) !== 'list') runs.push(...runsOf(insert, filling))
    } else if (insert instanceof Y.XmlElement) {
      const run = inlineOf(insert, filling)
      if (run) runs.push(run)
    }
  }
  return runs
}

function inlineOf(element: Y.XmlElement, filling: Filling): Run | null {
  const type = attribute(element, '__type')
  if (type === 'inline-quotation')
    return filling.inline(attribute(element, '__quoteId'), attribute(element, '__bare') === 'yes')
  const text = type === 'footnote' ? cleanLine(attribute(element, '__text')) : ''
  return text === '' ? null : { type: 'footnote', text }
}

function partOf(element: Y.XmlElement, filling: Filling): AccountBlock | null {
  switch (attribute(element, '__type')) {
    case 'quotation':
      return filling.quotation(attribute(element, '__quoteId'))
    case 'project-table':
      return filling.table(attribute(element, '__table'))
    case 'project-map':
      return filling.map(attribute(element, '__mapId'))
    default:
      return null
  }
}

function deltaOf(element: Y.XmlText): { insert: unknown }[] {
  return element.toDelta() as { insert: unknown }[]
}

function typeOf(element: Y.XmlText): string {
  return attribute(element, '__type')
}

function attribute(element: Y.XmlText | Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name)
  return typeof value === 'string' ? value : ''
}
