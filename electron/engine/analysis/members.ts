import type { Axis } from '../../../shared/analysis/question/axis.ts'
import { respectOf } from '../../../shared/analysis/question/axis.ts'
import { codedParts, type LeafOf } from '../../../shared/analysis/question/question.ts'
import { visibleCodings } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { codingsOfQuestion } from './ask.ts'
import { codesOf, selectPassages, type Asked } from './conditions.ts'
import { groupedPairs } from './grouped-members.ts'
import type { Line } from './lines.ts'

/** That a passage is an answer of a line, and by which of its codings; null: not by codings. */
export interface Member {
  line: number
  codings: string[] | null
}

/** Passage → the lines that it is an answer of. */
export type Members = Map<string, Member[]>

/**
 * Finds the answers of all lines of an axis: where they all are conditions on single codings, by going
 * once through the codings; where one value tells them apart, in one query; otherwise line by line.
 */
export function membersOf(
  project: Project,
  axis: Axis,
  lines: readonly Line[],
  asked: Asked,
  wantsCodings: boolean,
): Members {
  const members: Members = new Map()
  const add = (passageId: string, index: number, coding: string | null) => {
    const own = members.get(passageId)
    if (!own) {
      members.set(passageId, [{ line: index, codings: coding === null ? null : [coding] }])
      return
    }
    const known = own.findLast((member) => member.line === index)
    if (!known) own.push({ line: index, codings: coding === null ? null : [coding] })
    else if (coding !== null) (known.codings ??= []).push(coding)
  }
  const linesOfKey = keysOf(project, axis, lines)
  if (linesOfKey) {
    const rows = project.db
      .prepare<[], [string, string, string]>(
        `SELECT codings.id, codings.passage_id, ${linesOfKey.column} FROM codings
         WHERE ${visibleCodings}`,
      )
      .raw()
      .iterate()
    for (const [id, passageId, key] of rows)
      for (const index of linesOfKey.of(key)) add(passageId, index, id)
    return members
  }
  const bySource = sourcesOf(axis, lines)
  if (bySource) {
    for (const { id, sourceId } of selectPassages<{ id: string; sourceId: string }>(
      project,
      { type: 'anything' },
      asked,
      'passages.id, passages.source_id sourceId',
    )) {
      const index = bySource.get(sourceId)
      if (index !== undefined) add(id, index, null)
    }
    return members
  }
  const pairs = groupedPairs(project, axis, asked)
  if (pairs) {
    const indexOf = new Map(lines.map(({ id }, index) => [id, index]))
    for (const [passageId, lineId] of pairs) {
      const index = indexOf.get(lineId)
      if (index !== undefined) add(passageId, index, null)
    }
    return members
  }
  for (const [index, { question }] of lines.entries()) {
    const found = selectPassages<{ id: string }>(project, question, asked, 'passages.id')
    const codings = new Map<string, string[]>()
    const asksCodings = respectOf(question) !== null
    if (asksCodings || (wantsCodings && codedParts(question).length > 0)) {
      for (const { id, passageId } of codingsOfQuestion(project, question, [])) {
        const own = codings.get(passageId)
        if (own) own.push(id)
        else codings.set(passageId, [id])
      }
    }
    for (const { id } of found) {
      const own = codings.get(id) ?? []
      if (own.length === 0) add(id, index, null)
      for (const coding of own) add(id, index, coding)
    }
  }
  return members
}

/** By what of a coding its lines are found. */
function keysOf(
  project: Project,
  axis: Axis,
  lines: readonly Line[],
): { column: string; of: (key: string) => readonly number[] } | null {
  const coded = lines.map(({ question }) => question as LeafOf<'coded'>)
  const none: readonly number[] = []
  if (axis.by === 'codes' || axis.by === 'code sets') {
    const codes = listed(coded.map((part) => codesOf(project, part)))
    return { column: 'codings.code_id', of: (key) => codes.get(key) ?? none }
  }
  if (axis.by === 'analysts') {
    const analysts = listed(coded.map((part) => part.analystIds ?? []))
    return { column: 'codings.analyst_id', of: (key) => analysts.get(key) ?? none }
  }
  if (axis.by !== 'time' || axis.of !== 'codings') return null
  const known = new Map<string, readonly number[]>()
  return {
    column: 'substr(codings.created, 1, 10)',
    of: (date) => {
      const found =
        known.get(date) ??
        coded.flatMap(({ created }, index) =>
          date >= (created?.from ?? '') && date < `${created?.to ?? ''}~` ? [index] : [],
        )
      known.set(date, found)
      return found
    },
  }
}

function listed(keys: readonly Iterable<string>[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [index, own] of keys.entries())
    for (const key of new Set(own)) {
      const lines = found.get(key)
      if (lines) lines.push(index)
      else found.set(key, [index])
    }
  return found
}

function sourcesOf(axis: Axis, lines: readonly Line[]): Map<string, number> | null {
  return axis.by === 'sources' ? new Map(lines.map(({ id }, index) => [id, index])) : null
}
