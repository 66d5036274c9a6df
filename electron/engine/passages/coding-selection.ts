import type { CodingView } from '../../../shared/model/rounds.ts'
import type { Project } from '../project/project.ts'
import { livingCodings, visibleCodings } from './visible.ts'

/** Which codings are looked at, as parts of a query. */
export interface CodingSelection {
  /** A layer or a view was asked for: passages without such codings are not meant. */
  isChosen: boolean
  /** The table of passages, by the name `passages`. */
  passages: string
  /** The table of codings, by the name `codings`. */
  from: string
  where: string
  values: Record<string, string>
}

/**
 * Codings of a layer and of whom. Without a layer those in sight: the common ones, or those of the
 * round this device is in. A difference is a coding that nobody else has with the same code on exactly
 * the same words, in the same layer.
 */
export function codingSelection(
  project: Project,
  {
    layer,
    view,
    passageId,
    inAnyLayer,
  }: {
    layer?: string | undefined
    view?: CodingView | undefined
    passageId?: string | undefined
    inAnyLayer?: boolean | undefined
  },
): CodingSelection {
  const isAnyLayer = layer !== undefined || passageId !== undefined || inAnyLayer === true
  const passages = isAnyLayer ? 'allowed_passages passages' : 'passages'
  const from = isAnyLayer ? 'allowed_codings codings' : 'codings'
  const conditions = [isAnyLayer ? livingCodings : visibleCodings]
  const values: Record<string, string> = {}
  if (layer !== undefined) {
    conditions.push('codings.layer = :layer')
    values.layer = layer
  }
  if (view === 'mine' || view === 'partner') {
    conditions.push(`codings.analyst_id ${view === 'mine' ? '=' : '<>'} :me`)
    values.me = project.analystId
  } else if (view === 'settled') {
    conditions.push(`codings.layer = 'settled'`)
  } else if (view === 'differences') {
    const other = from.split(' ')[0] ?? from
    const place = passages.split(' ')[0] ?? passages
    conditions.push(`codings.layer <> 'settled' AND NOT EXISTS (
      SELECT 1 FROM ${other} other JOIN ${place} theirs ON theirs.id = other.passage_id
        JOIN ${place} own ON own.id = codings.passage_id
      WHERE other.code_id = codings.code_id AND other.source_id = codings.source_id
        AND other.layer = codings.layer AND other.analyst_id <> codings.analyst_id
        AND theirs.state = 'placed' AND own.state = 'placed'
        AND theirs.start = own.start AND theirs.length = own.length)`)
  }
  const isChosen = layer !== undefined || (view !== undefined && view !== 'all')
  return { isChosen, passages, from, where: conditions.join(' AND '), values }
}
