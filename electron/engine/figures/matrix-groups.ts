import type { ShownMatrix } from '../../../shared/analysis/figures/shown-matrix.ts'
import { smallestGroup, type LeavingGroup } from '../../../shared/analysis/leaks/small-groups.ts'
import { cellQuestion, lineQuestion, type Axis } from '../../../shared/analysis/question/axis.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import type { MatrixChoice } from '../../../shared/contract/figures.ts'
import { askedPassages, selectPassages } from '../analysis/conditions.ts'
import { personsOfPassages } from '../people/persons-of-passages.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'

/** Lines of these say something of the persons in them. */
function tells({ by }: Axis): boolean {
  return by === 'attribute' || by === 'roles'
}

/**
 * Lines and cells of a matrix by attributes or roles, with how many persons speak in the passages
 * they count; only those with few. Of a matrix that says nothing of persons there are none.
 */
export async function matrixGroups(
  project: Project,
  task: Task,
  { rows: rowAxis, columns: columnAxis, scope, crossing }: MatrixChoice,
  { rows, columns, valueAt }: ShownMatrix,
): Promise<LeavingGroup[]> {
  if (!tells(rowAxis) && !tells(columnAxis)) return []
  const lines = [...rows, ...columns]
  const asked = await askedPassages(project, task, [
    scope ?? { type: 'anything' },
    ...lines.map(({ question }) => question),
  ])
  const passagesOf = (question: Question) =>
    new Set(
      selectPassages<{ id: string }>(project, question, asked, 'passages.id').map(({ id }) => id),
    )
  const counted = new Map(
    lines.map((line) => [line, passagesOf(lineQuestion(line.question, scope))]),
  )
  const persons = personsOfPassages(project, [
    ...new Set([...counted.values()].flatMap((ids) => [...ids])),
  ])
  const holders = (ids: Iterable<string>) =>
    new Set([...ids].flatMap((id) => persons.get(id) ?? [])).size
  const groups: LeavingGroup[] = []
  const tell = (values: string[], place: string, ids: Iterable<string>) => {
    const count = holders(ids)
    if (count > 0 && count < smallestGroup) groups.push({ values, holders: count, place })
  }
  for (const [axis, own] of [
    [rowAxis, rows],
    [columnAxis, columns],
  ] as const)
    if (tells(axis)) for (const line of own) tell([line.label], line.label, counted.get(line) ?? [])
  for (const [down, row] of rows.entries()) {
    await task.reach(down, rows.length)
    for (const [across, column] of columns.entries()) {
      if (valueAt(down, across) === 0) continue
      const there = counted.get(column) ?? new Set()
      const ids = crossing
        ? passagesOf(cellQuestion(row.question, column.question, scope, crossing))
        : [...(counted.get(row) ?? [])].filter((id) => there.has(id))
      const values = [
        ...(tells(rowAxis) ? [row.label] : []),
        ...(tells(columnAxis) ? [column.label] : []),
      ]
      tell(values, `${row.label} × ${column.label}`, ids)
    }
  }
  return groups
}
