import { shownMatrix, type ShownMatrix } from '../../../shared/analysis/figures/shown-matrix.ts'
import type { Leaving, LeavingText } from '../../../shared/analysis/leaks/find-leaks.ts'
import { masked } from '../../../shared/analysis/leaks/mask.ts'
import { cellQuestion, lineQuestion, type Axis } from '../../../shared/analysis/question/axis.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import type { MatrixChoice } from '../../../shared/contract/figures.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import { answersTo } from '../analysis/ask.ts'
import { askedPassages } from '../analysis/conditions.ts'
import { matrix } from '../analysis/matrix.ts'
import { leavingOfTables } from '../export/leaving.ts'
import type { Prepared } from '../export/prepared.ts'
import { tablesToFile } from '../export/tables/table-files.ts'
import { titleOf } from '../export/tables/project-title.ts'
import type { TableData } from '../export/tables/table-model.ts'
import { tellsOfPersons, toldGroups, type Told } from '../leaks/told-groups.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { FigureWords } from './figure-words.ts'

/** A matrix as a table of a file, and what can be read in it. */
export async function prepareMatrix(
  project: Project,
  task: Task,
  { format, masks, language = 'en', ...choice }: CommandInput<'export.matrix'>,
): Promise<Prepared<{ rows: number }>> {
  const shown = await askMatrix(project, task, choice, language)
  const quotes = choice.withQuotes === true ? await quotesOf(project, task, choice, shown) : null
  const among = new FigureWords(language).among(project, choice.scope)
  const groups = await toldGroups(project, task, toldBy(choice, shown, among))
  const axes = {
    rows: axisName(project, choice.rows, language),
    columns: axisName(project, choice.columns, language),
  }
  const whole = matrixTable(choice, axes, shown, language, quotes, among)
  const data = masked(whole, masks)
  return {
    label: data.table.title,
    leaving: { ...leavingOfMatrix(data, masked(quotes ?? [], masks)), groups },
    toFile: async (writing) => {
      const options = {
        title: data.table.title,
        project: titleOf(project),
        language,
        exported: project.now(),
      }
      const bytes = await tablesToFile([data], format, options, writing)
      return { bytes, answer: { rows: shown.rows.length } }
    },
  }
}

/** What its scope, its lines and its cells tell. */
function* toldBy(
  { scope, crossing }: MatrixChoice,
  { rows, columns, valueAt }: ShownMatrix,
  among: string | null,
): Iterable<Told> {
  if (scope && among !== null) yield { question: scope, values: [among], place: among }
  const telling = new Set([...rows, ...columns].filter(({ question }) => tellsOfPersons(question)))
  for (const { question, label } of telling)
    yield { question: lineQuestion(question, scope), values: [label], place: label }
  for (const [down, row] of rows.entries())
    for (const [across, column] of columns.entries())
      if (valueAt(down, across) !== 0)
        yield {
          question: cellQuestion(row.question, column.question, scope, crossing),
          values: [row, column].filter((line) => telling.has(line)).map(({ label }) => label),
          place: `${row.label} × ${column.label}`,
        }
}

async function askMatrix(
  project: Project,
  task: Task,
  choice: MatrixChoice,
  language: Language,
): Promise<ShownMatrix> {
  const counted = await matrix(project, task, choice)
  return shownMatrix(language, { ...counted, cells: counted.cells.flat() }, choice)
}

/** Quotes of the cells, row by row. */
type Quotes = { quote: string; sourceId: string }[][][]

async function quotesOf(
  project: Project,
  task: Task,
  { scope, crossing }: MatrixChoice,
  { rows, columns, valueAt }: ShownMatrix,
): Promise<Quotes> {
  const questionOf = (row: (typeof rows)[number], column: (typeof columns)[number]) =>
    cellQuestion(row.question, column.question, scope, crossing)
  const asked = await askedPassages(project, task, [
    scope ?? { type: 'anything' },
    ...[...rows, ...columns].map(({ question }) => question),
  ])
  const quotes: Quotes = []
  for (const [down, row] of rows.entries()) {
    await task.reach(down, rows.length)
    quotes.push(
      columns.map((column, across) =>
        valueAt(down, across) === 0
          ? []
          : answersTo(project, questionOf(row, column), asked).map(({ quote, sourceId }) => ({
              quote,
              sourceId,
            })),
      ),
    )
  }
  return quotes
}

/** What the lines of an axis are; those of an attribute are its values. */
function axisName(project: Project, axis: Axis, language: Language): string {
  const general = translate(language, `figures.axis.${axis.by}`)
  if (axis.by !== 'attribute') return general
  const attribute = listEntities(project, 'attributes').find(({ id }) => id === axis.attributeId)
  return attribute ? String(attribute.name) : general
}

function matrixTable(
  choice: MatrixChoice,
  axes: { rows: string; columns: string },
  { rows, columns, valueAt }: ShownMatrix,
  language: Language,
  quotes: Quotes | null,
  among: string | null,
): TableData {
  const measure = choice.measure ?? 'passages'
  const total = translate(language, 'figures.total')
  const words = translate(language, `figures.measure.${measure}`)
  const totals = columns.map((line) => line.total)
  const cellAt = (row: number, column: number) =>
    quotes === null
      ? valueAt(row, column)
      : (quotes[row]?.[column] ?? []).map(({ quote }) => quote).join('\n\n')
  return {
    table: {
      title: translate(language, 'figures.matrixTitle', {
        rows: axes.rows,
        columns:
          choice.columns.by === 'attribute'
            ? axes.columns
            : axes.columns.toLocaleLowerCase(language),
        measure: words.toLocaleLowerCase(language),
      }),
      columns: [
        { key: 'name', label: axes.rows },
        ...columns.map(({ id, label }) => ({ key: `column ${id}`, label })),
        { key: 'total', label: total },
      ],
      rows: [
        ...rows.map((line, row) => ({
          ref: null,
          cells: [line.label, ...columns.map((_, column) => cellAt(row, column)), line.total],
        })),
        { ref: null, cells: [total, ...totals, ''] },
      ],
      notes: [...(among === null ? [] : [among]), translate(language, 'figures.totalNote')],
    },
    weights: [18, ...columns.map(() => (quotes === null ? 7 : 24)), 7],
  }
}

/** All that can be read in it; with quotes in them, cells are looked through as what they quote. */
function leavingOfMatrix({ table }: TableData, quotes: Quotes): Leaving {
  const heads = table.columns.map(({ label }) => ({ place: table.title, text: label }))
  if (quotes.length === 0) return { texts: [...heads, ...leavingOfTables([table]).texts] }
  const names = table.rows.map(({ cells }) => ({ place: table.title, text: String(cells[0]) }))
  const quoted = quotes.flatMap((row, down) =>
    row.flatMap((cell, across) =>
      cell.map(({ quote, sourceId }): LeavingText => ({
        place: `${table.title}, ${down + 1}, ${table.columns[across + 1]?.label ?? ''}`,
        text: quote,
        sourceId,
      })),
    ),
  )
  const notes = table.notes.map((text) => ({ place: table.title, text }))
  return { texts: [...heads, ...names, ...quoted, ...notes] }
}
