import type { Axis } from '../../../shared/analysis/question/axis.ts'
import { respectOf } from '../../../shared/analysis/question/axis.ts'
import { codedParts, type LeafOf } from '../../../shared/analysis/question/question.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { visibleCodings } from '../passages/visible.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { codingsOfQuestion } from './ask.ts'
import { codesOf, selectPassages, sourcesWith, type Asked } from './conditions.ts'
import { groupedPairs, isKeyed, type KeyedAxis } from './grouped-members.ts'
import type { Line } from './lines.ts'
import { holdersWith } from './people-conditions.ts'

/** That a passage is an answer of a line, and by which of its codings; null: not by codings. */
export interface Member {
  line: number
  codings: string[] | null
}

/** Of a passage the lines that it is an answer of. */
export interface Members {
  get: (passage: { id: string; sourceId: string }) => readonly Member[] | undefined
}

/**
 * Finds the answers of all lines of an axis: where they all are conditions on single codings, by going
 * once through the codings; where they are told apart by what a passage belongs to, in one query, or
 * in none where that is its source; questions of one’s own line by line. Only with `wantsCodings` is
 * it told by which codings.
 */
export function membersOf(
  project: Project,
  axis: Axis,
  lines: readonly Line[],
  asked: Asked,
  wantsCodings: boolean,
): Members {
  const members = new Map<string, Member[]>()
  const found: Members = { get: ({ id }) => members.get(id) }
  if (lines.length === 0) return found
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
      .prepare<[], [passageId: string, key: string, id?: string]>(
        `SELECT codings.passage_id, ${linesOfKey.column} ${wantsCodings ? ', codings.id' : ''}
         FROM codings WHERE ${visibleCodings}`,
      )
      .raw()
      .all()
    for (const [passageId, key, id] of rows)
      for (const index of linesOfKey.of(key)) add(passageId, index, id ?? null)
    return found
  }
  const belonging = belongingOf(project, axis, lines)
  if (belonging?.to.by === 'sources') return membersOfSources(belonging.lines)
  if (belonging) {
    for (const [passageId, key] of groupedPairs(project, belonging.to, asked))
      for (const index of belonging.lines(key)) add(passageId, index, null)
    return found
  }
  for (const [index, { question }] of lines.entries()) {
    const answers = selectPassages<{ id: string }>(project, question, asked, 'passages.id')
    const codings = new Map<string, string[]>()
    const asksCodings = respectOf(question) !== null
    if (asksCodings || (wantsCodings && codedParts(question).length > 0)) {
      for (const { id, passageId } of codingsOfQuestion(project, question, [])) {
        const own = codings.get(passageId)
        if (own) own.push(id)
        else codings.set(passageId, [id])
      }
    }
    for (const { id } of answers) {
      const own = codings.get(id) ?? []
      if (own.length === 0) add(id, index, null)
      for (const coding of own) add(id, index, coding)
    }
  }
  return found
}

/** All passages of a source are answers of the same lines. */
function membersOfSources(lines: (sourceId: string) => readonly number[]): Members {
  const known = new Map<string, readonly Member[]>()
  return {
    get: ({ sourceId }) => {
      const own = known.get(sourceId)
      if (own) return own
      const made = lines(sourceId).map((line) => ({ line, codings: null }))
      known.set(sourceId, made)
      return made
    },
  }
}

/** By what of a coding its lines are found. */
function keysOf(
  project: Project,
  axis: Axis,
  lines: readonly Line[],
): { column: string; of: (key: string) => readonly number[] } | null {
  const coded = lines.map(({ question }) => question as LeafOf<'coded'>)
  if (axis.by === 'codes' || axis.by === 'code sets') {
    const codes = listed(coded.map((part) => codesOf(project, part)))
    return { column: 'codings.code_id', of: (key) => codes.get(key) ?? none }
  }
  if (axis.by === 'analysts') {
    const analysts = listed(coded.map((part) => part.analystIds ?? []))
    return { column: 'codings.analyst_id', of: (key) => analysts.get(key) ?? none }
  }
  if (axis.by !== 'time' || axis.of !== 'codings') return null
  return {
    column: 'substr(codings.created, 1, 10)',
    of: inPeriods(coded.map(({ created }) => created)),
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

/** To what passages belong by which its lines are found, and the lines of each of these. */
function belongingOf(
  project: Project,
  axis: Axis,
  lines: readonly Line[],
): { to: KeyedAxis; lines: (key: string) => readonly number[] } | null {
  const by = (to: KeyedAxis, keys: readonly Iterable<string>[]) => {
    const found = listed(keys)
    return { to, lines: (key: string) => found.get(key) ?? none }
  }
  if (isKeyed(axis))
    return by(
      axis,
      lines.map(({ id }) => [id]),
    )
  const sources = { by: 'sources' } as const
  if (axis.by === 'source kinds' || axis.by === 'source levels' || axis.by === 'folders')
    return by(
      sources,
      lines.map(({ question }) => sourcesWith(project, question as LeafOf<'source'>)),
    )
  if (axis.by === 'time') {
    const periods = inPeriods(lines.map(({ question }) => (question as LeafOf<'source'>).dated))
    const dates = new Map(listEntities(project, 'sources').map(({ id, date }) => [id, date]))
    return { to: sources, lines: (id) => periods(String(dates.get(id) ?? '')) }
  }
  if (axis.by !== 'attribute') return null
  const attribute = listEntities(project, 'attributes').find(({ id }) => id === axis.attributeId)
  const of = attribute?.of as HolderKind | undefined
  if (of === undefined) return null
  const living = new Set(listEntities(project, of).map(({ id }) => id))
  const holders = lines.map(({ question }) => [
    ...holdersWith(project, question as LeafOf<'attribute'>),
  ])
  return by(
    of === 'persons' ? { by: of, as: axis.as ?? 'speaker' } : { by: of },
    holders.map((ids) => ids.filter((id) => living.has(id))),
  )
}

const none: readonly number[] = []

/** The lines of a date, by their periods. */
function inPeriods(
  periods: readonly ({ from?: string | undefined; to?: string | undefined } | undefined)[],
): (date: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (date) => {
    const found =
      known.get(date) ??
      periods.flatMap((period, index) =>
        date >= (period?.from ?? '') && date < `${period?.to ?? ''}~` ? [index] : [],
      )
    known.set(date, found)
    return found
  }
}
