import type { Block, SourceText } from '../../../../shared/text/source-text.ts'
import { createTextBuilder } from '../../../../shared/text/text-builder.ts'
import type { Run } from '../../../../shared/text/text-builder.ts'

export interface Format {
  bold?: boolean
  italic?: boolean
  underline?: boolean
}

/** What a reader of a structured format writes into, in the order in which it meets things. */
export interface Flow {
  write(text: string, format?: Format): void
  noteRef(mark: string): void
  /**
   * A page ends here: `told` by the writer, or `seen` by the program when it laid the text out. Both
   * at one place, with no words between, are the same break. Pages are counted from 1.
   */
  pageBreak(kind: 'told' | 'seen'): void
  /** Ends the paragraph; one without words leaves nothing. In a table cell it becomes a blank. */
  endParagraph(block: Block): void
  startRow(): void
  endCell(): void
  endRow(table: number, header: boolean): void
  /** What is written until `endNote` is a footnote; all footnotes come at the end of the text. */
  startNote(mark: string): void
  endNote(): void
  finish(): SourceText
}

interface Row {
  cells: Run[][]
}

interface Context {
  runs: Run[]
  row: Row | undefined
  note: string | undefined
}

export function createFlow(): Flow {
  const builder = createTextBuilder()
  const notes: { block: Block; runs: Run[] }[] = []
  const outer: Context[] = []
  let context: Context = { runs: [], row: undefined, note: undefined }
  let breaks = { told: 0, seen: 0 }
  let page = 0

  function push(run: Run): void {
    if (run.text === '') return
    const label = context.note === undefined && run.text.trim() !== '' ? nextPage() : undefined
    if (label === undefined) {
      context.runs.push(run)
      return
    }
    const words = run.text.search(/\S/)
    context.runs.push({ ...run, text: run.text.slice(0, words) })
    context.runs.push({ ...run, text: run.text.slice(words), page: label })
  }

  /** The label of the page that the next words begin; breaks in front of all words make no page. */
  function nextPage(): string | undefined {
    const count = Math.max(breaks.told, breaks.seen)
    breaks = { told: 0, seen: 0 }
    const isFirst = page === 0
    page += isFirst ? 1 : count
    return isFirst || count === 0 ? undefined : String(page)
  }

  function emit(block: Block, runs: Run[]): void {
    if (context.note !== undefined) {
      const isFirst = notes[notes.length - 1]?.block.note !== context.note
      notes.push({ block: { kind: 'footnote', ...(isFirst && { note: context.note }) }, runs })
    } else builder.addBlock(block, runs)
  }

  return {
    write: (text, format = {}) => {
      push({ text, ...format })
    },
    noteRef: (mark) => {
      push({ text: mark, noteRef: true })
    },
    pageBreak: (kind) => {
      if (context.note === undefined) breaks[kind] += 1
    },
    endParagraph: (block) => {
      if (context.row !== undefined) {
        const last = context.runs[context.runs.length - 1]
        if (hasWords(context.runs) && last?.text.endsWith(' ') !== true)
          context.runs.push({ text: ' ' })
        return
      }
      const { runs } = context
      context.runs = []
      if (hasWords(runs)) emit(block, runs)
    },
    startRow: () => {
      outer.push(context)
      context = { runs: [], row: { cells: [] }, note: context.note }
    },
    endCell: () => {
      context.row?.cells.push(trimCell(context.runs))
      context.runs = []
    },
    endRow: (table, header) => {
      const cells = context.row?.cells ?? []
      if (hasWords(context.runs)) cells.push(trimCell(context.runs))
      context = outer.pop() ?? { runs: [], row: undefined, note: undefined }
      const runs = cells.flatMap((cell, index) => (index === 0 ? cell : [{ text: '\t' }, ...cell]))
      if (!hasWords(runs)) return
      if (context.row === undefined) {
        emit({ kind: 'table-row', table, ...(header && { header: true }) }, runs)
      } else {
        context.runs.push(...runs.map((run) => ({ ...run, text: run.text.replace(/\t/g, ' ') })))
        context.runs.push({ text: ' ' })
      }
    },
    startNote: (mark) => {
      outer.push(context)
      context = { runs: [], row: undefined, note: mark }
    },
    endNote: () => {
      const { runs } = context
      if (hasWords(runs)) emit({ kind: 'footnote' }, runs)
      context = outer.pop() ?? { runs: [], row: undefined, note: undefined }
    },
    finish: () => {
      if (hasWords(context.runs)) builder.addBlock({ kind: 'paragraph' }, context.runs)
      for (const { block, runs } of notes) builder.addBlock(block, runs)
      const text = builder.finish()
      if (text.pages.length > 0) text.pages.unshift({ at: 0, label: '1' })
      return text
    },
  }
}

function hasWords(runs: Run[]): boolean {
  return runs.some((run) => run.text.trim() !== '')
}

function trimCell(runs: Run[]): Run[] {
  const cell = runs.map((run) => ({ ...run, text: run.text.replace(/[\t\n]/g, ' ') }))
  const last = cell[cell.length - 1]
  if (last !== undefined) last.text = last.text.trimEnd()
  const first = cell[0]
  if (first !== undefined) first.text = first.text.trimStart()
  return cell
}
