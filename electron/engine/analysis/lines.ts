import type { Axis } from '../../../shared/analysis/question/axis.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import { inTreeOrder, listCodeSets } from '../codes/code-list.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { activationModes, activationStances } from '../../../shared/model/institution-kinds.ts'
import { sourceKinds, sourceLevels } from '../../../shared/model/kinds.ts'
import { visibleCodings } from '../passages/visible.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { ProjectMap } from '../project/documents.ts'
import type { Project } from '../project/project.ts'
import { listQuestions } from '../indexing/questions.ts'
import { listFolders } from '../sources/source-list.ts'
import { periodsOf } from './periods.ts'

/** A row or column: its answers are those of its question. */
export interface Line {
  id: string
  label: string
  question: Question
}

/** The lines of an axis in the order in which they stand elsewhere. */
export function linesOf(project: Project, axis: Axis): Line[] {
  switch (axis.by) {
    case 'codes':
      return codeLines(project, axis)
    case 'code sets':
      return listCodeSets(project).map(({ id, name }) =>
        line(id, name, { type: 'coded', codeSetIds: [id] }),
      )
    case 'analysts':
      return listEntities(project, 'analysts').map(({ id, name }) =>
        line(id, name, { type: 'coded', analystIds: [id] }),
      )
    case 'time':
      return timeLines(project, axis)
    case 'sources':
      return listEntities(project, 'sources')
        .filter(({ id }) => axis.sourceIds === undefined || axis.sourceIds.includes(id))
        .sort((a, b) => Number(a.number) - Number(b.number))
        .map(({ id, title }) => line(id, title, { type: 'source', sourceIds: [id] }))
    case 'source kinds':
      return sourceKinds.map((kind) => line(kind, kind, { type: 'source', kinds: [kind] }))
    case 'source levels':
      return sourceLevels.map((level) => line(level, level, { type: 'source', levels: [level] }))
    case 'folders':
      return listFolders(project).map(({ id, name }) =>
        line(id, name, { type: 'source', folderIds: [id] }),
      )
    case 'persons':
      return named(project, 'persons', 'pseudonym', (id) => ({
        type: 'person',
        personIds: [id],
        as: axis.as ?? 'speaker',
      }))
    case 'roles':
      return [...new Set(listEntities(project, 'persons').map(({ role }) => String(role ?? '')))]
        .filter((role) => role !== '')
        .sort((a, b) => a.localeCompare(b, 'nb'))
        .map((role) =>
          line(role, role, { type: 'person', roles: [role], as: axis.as ?? 'speaker' }),
        )
    case 'cases':
      return named(project, 'cases', 'name', (id) => ({
        type: 'case',
        caseIds: [id],
      }))
    case 'attribute':
      return attributeLines(project, axis)
    case 'standing questions':
      return listQuestions(project).map(({ id, text }) =>
        line(id, text || id, { type: 'answer', questionIds: [id] }),
      )
    case 'texts':
      return named(project, 'texts', 'title', (id) => ({ type: 'activation', textIds: [id] }))
    case 'actors':
      return named(project, 'actors', 'name', (id) => ({ type: 'activation', actorIds: [id] }))
    case 'terms':
      return named(project, 'terms', 'term', (id) => ({ type: 'term', termIds: [id] }))
    case 'activation modes':
      return activationModes.map((mode) => line(mode, mode, { type: 'activation', modes: [mode] }))
    case 'activation stances':
      return activationStances.map((stance) =>
        line(stance, stance, { type: 'activation', stances: [stance] }),
      )
    case 'questions':
      return axis.items.map(({ label, question }, index) => line(String(index), label, question))
  }
}

function line(id: string, label: unknown, question: Question): Line {
  return { id, label: String(label), question }
}

function named(
  project: Project,
  map: ProjectMap,
  field: string,
  question: (id: string) => Question,
): Line[] {
  return listEntities(project, map)
    .map((entity) => line(entity.id, entity[field] ?? '', question(entity.id)))
    .sort((a, b) => a.label.localeCompare(b.label, 'nb'))
}

function codeLines(project: Project, axis: Extract<Axis, { by: 'codes' }>): Line[] {
  const set = listCodeSets(project).find(({ id }) => id === axis.codeSetId)
  const chosen = axis.codeIds ?? (axis.codeSetId === undefined ? undefined : (set?.codeIds ?? []))
  return inTreeOrder(listEntities(project, 'codes') as unknown as Code[])
    .filter(({ id }) => chosen === undefined || chosen.includes(id))
    .map(({ id, name }) =>
      line(id, name, {
        type: 'coded',
        codeIds: [id],
        ...(axis.subcodes ? { subcodes: true as const } : {}),
      }),
    )
}

function attributeLines(project: Project, axis: Extract<Axis, { by: 'attribute' }>): Line[] {
  const attribute = listEntities(project, 'attributes').find(({ id }) => id === axis.attributeId)
  if (!attribute) return []
  const present = project.db
    .prepare<[string, string], { text: string; number: number | null }>(
      `SELECT DISTINCT text, number FROM attribute_values
       WHERE attribute_id = ? AND holder_kind = ? ORDER BY number, text`,
    )
    .all(attribute.id, String(attribute.of))
  const values =
    attribute.type === 'number'
      ? present.flatMap(({ number }) => (number === null ? [] : [number]))
      : attribute.type === 'yes-no'
        ? [true, false]
        : inOrderOf(
            attribute,
            present.map(({ text }) => text),
          )
  return values.map((value) =>
    line(String(value), typeof value === 'boolean' ? (value ? 'yes' : 'no') : value, {
      type: 'attribute',
      attributeId: attribute.id,
      values: [value],
      ...(axis.as ? { as: axis.as } : {}),
    }),
  )
}

/** Options as the attribute has them, then what else is there; each once, whatever its capitals. */
function inOrderOf(attribute: Entity, texts: readonly string[]): string[] {
  const options = Array.isArray(attribute.options) ? (attribute.options as string[]) : []
  const found = new Map<string, string>()
  for (const text of [...options, ...texts.toSorted((a, b) => a.localeCompare(b, 'nb'))]) {
    const key = text.toLocaleLowerCase('nb')
    if (!found.has(key)) found.set(key, text)
  }
  return [...found.values()]
}

function timeLines(project: Project, axis: Extract<Axis, { by: 'time' }>): Line[] {
  const dates =
    axis.of === 'codings'
      ? project.db
          .prepare<[], string>(
            `SELECT DISTINCT substr(codings.created, 1, 10) FROM codings WHERE ${visibleCodings}`,
          )
          .pluck()
          .all()
      : listEntities(project, 'sources').map(({ date }) => String(date ?? ''))
  return periodsOf(dates, axis.unit).map(({ id, from, to }) =>
    line(
      id,
      id,
      axis.of === 'codings'
        ? { type: 'coded', created: { from, to } }
        : { type: 'source', dated: { from, to } },
    ),
  )
}
