import type { FigureData, FigureRow, FigureSpec } from '../../../shared/analysis/figures/figure.ts'
import { cellQuestion, lineQuestion, type Axis } from '../../../shared/analysis/question/axis.ts'
import { periodNumber } from '../../../shared/analysis/question/periods.ts'
import { allOf, type Question } from '../../../shared/analysis/question/question.ts'
import { answersTo } from '../analysis/ask.ts'
import { askedPassages } from '../analysis/conditions.ts'
import { group, matrix } from '../analysis/matrix.ts'
import { listPassages } from '../passages/passage-queries.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { codeAxis } from './code-figures.ts'
import { countedRow, type FigureWords } from './figure-words.ts'

type Of<K extends FigureSpec['kind']> = Extract<FigureSpec, { kind: K }>

const mostLines = 40

/** How many codes come up for the first time in each source. */
export async function saturation(
  project: Project,
  task: Task,
  spec: Of<'saturation'>,
  words: FigureWords,
): Promise<FigureData> {
  const { scope } = spec
  const counted = await matrix(project, task, {
    ...{ rows: { by: 'sources' }, columns: codeAxis(spec), scope },
  })
  const dates = new Map(
    listEntities(project, 'sources').map(({ id, date }) => [id, String(date ?? '')]),
  )
  const codesOf = new Map<number, number[]>()
  for (const [row, column] of counted.cells) codesOf.set(row, [...(codesOf.get(row) ?? []), column])
  const sources = counted.rows
    .map((line, index) => ({ ...line, index, date: dates.get(line.id) ?? '' }))
    .filter(({ index }) => codesOf.has(index))
  // Sources without a date come last, in their numbers.
  if (spec.order === 'dates')
    sources.sort((a, b) => (a.date || '~').localeCompare(b.date || '~') || a.index - b.index)
  const seen = new Set<number>()
  const sums: number[] = []
  const rows = sources.map((line): FigureRow => {
    const fresh = (codesOf.get(line.index) ?? []).filter((column) => !seen.has(column))
    for (const column of fresh) seen.add(column)
    sums.push(seen.size)
    const codes = fresh.flatMap((column) => counted.columns[column] ?? [])
    const names = codes.map(({ label }) => label).join('; ')
    const coded: Question = { type: 'coded', codeIds: codes.map(({ id }) => id) }
    return {
      cells: [line.label, fresh.length, seen.size, names],
      value: fresh.length,
      question: fresh.length === 0 ? null : cellQuestion(line.question, coded, scope),
      place: null,
    }
  })
  const third = Math.ceil(rows.length / 3)
  const last = rows.slice(rows.length - third).reduce((sum, { value }) => sum + value, 0)
  return {
    ...words.proposed('saturation', [], { count: rows.length, sum: seen.size, last }),
    columns: words.columns('source', 'newCodes', 'inAll', 'names'),
    rows,
    shape: {
      type: 'curve',
      points: sums.map((sum, row) => ({ row, sum })),
      words: { x: words.text('figures.column.source'), y: words.text('figures.axis.codes') },
    },
  }
}

