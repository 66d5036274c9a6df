import { listCodes, withSubcodes } from '../codes/code-list.ts'
import type { Project } from '../project/project.ts'
import type { CodingView } from '../../../shared/model/rounds.ts'
import { codingSelection, type CodingSelection } from './coding-selection.ts'
import { livingPassages, visiblePassages } from './visible.ts'

/** Which passages; conditions that are not given do not restrict. */
export interface PassageFilter {
  passageId?: string | undefined
  passageIds?: readonly string[] | undefined
  /** In whatever layer that may be seen. */
  inAnyLayer?: boolean | undefined
  codeId?: string | undefined
  withSubcodes?: boolean | undefined
  sourceId?: string | undefined
  analystId?: string | undefined
  personId?: string | undefined
  caseId?: string | undefined
  state?: 'placed' | 'lost' | undefined
  layer?: string | undefined
  view?: CodingView | undefined
  limit?: number | undefined
  offset?: number | undefined
}

/** The paragraph in which a passage begins; by the index on (source_id, start). */
export const paragraphOf = `paragraphs.id = (SELECT id FROM paragraphs p
  WHERE p.source_id = passages.source_id AND p.start <= passages.start ORDER BY p.start DESC LIMIT 1)`

/**
 * The filter as a WHERE clause on `passages` and its values. Only conditions that are given stand in
 * it, so that SQLite can begin with the index that fits them.
 */
export function passageConditions(
  project: Project,
  filter: PassageFilter,
): { where: string; values: Record<string, string>; codings: CodingSelection } {
  const codings = codingSelection(project, filter)
  const conditions = [
    filter.passageId === undefined && !filter.inAnyLayer && !codings.isChosen
      ? visiblePassages
      : livingPassages,
  ]
  const values: Record<string, string> = { ...codings.values }
  const add = (name: string, value: string | undefined, condition: string) => {
    if (value === undefined) return
    values[name] = value
    conditions.push(condition)
  }
  add('passage', filter.passageId, 'passages.id = :passage')
  add(
    'passages',
    filter.passageIds && JSON.stringify(filter.passageIds),
    'passages.id IN (SELECT value FROM json_each(:passages))',
  )
  add('source', filter.sourceId, 'passages.source_id = :source')
  add('state', filter.state, 'passages.state = :state')
  add(
    'codes',
    filter.codeId === undefined
      ? undefined
      : codeIdsJson(project, filter.codeId, filter.withSubcodes),
    `passages.id IN (SELECT passage_id FROM ${codings.from}
       WHERE code_id IN (SELECT value FROM json_each(:codes)) AND ${codings.where}
       ${filter.analystId === undefined ? '' : 'AND analyst_id = :analyst'})`,
  )
  if (filter.analystId !== undefined) {
    values.analyst = filter.analystId
    if (filter.codeId === undefined) {
      conditions.push(
        `passages.id IN (SELECT passage_id FROM ${codings.from}
           WHERE analyst_id = :analyst AND ${codings.where})`,
      )
    }
  } else if (codings.isChosen && filter.codeId === undefined) {
    conditions.push(
      `passages.id IN (SELECT passage_id FROM ${codings.from} WHERE ${codings.where})`,
    )
  }
  add(
    'person',
    filter.personId,
    `EXISTS (SELECT 1 FROM paragraphs JOIN speakers
       ON speakers.source_id = paragraphs.source_id AND speakers.name = paragraphs.speaker
       WHERE ${paragraphOf} AND speakers.person_id = :person)`,
  )
  add(
    'case',
    filter.caseId,
    `passages.id IN (SELECT member_id FROM case_members
       WHERE case_members.kind = 'passage' AND case_id = :case)`,
  )
  return { where: conditions.join(' AND '), values, codings }
}

function codeIdsJson(project: Project, codeId: string, subcodes: boolean | undefined): string {
  return JSON.stringify(subcodes ? [...withSubcodes(listCodes(project), [codeId])] : [codeId])
}
