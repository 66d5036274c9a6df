import { SaxesParser } from 'saxes'
import type { CodebookFileNotes } from './codebook-file-notes.ts'
import {
  codebookFileFailure,
  type CodebookFileCode,
  type CodebookFileFailure,
  type CodebookFileSet,
  type CodesRead,
} from './codebook-file-types.ts'
import { hexToHue } from './code-colour.ts'
import { kindByWord, statusByWord } from './codebook-words.ts'
import { descriptionToFields } from './description-labels.ts'
import { textToGuid } from './guid.ts'

const DEEPEST = 200
const MOST_CODES = 100_000

interface OpenElement {
  name: string
  /** Set for a Code that is kept, also for the nearest Code around a skipped one. */
  code?: number
}

interface Reading {
  codes: CodebookFileCode[]
  descriptions: Map<number, string>
  sets: { name: string; members: string[] }[]
  origin: string
}

class NotACodebook extends Error {}

/**
 * Reads a REFI-QDA codebook. Prefixes and namespaces are not looked at: programs write several
 * drafts' names. Entities other than XML's own five are an error, so a file can neither grow
 * (`<!ENTITY`) nor reach out.
 */
export function qdcToCodes(text: string, notes: CodebookFileNotes): CodesRead {
  const read = parseQdc(text.replace(/^[\uFEFF\s]+/, ''), notes)
  if ('ok' in read) return read
  const indexByGuid = new Map<string, number>()
  read.codes.forEach((code, index) => {
    if (code.guid !== undefined && !indexByGuid.has(code.guid)) indexByGuid.set(code.guid, index)
  })
  read.descriptions.forEach((description, index) => {
    const code = read.codes[index]
    if (code !== undefined) describe(code, description, read.origin)
  })
  return {
    ok: true,
    codes: read.codes,
    sets: read.sets.map((set) => resolveSet(set, indexByGuid, notes)),
  }
}

function parseQdc(text: string, notes: CodebookFileNotes): Reading | CodebookFileFailure {
  const reading: Reading = { codes: [], descriptions: new Map(), sets: [], origin: '' }
  const open: OpenElement[] = []
  const guids = new Set<string>()
  const parser = new SaxesParser()
  parser.on('opentag', ({ name: tag, attributes }) => {
    const name = localName(tag)
    const parent = open.at(-1)
    if (parent === undefined && name !== 'CodeBook') throw new NotACodebook(name)
    if (open.length >= DEEPEST || reading.codes.length > MOST_CODES) throw new Error('too deep')
    const element: OpenElement = { name }
    if (parent?.code !== undefined) element.code = parent.code
    if (parent === undefined) reading.origin = attributes.origin ?? ''
    if (name === 'Code' && (parent?.name === 'Codes' || parent?.name === 'Code')) {
      const index = addCode(reading, attributes, parent.code, guids, notes)
      if (index !== undefined) element.code = index
    }
    if (name === 'Set' && parent?.name === 'Sets') {
      reading.sets.push({ name: attributes.name?.trim() ?? '', members: [] })
    }
    if (name === 'MemberCode' && parent?.name === 'Set') {
      reading.sets.at(-1)?.members.push(attributes.guid ?? attributes.targetGUID ?? '')
    }
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (part: string): void => {
    const element = open.at(-1)
    if (element?.name !== 'Description' || open.at(-2)?.name !== 'Code') return
    if (element.code === undefined) return
    const before = reading.descriptions.get(element.code) ?? ''
    reading.descriptions.set(element.code, before + part)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof NotACodebook) {
      return codebookFileFailure('exchange.notACodebook', { root: error.message.slice(0, 60) })
    }
    return codebookFileFailure('exchange.broken', { reason: 'xml', line: parser.line })
  }
  return reading
}

function addCode(
  reading: Reading,
  attributes: Record<string, string>,
  parent: number | undefined,
  guids: Set<string>,
  notes: CodebookFileNotes,
): number | undefined {
  const name = attributes.name?.trim() ?? ''
  if (name === '') {
    notes.add('emptyNameSkipped', '')
    return undefined
  }
  const above = parent === undefined ? undefined : reading.codes[parent]
  const code: CodebookFileCode = {
    name,
    path: above === undefined ? [] : [...above.path, above.name],
  }
  if (parent !== undefined) code.parent = parent
  const guid = textToGuid(attributes.guid ?? '')
  if (guid === undefined || guids.has(guid)) {
    notes.add('invalidGuid', name)
  } else {
    guids.add(guid)
    code.guid = guid
  }
  const hue = hexToHue(attributes.color ?? '')
  if (hue !== undefined) code.hue = hue
  const codable = attributes.isCodable?.trim()
  if (codable !== undefined) code.selectable = codable !== 'false' && codable !== '0'
  reading.codes.push(code)
  return reading.codes.length - 1
}

function describe(code: CodebookFileCode, description: string, origin: string): void {
  // Elsewhere such labels are a researcher's own words.
  if (!origin.startsWith('Standpoint')) {
    if (description.trim() !== '') code.definition = description.trim()
    return
  }
  const { definition, entries } = descriptionToFields(description)
  if (definition.trim() !== '') code.definition = definition
  for (const { field, text } of entries) {
    const kind = field === 'kind' ? kindByWord(text) : undefined
    const status = field === 'status' ? statusByWord(text) : undefined
    if (field === 'whenToUse' || field === 'whenNotToUse') code[field] = text
    if (field === 'aliases') code.aliases = text.split('; ')
    if (kind !== undefined) code.kind = kind
    if (status !== undefined) code.status = status
  }
}

function resolveSet(
  set: { name: string; members: string[] },
  indexByGuid: Map<string, number>,
  notes: CodebookFileNotes,
): CodebookFileSet {
  const members = set.members.map((member) => indexByGuid.get(textToGuid(member) ?? ''))
  const found = members.filter((index) => index !== undefined)
  if (found.length < members.length) notes.add('unknownSetMember', set.name)
  return { name: set.name, members: [...new Set(found)] }
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}
