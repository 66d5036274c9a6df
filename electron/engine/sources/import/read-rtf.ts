import iconv from 'iconv-lite'
import { cleanText } from '../../../../shared/text/clean-text.ts'
import type { Block } from '../../../../shared/text/source-text.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure, pause } from './failure.ts'
import { createFlow } from './flow.ts'
import { characters, charsets, unreadGroups } from './rtf-names.ts'
import { commentGroups, RtfComments } from './rtf-comments.ts'
import { outermostGroup, plainParagraph, type Group } from './rtf-group.ts'
import { RtfPages } from './rtf-pages.ts'
import { rtfTokens } from './rtf-tokens.ts'
import type { RtfToken } from './rtf-tokens.ts'

/**
 * Rich Text Format: words, emphasis, footnotes, tables, lists, headings by outline level, page breaks, and
 * comments, which are set aside.
 */
export async function readRtf(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<DraftSource> {
  const rtf = Buffer.from(bytes).toString('latin1')
  const flow = createFlow()
  const fonts = new Map<number, string>()
  const pages = new RtfPages(flow)
  const comments = new RtfComments()
  let group = outermostGroup()
  const outer: Group[] = []
  const headingStyles = new Map<number, number>()
  let style = 0
  let captured = ''
  let defaultPage = 'windows-1252'
  let font = 0
  let toSkip = 0
  let pending: number[] = []
  let wide = ''
  let rowOpen = false
  let tables = 0
  let wasInTable = false
  let notes = 0
  let images = 0
  let count = 0
  let closedRoot = false

  const write = (text: string): void => {
    if (group.skip || group.fontTable || text === '') return
    if (group.capture !== undefined) {
      captured += text
      return
    }
    if (group.inTable && !rowOpen && !group.note) startRow()
    if (!group.note && text.trim() !== '') pages.atWords(group.beginsPage)
    flow.write(cleanText(text).text, group.format)
  }
  const flush = (): void => {
    if (pending.length > 0) {
      const text = iconv.decode(Buffer.from(pending), group.codePage)
      pending = []
      write(text)
    }
    if (wide !== '') {
      const text = wide
      wide = ''
      write(text)
    }
  }
  const startRow = (): void => {
    if (!wasInTable) tables += 1
    wasInTable = true
    rowOpen = true
    flow.startRow()
  }
  const block = (): Block => {
    if (group.note) return { kind: 'footnote' }
    if (group.level !== undefined) return { kind: 'heading', level: Math.min(6, group.level + 1) }
    if (group.listItem) {
      return { kind: 'list-item', level: group.listLevel, ...(group.ordered && { ordered: true }) }
    }
    return { kind: 'paragraph' }
  }
  const endParagraph = (): void => {
    flow.endParagraph(block())
    if (!group.note) pages.endParagraph()
    if (!group.inTable && !group.note) wasInTable = false
  }

  const words: Record<string, (value: number | undefined) => void> = {
    par: endParagraph,
    line: endParagraph,
    sect: () => {
      endParagraph()
      pages.endSection()
    },
    page: () => {
      endParagraph()
      flow.pageBreak('told')
    },
    pagebb: (value) => {
      group.beginsPage = value !== 0
    },
    pard: () => {
      Object.assign(group, plainParagraph)
    },
    plain: () => {
      group.format = {}
    },
    b: (value) => {
      group.format = { ...group.format, bold: value !== 0 }
    },
    i: (value) => {
      group.format = { ...group.format, italic: value !== 0 }
    },
    ul: (value) => {
      group.format = { ...group.format, underline: value !== 0 }
    },
    ulnone: () => {
      group.format = { ...group.format, underline: false }
    },
    v: (value) => {
      group.skip = value !== 0
    },
    intbl: () => {
      group.inTable = true
    },
    trowd: () => {
      group.header = false
    },
    trhdr: () => {
      group.header = true
    },
    cell: () => {
      if (!rowOpen) startRow()
      flow.endCell()
    },
    row: () => {
      if (rowOpen) flow.endRow(tables, group.header)
      rowOpen = false
    },
    outlinelevel: (value) => {
      if (group.capture === undefined)
        group.level = value !== undefined && value < 6 ? value : undefined
    },
    ls: (value) => {
      group.listItem = value !== undefined && value > 0
    },
    pndec: () => {
      group.ordered = true
    },
    ansicpg: (value) => {
      const name = `windows-${String(value ?? 1252)}`
      const page = iconv.encodingExists(name) ? name : `cp${String(value ?? 1252)}`
      if (iconv.encodingExists(page)) defaultPage = page
      group.codePage = defaultPage
    },
    mac: () => {
      defaultPage = 'macintosh'
      group.codePage = defaultPage
    },
    pc: () => {
      defaultPage = 'cp437'
      group.codePage = defaultPage
    },
    f: (value) => {
      font = value ?? 0
      if (!group.fontTable) group.codePage = fonts.get(font) ?? defaultPage
    },
    fcharset: (value) => {
      const page = value === 0 ? defaultPage : charsets[value ?? 0]
      if (group.fontTable && page !== undefined) fonts.set(font, page)
    },
    uc: (value) => {
      group.unicodeSkip = value ?? 1
    },
    fonttbl: () => {
      group.fontTable = true
    },
    footnote: () => {
      if (group.skip) return
      group.note = true
      flow.startNote(String(notes))
    },
    stylesheet: () => {
      group.capture = 'styles'
    },
    listtext: () => {
      group.capture = 'list mark'
      captured = ''
    },
    pntext: () => {
      group.capture = 'list mark'
      captured = ''
    },
    s: (value) => {
      style = value ?? 0
      if (group.capture === 'styles') captured = ''
      else group.level = headingStyles.get(style)
    },
    ilvl: (value) => {
      group.listLevel = 1 + Math.min(5, Math.max(0, value ?? 0))
    },
    chftn: () => {
      if (group.note) return
      notes += 1
      flow.noteRef(String(notes))
    },
    pict: () => {
      images += 1
      group.skip = true
    },
  }

  const take = (token: RtfToken): void => {
    if (token.kind !== 'byte') flushUnless(token)
    switch (token.kind) {
      case 'open':
        toSkip = 0
        outer.push(group)
        group = { ...group, fresh: true }
        return
      case 'close': {
        toSkip = 0
        const before = outer.pop()
        endCapture(before)
        if (group.note && before?.note === false) flow.endNote()
        if (before === undefined) return
        // Paragraph properties are not restored by a group's end in what writers really do.
        const { inTable, level, listItem, listLevel, header, beginsPage } = group
        const ordered = group.capture === 'list mark' ? isNumber(captured) : group.ordered
        group = before
        if (!group.note) Object.assign(group, { header })
        if (!group.skip && !group.note && group.capture === undefined) {
          Object.assign(group, { inTable, level, listItem, listLevel, ordered, beginsPage })
        }
        if (outer.length === 0) closedRoot = true
        return
      }
      case 'byte':
        if (toSkip > 0) toSkip -= 1
        else {
          if (wide !== '') flush()
          pending.push(token.byte)
        }
        return
      case 'text': {
        const text = token.text.slice(Math.min(toSkip, token.text.length))
        toSkip -= token.text.length - text.length
        if (text !== '') {
          flush()
          write(/[\u0080-\u00ff]/.test(text) ? bytesToText(text, group.codePage) : text)
        }
        return
      }
      case 'word':
        takeWord(token.word, token.value)
    }
  }
  /** Surrogate halves come as two `\u` in a row, and bytes of one character likewise. */
  const flushUnless = (token: RtfToken): void => {
    const isUnicode = token.kind === 'word' && (token.word === 'u' || token.word === 'uc')
    const skipsOnly = token.kind === 'text' && toSkip > 0 && token.text.length <= toSkip
    if (!isUnicode && !skipsOnly) flush()
  }
  const endCapture = (before: Group | undefined): void => {
    const { capture } = group
    if ((capture === 'author' || capture === 'comment') && before?.capture !== capture) {
      comments.end(capture, captured)
      captured = ''
    }
    if (group.capture !== 'styles' || before?.capture !== 'styles') return
    const level = /^\s*(?:heading|overskrift)\s+([1-6])/i.exec(captured)?.[1]
    if (level !== undefined) headingStyles.set(style, Number(level) - 1)
    if (/^\s*(?:title|tittel);/i.test(captured)) headingStyles.set(style, 0)
  }
  const takeWord = (word: string, value: number | undefined): void => {
    if (word === 'u') {
      if (pending.length > 0) flush()
      const code = value ?? 0
      wide += String.fromCharCode(code < 0 ? code + 65_536 : code)
      toSkip = group.unicodeSkip
      return
    }
    toSkip = 0
    const comment = group.fresh ? commentGroups.get(word) : undefined
    group.fresh = false
    if (comment !== undefined && outer.at(-1)?.skip === false) {
      Object.assign(group, { skip: false, capture: comment })
      captured = ''
      return
    }
    if (word === '*') {
      group.fresh = true
      group.skip = true
      return
    }
    if (unreadGroups.has(word)) {
      if (word === 'pict' && !group.skip) images += 1
      group.skip = true
      return
    }
    if (group.skip && word !== 'v') return
    const character = Object.hasOwn(characters, word) ? characters[word] : undefined
    if (character !== undefined) write(character)
    else if (group.capture === 'comment' && (word === 'par' || word === 'line')) captured += ' '
    else if (group.capture !== 'comment' && pages.take(word)) return
    else if (Object.hasOwn(words, word) && (group.capture !== 'comment' || formatOnly.has(word)))
      words[word]?.(value)
  }

  for (const token of rtfTokens(rtf)) {
    take(token)
    count += 1
    if (count % 20_000 === 0) await pause(signal)
    if (closedRoot) break
  }
  flush()
  if (!closedRoot && outer.length > 0 && count < 5) {
    throw new ImportFailure('import.broken', { part: 'rtf' })
  }
  if (rowOpen) flow.endRow(tables, false)
  flow.endParagraph(block())
  return {
    format: 'rtf',
    text: flow.finish(),
    setAside: comments.setAside,
    kind: 'document',
    notes: [
      ...(images > 0 ? [{ code: 'images-left-out' as const, count: images }] : []),
      ...(closedRoot ? [] : [{ code: 'damaged-but-read' as const }]),
    ],
  }
}

/** Words that say how those of a comment are to be read. */
const formatOnly: ReadonlySet<string> = new Set(['f', 'uc'])

function isNumber(mark: string): boolean {
  return /[\p{L}\d]/u.test(mark)
}

function bytesToText(text: string, codePage: string): string {
  return iconv.decode(Buffer.from(text, 'latin1'), codePage)
}
