import type { FigureData, FigureRow, FigureSpec } from '../../../shared/analysis/figures/figure.ts'
import { lineLabel } from '../../../shared/analysis/figures/line-label.ts'
import { cellQuestion, lineQuestion, type Axis } from '../../../shared/analysis/question/axis.ts'
import { group, matrix } from '../analysis/matrix.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { countedRow, type FigureWords } from './figure-words.ts'

type Of<K extends FigureSpec['kind']> = Extract<FigureSpec, { kind: K }>

/** Of more a figure would not be read; the table behind it has them all. */
const mostBars = 40
const mostNodes = 40
const mostLinks = 50
const mostGroups = 15

export function codeAxis(spec: { codeSetId?: string | undefined }, subcodes = false): Axis {
  return {
    by: 'codes',
    ...(spec.codeSetId === undefined ? {} : { codeSetId: spec.codeSetId }),
    ...(subcodes ? { subcodes: true as const } : {}),
  }
}

export async function frequencies(
  project: Project,
  task: Task,
  spec: Of<'frequencies'>,
  words: FigureWords,
): Promise<FigureData> {
  const { scope = { type: 'anything' }, measure } = spec
  const axis = codeAxis(spec, spec.subcodes === true)
  const { items } = await group(project, task, scope, axis, measure)
  const rows = items
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .map(({ label, total, question }) =>
      countedRow([label], total, lineQuestion(question, spec.scope)),
    )
  const name = words.measure(measure)
  return {
    ...words.proposed('frequencies', rows, { count: rows.length, measure: name.toLowerCase() }),
    columns: [...words.columns('code'), name],
    rows,
    shape: {
      type: 'bars',
      series: [name],
      groups: rows
        .slice(0, mostBars)
        .map(({ cells }, row) => ({ label: String(cells[0]), rows: [row] })),
    },
  }
}

