import { createHash } from 'node:crypto'
import type { Codebook, CodebookCode } from '../../../../shared/analysis/codebook.ts'
import { hueToHex } from '../../exchange/code-colour.ts'
import { fieldsToDescription } from '../../exchange/description-labels.ts'
import { cleanLine, cleanText } from './clean.ts'
import { examplesOf } from './examples.ts'
import type { CodebookExportOptions } from './options.ts'
import { CODEBOOK_WORDS, longDate, quoted, usageSentence } from './words.ts'

const NAMESPACE = 'urn:QDA-XML:codebook:1.0'

/**
 * A REFI-QDA codebook (QDA-XML 1.5): no byte order mark, GUIDs in upper case, nothing empty that
 * the schema wants filled.
 */
export function codebookToQdc(codebook: Codebook, options: CodebookExportOptions): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="Standpoint">`,
    '<Codes>',
    ...codesToXml(codebook.codes, options),
    '</Codes>',
    ...setsToXml(codebook),
    '</CodeBook>',
    '',
  ].join('\n')
}

function codesToXml(codes: CodebookCode[], options: CodebookExportOptions): string[] {
  const present = new Set(codes.map(({ id }) => id))
  const byParent = Map.groupBy(codes, ({ parentId }) =>
    parentId !== undefined && present.has(parentId) ? parentId : '',
  )
  const lines: string[] = []
  const write = (code: CodebookCode): void => {
    lines.push(
      `<Code guid="${idToGuid(code.id)}" name="${escapeXml(cleanLine(code.name))}" isCodable="true" color="${hueToHex(code.hue)}">`,
    )
    const description = codeDescription(code, options)
    if (description !== '') lines.push(`<Description>${escapeXml(description)}</Description>`)
    for (const child of byParent.get(code.id) ?? []) write(child)
    lines.push('</Code>')
  }
  for (const code of byParent.get('') ?? []) write(code)
  return lines
}

function codeDescription(code: CodebookCode, options: CodebookExportOptions): string {
  const words = CODEBOOK_WORDS[options.language]
  const dates = [code.created, code.changed].map((date) => longDate(date, options.language))
  return fieldsToDescription(
    cleanText(code.definition),
    [
      { field: 'whenToUse', text: cleanText(code.whenToUse) },
      { field: 'whenNotToUse', text: cleanText(code.whenNotToUse) },
      { field: 'aliases', text: code.aliases.map(cleanLine).join('; ') },
      { field: 'kind', text: words.kinds[code.kind] },
      { field: 'status', text: words.statuses[code.status] },
      ...examplesOf(code, options).map((quote) => ({
        field: 'example' as const,
        text: `${quoted(quote.text, options.language)} (${quote.reference}) [${quote.passageId}]`,
      })),
      { field: 'usage', text: usageSentence(code, options.language) },
      { field: 'dates', text: dates.join(', ') },
    ],
    options.language,
  )
}

function setsToXml(codebook: Codebook): string[] {
  const present = new Set(codebook.codes.map(({ id }) => id))
  if (codebook.sets.length === 0) return []
  return [
    '<Sets>',
    ...codebook.sets.flatMap((set, index) => [
      `<Set guid="${nameToGuid(`${index} ${set.name}`)}" name="${escapeXml(cleanLine(set.name))}">`,
      ...[...new Set(set.codeIds)]
        .filter((id) => present.has(id))
        .map((id) => `<MemberCode guid="${idToGuid(id)}"/>`),
      '</Set>',
    ]),
    '</Sets>',
  ]
}

/** Our ids are UUIDs, which are GUIDs; anything else gets one that follows from it. */
function idToGuid(id: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? id.toUpperCase()
    : nameToGuid(`id ${id}`)
}

/** A version 8 UUID (RFC 9562) from the SHA-256 of a name: the same at every export. */
function nameToGuid(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`.toUpperCase()
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
