import {
  respectOf,
  type Axis,
  type Crossing,
  type Measure,
} from '../../../shared/analysis/question/axis.ts'
import { codedParts, type Question } from '../../../shared/analysis/question/question.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { codingsOfQuestion } from './ask.ts'
import { askedPassages, selectPassages, type Asked } from './conditions.ts'
import { linesOf, type Line } from './lines.ts'
import { membersOf, type Member, type Members } from './members.ts'
import { bySource, pairTest, type Place } from './relations.ts'
import { Tally } from './tally.ts'

/** Cells beyond this are more than anybody looks at, and than memory should hold. */
const mostCells = 4_000_000

interface Options {
  rows: Axis
  columns: Axis
  measure?: Measure | undefined
  scope?: Question | undefined
  crossing?: Crossing | undefined
}

interface Passage {
  id: string
  sourceId: string
  /** Empty unless words are counted. */
  quote: string
}

/** What is counted of one passage. */
interface Scoped {
  passages: Passage[]
  /** Codings that count whatever the lines are; null: every coding, as nothing speaks of any. */
  codings: Map<string, string[]>
  all: Map<string, string[]>
  isCoded: boolean
}

type Counted = Omit<QueryOutput<'analysis.matrix'>, 'cells'> & {
  /** Row, column and value of each that is not empty. */
  cells: [number, number, number][]
}

/** Counts in rows and columns (SPEC A16). */
export async function matrix(project: Project, task: Task, options: Options): Promise<Counted> {
  const { rows, columns, measure = 'passages', scope = { type: 'anything' }, crossing } = options
  const rowLines = linesOf(project, rows)
  const columnLines = linesOf(project, columns)
  const size = rowLines.length * columnLines.length
  if (size > mostCells) throw new Refusal('analysis.tooManyCells', { cells: size, most: mostCells })
  const asked = await askedPassages(project, task, [
    scope,
    ...[...rowLines, ...columnLines].map(({ question }) => question),
  ])
  const isOne = sameCodingTest(rowLines, columnLines)
  const wantsCodings = measure === 'codings' || isOne !== null
  const down = membersOf(project, rows, rowLines, asked, wantsCodings)
  const across = membersOf(project, columns, columnLines, asked, wantsCodings)
  const scoped = scopedPassages(project, scope, asked, measure)
  const cells = new Tally(measure, size)
  const besides = crossing ? besideOf(project, asked, across, crossing) : null
  for (const passage of scoped.passages) {
    const own = down.get(passage)
    if (!own) continue
    cells.begin(passage.sourceId, measure === 'words' ? countWords(passage.quote) : 0)
    if (besides) {
      for (const column of besides(passage))
        for (const row of own)
          cells.add(row.line * columnLines.length + column, () =>
            codingsFor(scoped, passage.id, [row], rowLines),
          )
      continue
    }
    for (const row of own) {
      for (const column of across.get(passage) ?? []) {
        const at = row.line * columnLines.length + column.line
        if (!isOne?.(row, column)) {
          cells.add(at, () => codingsFor(scoped, passage.id, [row, column], rowLines, columnLines))
          continue
        }
        const both = (row.codings ?? []).filter((id) => column.codings?.includes(id))
        if (both.length > 0)
          cells.add(at, () => new Set([...(scoped.codings.get(passage.id) ?? []), ...both]).size)
      }
    }
  }
  return {
    rows: totalled(rowLines, down, scoped, measure),
    columns: totalled(columnLines, across, scoped, measure),
    cells: cells
      .entries()
      .map(([at, value]) => [Math.floor(at / columnLines.length), at % columnLines.length, value]),
    total: totalOf(scoped, measure),
  }
}

/** Answers on each line of one axis. */
export async function group(
  project: Project,
  task: Task,
  question: Question,
  axis: Axis,
  measure: Measure = 'passages',
): Promise<QueryOutput<'analysis.group'>> {
  const lines = linesOf(project, axis)
  const asked = await askedPassages(project, task, [
    question,
    ...lines.map((line) => line.question),
  ])
  const members = membersOf(project, axis, lines, asked, measure === 'codings')
  const scoped = scopedPassages(project, question, asked, measure)
  return { items: totalled(lines, members, scoped, measure) }
}