export async function overTime(
  project: Project,
  task: Task,
  spec: Of<'time'>,
  words: FigureWords,
): Promise<FigureData> {
  const { of, unit, scope } = spec
  const time: Axis = { by: 'time', of, unit }
  const counted = await matrix(project, task, { rows: codeAxis(spec), columns: time, scope })
  const lines = counted.rows
    .map(({ label }, index) => ({ label, index, cells: cellsOf(counted.cells, index) }))
    .filter(({ cells }) => cells.length > 0)
  const most = lines
    .toSorted((a, b) => sumOf(b.cells) - sumOf(a.cells))
    .slice(0, mostLines)
    .map(({ index }) => index)
  const drawn = lines.filter(({ index }) => most.includes(index))
  const numberOf = (column: number) => periodNumber(fromOf(counted.columns[column]?.question), unit)
  const cells: { row: number; line: number; at: number }[] = []
  const rows = counted.cells.flatMap(([row, column, value], at): FigureRow[] => {
    const [code, period] = [counted.rows[row], counted.columns[column]]
    if (!code || !period) return []
    const line = drawn.findIndex(({ index }) => index === row)
    if (line >= 0) cells.push({ row: at, line, at: numberOf(column) })
    const question = cellQuestion(code.question, period.question, scope)
    return [countedRow([code.label, period.label], value, question)]
  })
  const first = Math.min(...cells.map(({ at }) => at))
  const last = Math.max(...cells.map(({ at }) => at))
  return {
    ...words.proposed('time', rows, {}),
    columns: words.columns('code', 'period', 'passages'),
    rows,
    shape: {
      type: 'time',
      unit,
      first: cells.length === 0 ? 0 : first,
      count: cells.length === 0 ? 0 : last - first + 1,
      lines: drawn.map(({ label }) => label),
      cells: cells.map((cell) => ({ ...cell, at: cell.at - first })),
    },
  }
}

type Cell = readonly [number, number, number]

function cellsOf(cells: readonly Cell[], line: number): Cell[] {
  return cells.filter(([row]) => row === line)
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, [, , value]) => sum + value, 0)
}

/** When the period of a line begins. */
function fromOf(question: Question | undefined): string {
  if (question?.type === 'coded') return question.created?.from ?? ''
  return question?.type === 'source' ? (question.dated?.from ?? '') : ''
}

/** Where in a source its codes stand. */
export async function portrait(
  project: Project,
  task: Task,
  spec: Of<'portrait'>,
  words: FigureWords,
): Promise<FigureData> {
  const { sourceId } = spec
  const source = listEntities(project, 'sources').find(({ id }) => id === sourceId)
  if (!source) throw new Refusal('thing.notFound', { id: sourceId, type: 'source' })
  const here = lineQuestion({ type: 'source', sourceIds: [sourceId] }, spec.scope)
  const counted = (await group(project, task, here, codeAxis(spec))).items
  const codes = counted
    .filter(({ total }) => total > 0)
    .map(({ label, total, question }) => ({ label, total, question: allOf([here, question]) }))
  const asked = await askedPassages(project, task, [here, ...codes.map(({ question }) => question)])
  const found = codes.map(({ question }) => answersTo(project, question, asked))
  const ids = [...new Set(found.flat().map(({ id }) => id))]
  const places = new Map(
    ids.length === 0
      ? []
      : listPassages(project, { passageIds: ids, inAnyLayer: asked.inAnyLayer }).items.map(
          ({ id, label }) => [id, label],
        ),
  )
  const lines = codes.map(({ label, total, question }) => ({
    ...countedRow([label, ''], total, question),
  }))
  const marks = found.flatMap((passages, line) =>
    passages
      .filter(({ state }) => state === 'placed')
      .map(({ id, start, end }) => ({
        line,
        start,
        end,
        row: {
          cells: [codes[line]?.label ?? '', places.get(id) ?? '', 1],
          ...{ value: 1, question: null },
          place: { passageId: id, sourceId, start, end },
        } satisfies FigureRow,
      })),
  )
  const length = project.db
    .prepare<[string], number | null>('SELECT max(stop) FROM paragraphs WHERE source_id = ?')
    .pluck()
    .get(sourceId)
  return {
    ...words.proposed('portrait', lines, { count: lines.length, name: String(source.title) }),
    columns: words.columns('code', 'place', 'passages'),
    rows: [...lines, ...marks.map(({ row }) => row)],
    shape: {
      type: 'strips',
      length: length ?? 0,
      lines: codes.slice(0, mostLines).map(({ label }, row) => ({ row, label })),
      marks: marks.flatMap(({ line, start, end }, at) =>
        line < mostLines ? [{ row: lines.length + at, line, start, end }] : [],
      ),
    },
  }
}