export async function network(
  project: Project,
  task: Task,
  spec: Of<'network'>,
  words: FigureWords,
): Promise<FigureData> {
  const { scope, crossing = { how: 'overlapping' as const } } = spec
  const axis = codeAxis(spec)
  const counted = await matrix(project, task, { rows: axis, columns: axis, scope, crossing })
  const linked = new Set(
    counted.cells.flatMap(([one, other]) => (one === other ? [] : [one, other])),
  )
  const codes = counted.rows
    .map((line, index) => ({ ...line, index }))
    .filter(({ total, index }) => total > 0 && linked.has(index))
    .sort((a, b) => b.total - a.total)
  const rankOf = new Map(codes.map(({ index }, rank) => [index, rank]))
  const pairs = counted.cells
    .filter(([one, other]) => one < other && rankOf.has(one) && rankOf.has(other))
    .sort((a, b) => b[2] - a[2])
  const nodes = codes.map((line) =>
    countedRow([line.label, ''], line.total, lineQuestion(line.question, scope)),
  )
  const links = pairs.flatMap(([one, other, value]): FigureRow[] => {
    const [a, b] = [counted.rows[one], counted.columns[other]]
    if (!a || !b) return []
    return [
      countedRow([a.label, b.label], value, cellQuestion(a.question, b.question, scope, crossing)),
    ]
  })
  const rows = [...nodes, ...links]
  const lines = pairs
    .map(([one, other], index) => ({
      row: nodes.length + index,
      from: rankOf.get(one) ?? 0,
      to: rankOf.get(other) ?? 0,
    }))
    .filter(({ from, to }) => from < mostNodes && to < mostNodes)
    .slice(0, mostLinks)
  // A code whose lines are all left out would look as if it had none.
  const drawn = [...new Set(lines.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const placeOf = new Map(drawn.map((rank, place) => [rank, place]))
  return {
    ...words.proposed('network', links, { count: drawn.length }),
    columns: words.columns('code', 'withCode', 'passages'),
    rows,
    shape: {
      type: 'network',
      nodes: drawn.map((row) => ({ row, label: codes[row]?.label ?? '' })),
      links: lines.map(({ row, from, to }) => ({
        row,
        from: placeOf.get(from) ?? 0,
        to: placeOf.get(to) ?? 0,
      })),
    },
  }
}

export async function byAttribute(
  project: Project,
  task: Task,
  spec: Of<'attribute'>,
  words: FigureWords,
): Promise<FigureData> {
  const { attributeId, scope, measure } = spec
  const across: Axis = { by: 'attribute', attributeId }
  const counted = await matrix(project, task, {
    ...{ rows: codeAxis(spec), columns: across, scope, measure },
  })
  const attribute = listEntities(project, 'attributes').find(({ id }) => id === attributeId)
  const values = new Map(counted.cells.map(([row, column, value]) => [`${row} ${column}`, value]))
  const columns = counted.columns
    .map((line, index) => ({ ...line, label: lineLabel(words.language, across, line), index }))
    .filter(({ total }) => total > 0)
  const codes = counted.rows
    .map((line, index) => ({ ...line, index }))
    .filter(({ index }) => columns.some((column) => values.has(`${index} ${column.index}`)))
    .sort((a, b) => b.total - a.total)
  const rows = codes.flatMap((code) =>
    columns.map((column) =>
      countedRow(
        [code.label, column.label],
        values.get(`${code.index} ${column.index}`) ?? 0,
        cellQuestion(code.question, column.question, scope),
      ),
    ),
  )
  const name = String(attribute?.name ?? '')
  const unit = words.measure(measure)
  return {
    ...words.proposed('attribute', rows, { name, measure: unit.toLowerCase() }),
    columns: [...words.columns('code'), name, unit],
    rows,
    shape: {
      type: 'bars',
      series: columns.map(({ label }) => label),
      groups: codes.slice(0, mostGroups).map(({ label }, at) => ({
        label,
        rows: columns.map((_, column) => at * columns.length + column),
      })),
    },
  }
}

export async function codeTree(
  project: Project,
  task: Task,
  spec: Of<'tree'>,
  words: FigureWords,
): Promise<FigureData> {
  const { scope = { type: 'anything' }, measure } = spec
  const own = (await group(project, task, scope, codeAxis(spec), measure)).items
  const whole = (await group(project, task, scope, codeAxis(spec, true), measure)).items
  const parents = new Map(
    listEntities(project, 'codes').map(({ id, parentId }) => [id, String(parentId ?? '')]),
  )
  const known = new Set(own.map(({ id }) => id))
  const hasChildren = new Set([...known].map((id) => parents.get(id) ?? ''))
  const rows: FigureRow[] = []
  const nodes: { row: number; label: string; id: string; parentId: string; isOwn: boolean }[] = []
  for (const [index, line] of own.entries()) {
    const around = whole[index]
    const parentId = parents.get(line.id) ?? ''
    const isParent = hasChildren.has(line.id)
    const node = { label: line.label, id: line.id, parentId, isOwn: false }
    if (isParent && around && around.total > 0) {
      nodes.push({ ...node, row: rows.length })
      rows.push(
        countedRow([line.label, '↓'], around.total, lineQuestion(around.question, spec.scope)),
      )
    }
    if (line.total === 0) continue
    nodes.push({
      ...node,
      row: rows.length,
      isOwn: isParent,
      parentId: isParent ? line.id : parentId,
    })
    rows.push(countedRow([line.label, ''], line.total, lineQuestion(line.question, spec.scope)))
  }
  const indexOf = new Map(nodes.flatMap(({ id, isOwn }, index) => (isOwn ? [] : [[id, index]])))
  const name = words.measure(measure)
  const leaves = rows.filter(({ cells }) => cells[1] === '')
  return {
    ...words.proposed('tree', leaves, { count: leaves.length, measure: name.toLowerCase() }),
    columns: [...words.columns('code'), words.text('figures.more.subcodes'), name],
    rows,
    shape: {
      type: 'tree',
      nodes: nodes.map(({ row, label, parentId }) => ({
        row,
        label,
        parent: indexOf.get(parentId) ?? null,
      })),
    },
  }
}