function scopedPassages(project: Project, scope: Question, asked: Asked, measure: Measure): Scoped {
  const found = selectPassages<Passage>(
    project,
    scope,
    asked,
    `passages.id, passages.source_id sourceId, ${measure === 'words' ? 'passages.quote' : `''`} quote`,
  )
  const passages = [...bySource(found).values()].flat()
  const none = new Map<string, string[]>()
  if (measure !== 'codings') return { passages, codings: none, all: none, isCoded: false }
  const isCoded = codedParts(scope).length > 0
  const ids = passages.map(({ id }) => id)
  return {
    passages,
    codings: isCoded ? byPassage(codingsOfQuestion(project, scope, ids)) : none,
    all: byPassage(codingsOfQuestion(project, { type: 'anything' }, ids)),
    isCoded,
  }
}

function byPassage(codings: readonly { id: string; passageId: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, passageId } of codings) {
    const own = found.get(passageId)
    if (own) own.push(id)
    else found.set(passageId, [id])
  }
  return found
}

/** How many codings made a passage an answer of these lines in the scope (SPEC A3). */
function codingsFor(
  scoped: Scoped,
  passageId: string,
  members: readonly Member[],
  ...lines: readonly (readonly Line[])[]
): number {
  const speak = members.some((member, at) => {
    const question = lines[at]?.[member.line]?.question
    return question !== undefined && codedParts(question).length > 0
  })
  if (!speak && !scoped.isCoded) return scoped.all.get(passageId)?.length ?? 0
  const found = new Set(scoped.codings.get(passageId))
  for (const { codings } of members) for (const id of codings ?? []) found.add(id)
  return found.size
}

function totalled(
  lines: readonly Line[],
  members: Members,
  scoped: Scoped,
  measure: Measure,
): QueryOutput<'analysis.group'>['items'] {
  const tally = new Tally(measure, lines.length)
  for (const passage of scoped.passages) {
    const own = members.get(passage)
    if (!own) continue
    tally.begin(passage.sourceId, measure === 'words' ? countWords(passage.quote) : 0)
    for (const member of own)
      tally.add(member.line, () => codingsFor(scoped, passage.id, [member], lines))
  }
  const totals = new Map(tally.entries())
  return lines.map((line, index) => ({ ...line, total: totals.get(index) ?? 0 }))
}

function totalOf(scoped: Scoped, measure: Measure): number {
  const tally = new Tally(measure, 1)
  for (const { id, sourceId, quote } of scoped.passages) {
    tally.begin(sourceId, measure === 'words' ? countWords(quote) : 0)
    tally.add(0, () => codingsFor(scoped, id, []))
  }
  return tally.entries()[0]?.[1] ?? 0
}

/** Whether a row and a column speak of the same coding in different respects; null: none ever do. */
function sameCodingTest(
  rows: readonly Line[],
  columns: readonly Line[],
): ((row: Member, column: Member) => boolean) | null {
  const here = rows.map(({ question }) => respectOf(question))
  const there = columns.map(({ question }) => respectOf(question))
  const isAny = (respects: readonly unknown[]) => respects.some((respect) => respect !== null)
  if (!isAny(here) || !isAny(there)) return null
  return (row, column) => {
    const one = here[row.line] ?? null
    const other = there[column.line] ?? null
    return one !== null && other !== null && one !== other
  }
}

/** Columns of the passages that stand beside one as asked, each once. */
function besideOf(
  project: Project,
  asked: Asked,
  across: Members,
  crossing: Crossing,
): (passage: Passage) => Iterable<number> {
  const placed = selectPassages<Place>(
    project,
    { type: 'anything' },
    asked,
    'passages.id, passages.source_id sourceId, passages.start, passages.stop end',
    `passages.state = 'placed'`,
  )
  const places = new Map(placed.map((place) => [place.id, place]))
  const beside = bySource(placed.filter((place) => across.get(place) !== undefined))
  const tests = new Map<string, (one: Place, other: Place) => boolean>()
  return ({ id, sourceId }) => {
    const place = places.get(id)
    if (!place) return []
    const test = tests.get(sourceId) ?? pairTest(project.db, crossing, sourceId)
    tests.set(sourceId, test)
    const columns = new Set<number>()
    for (const other of beside.get(sourceId) ?? [])
      if (test(place, other)) for (const { line } of across.get(other) ?? []) columns.add(line)
    return columns
  }
}
