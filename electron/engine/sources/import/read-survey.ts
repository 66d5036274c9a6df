import { parse } from 'csv-parse/sync'
import { createTextBuilder } from '../../../../shared/text/text-builder.ts'
import type { Block } from '../../../../shared/text/source-text.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure } from './failure.ts'
import { decodeOrFail } from './read-plain.ts'
import type { ImportNote, ImportOptions } from './types.ts'

const mostSources = 5000

/**
 * Survey answers: the first row holds the questions. By row, each respondent is a source with the
 * question as a heading above each answer; by column, each question is a source with the answers,
 * headed by the respondent. Cells without words are left out.
 */
export function readSurvey(bytes: Uint8Array, options: ImportOptions): DraftSource[] {
  const decoded = decodeOrFail(bytes, options)
  const delimiter = options.survey?.delimiter ?? likelyDelimiter(decoded.text)
  let rows: string[][]
  try {
    rows = parse(decoded.text.replace(/\f/g, ' '), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch {
    throw new ImportFailure('import.broken', { part: 'csv' })
  }
  const [headings = [], ...answers] = rows
  const questions = headings.map((heading) => heading.trim())
  const filled = answers.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new ImportFailure('import.noText')
  const { encoding } = decoded
  const draft = (title: string, pairs: [string, string][], notes: ImportNote[]): DraftSource => ({
    format: 'csv',
    kind: 'survey answers',
    title,
    encoding,
    text: textOfPairs(pairs),
    notes: [...decoded.notes, ...notes],
  })
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const question = (column: number): string => questions[column] || `${String(column + 1)}`
  const byColumn = options.survey?.by === 'column'
  const count = byColumn ? width : filled.length
  const left: ImportNote[] =
    count > mostSources ? [{ code: 'rows-left-out', count: count - mostSources }] : []
  const names = respondentNames(questions, filled)
  const drafts: DraftSource[] = []
  if (byColumn) {
    for (let column = 0; column < Math.min(width, mostSources); column += 1) {
      const pairs = filled.map((row, index): [string, string] => [
        names[index] ?? '',
        row[column] ?? '',
      ])
      drafts.push(draft(question(column), pairs, left))
    }
  } else {
    filled.slice(0, mostSources).forEach((row, index) => {
      const pairs = row.map((cell, column): [string, string] => [question(column), cell])
      drafts.push(draft(names[index] ?? '', pairs, left))
    })
  }
  return drafts.filter((source) => source.text.blocks.length > 0)
}

function textOfPairs(pairs: [string, string][]): DraftSource['text'] {
  const builder = createTextBuilder()
  for (const [head, answer] of pairs) {
    if (answer.trim() === '') continue
    const heading: Block = { kind: 'heading', level: 2 }
    if (head.trim() !== '') builder.addBlock(heading, [{ text: head }])
    for (const line of answer.split('\n')) {
      if (line.trim() !== '') builder.addBlock({ kind: 'paragraph' }, [{ text: line }])
    }
  }
  return builder.finish()
}

/** An `id`-like first column names the respondents; else they are numbered. */
function respondentNames(questions: string[], rows: string[][]): string[] {
  const first = rows.map((row) => row[0]?.trim() ?? '')
  const isName = /^(?:id|nr|nummer|respondent|informant|navn|namn|name|deltaker|participant)/i
  const usable = isName.test(questions[0] ?? '') && new Set(first).size === rows.length
  return rows.map((_, index) => (usable && first[index] ? first[index] : `${String(index + 1)}`))
}

/** The delimiter that occurs most evenly in the first lines, outside quotes. */
function likelyDelimiter(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .slice(0, 20)
  let best = ','
  let bestScore = 0
  for (const delimiter of [';', '\t', ',', '|']) {
    const counts = head
      .filter((line) => line !== '')
      .map((line) => line.split(delimiter).length - 1)
    const usual = counts[0] ?? 0
    const score = usual * counts.filter((count) => count === usual).length
    if (usual > 0 && score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}
