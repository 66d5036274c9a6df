import type { Codebook, CodebookCode } from '../../../../shared/analysis/codebook.ts'
import { hueToHex } from '../../exchange/code-colour.ts'
import { cleanLine, cleanText } from './clean.ts'
import { examplesOf } from './examples.ts'
import type { CodebookExportOptions } from './options.ts'
import { CODEBOOK_FIELDS, CODEBOOK_WORDS, quoted, type CodebookField } from './words.ts'

export interface CodebookTable {
  header: string[]
  /** What each column holds; several columns of one field follow each other. */
  fields: (CodebookField | 'project' | 'exported')[]
  rows: (string | number)[][]
}

/**
 * One row a code, one column a field: what csv and xlsx have in common. A text longer than
 * `longestCell` UTF-16 code units goes on in a further column, 'Definition (2)', which our own
 * import joins again.
 */
export function codebookToTable(
  codebook: Codebook,
  options: CodebookExportOptions,
  longestCell = Number.POSITIVE_INFINITY,
): CodebookTable {
  const words = CODEBOOK_WORDS[options.language]
  const setsById = setNamesById(codebook)
  const table: CodebookTable & { longestCell: number } = {
    longestCell,
    header: [],
    fields: [],
    rows: codebook.codes.map(() => []),
  }
  for (const field of CODEBOOK_FIELDS) {
    const cells = codebook.codes.map((code) => fieldOf(field, code, options, setsById))
    addColumns(table, field, words.fields[field], cells)
  }
  addColumns(
    table,
    'project',
    words.project,
    codebook.codes.map(() => cleanLine(codebook.project.title)),
  )
  addColumns(
    table,
    'exported',
    words.exported,
    codebook.codes.map(() => codebook.project.exported),
  )
  return table
}

function addColumns(
  table: CodebookTable & { longestCell: number },
  field: CodebookTable['fields'][number],
  label: string,
  cells: (string | number)[],
): void {
  const parts = cells.map((cell) =>
    typeof cell === 'number' ? [cell] : textParts(cell, table.longestCell),
  )
  const columns = Math.max(1, ...parts.map((part) => part.length))
  for (let column = 0; column < columns; column += 1) {
    table.header.push(column === 0 ? label : `${label} (${column + 1})`)
    table.fields.push(field)
    parts.forEach((part, row) => table.rows[row]?.push(part[column] ?? ''))
  }
}

function textParts(text: string, longest: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longest) {
    const splitsPair = /[\uD800-\uDBFF]/.test(rest.charAt(longest - 1))
    const length = splitsPair ? longest - 1 : longest
    parts.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...parts, rest]
}

function fieldOf(
  field: CodebookField,
  code: CodebookCode,
  options: CodebookExportOptions,
  setsById: Map<string, string[]>,
): string | number {
  const words = CODEBOOK_WORDS[options.language]
  switch (field) {
    case 'id':
    case 'created':
    case 'changed':
      return code[field]
    case 'name':
      return cleanLine(code.name)
    case 'kind':
      return words.kinds[code.kind]
    case 'status':
      return words.statuses[code.status]
    case 'parentPath':
      return code.path.map(cleanLine).join(' > ')
    case 'parentId':
      return code.parentId ?? ''
    case 'definition':
    case 'whenToUse':
    case 'whenNotToUse':
      return cleanText(code[field])
    case 'aliases':
      return code.aliases.map(cleanLine).join('; ')
    case 'examples':
      return examplesOf(code, options)
        .map(
          (quote) =>
            `${quoted(quote.text, options.language)} (${quote.reference}) [${quote.passageId}]`,
        )
        .join('\n')
    case 'passages':
    case 'sources':
      return code[field]
    case 'sets':
      return (setsById.get(code.id) ?? []).join('; ')
    case 'colour':
      return hueToHex(code.hue)
  }
}

function setNamesById(codebook: Codebook): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const set of codebook.sets) {
    for (const id of new Set(set.codeIds)) {
      names.set(id, [...(names.get(id) ?? []), cleanLine(set.name)])
    }
  }
  return names
}
