import { parse } from 'csv-parse/sync'
import { codebookFileFailure, type CodebookFileFailure } from './codebook-file-types.ts'
import { formulaGuardRemoved } from './formula-guard.ts'

const DELIMITERS = [',', ';', '\t'] as const

export type RowsRead = { ok: true; rows: string[][] } | CodebookFileFailure

/** The rows of a table whose delimiter is the one that its first line has most of. */
export function csvToRows(text: string): RowsRead {
  const declared = /^sep=([,;\t])\r?\n/.exec(text)
  const body = declared === null ? text : text.slice(declared[0].length)
  try {
    const rows: string[][] = parse(body, {
      delimiter: declared?.[1] ?? likelyDelimiter(body),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return { ok: true, rows: rows.map((row) => row.map(formulaGuardRemoved)) }
  } catch (error) {
    return codebookFileFailure('exchange.broken', {
      reason: 'csv',
      message: error instanceof Error ? error.message : '',
    })
  }
}

function likelyDelimiter(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let quoted = false
  for (const character of text.slice(0, 10_000)) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n' && [...counts.values()].some((count) => count > 0)) break
    const count = counts.get(character)
    if (count !== undefined) counts.set(character, count + 1)
  }
  return DELIMITERS.reduce((best, delimiter) =>
    (counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0) ? delimiter : best,
  )
}
