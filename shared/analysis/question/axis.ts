import { z } from 'zod'
import { id } from '../../model/entities.ts'
import { allOf, distance, presences, question, relationKinds, type Question } from './question.ts'

const ids = z.array(id).min(1)
export const timeUnits = ['day', 'week', 'month', 'year'] as const

/** What the rows or columns of a matrix are. Lists that are not given mean all there are. */
export const axis = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('codes'),
    codeIds: ids.optional(),
    codeSetId: id.optional(),
    subcodes: z.literal(true).optional().describe('a code counts those below it too'),
  }),
  z.object({ by: z.literal('code sets') }),
  z.object({ by: z.literal('analysts') }),
  z.object({
    by: z.literal('time'),
    of: z.enum(['codings', 'sources']).describe('when it was coded; the date of the source'),
    unit: z.enum(timeUnits),
  }),
  z.object({ by: z.literal('sources'), sourceIds: ids.optional() }),
  z.object({ by: z.literal('source kinds') }),
  z.object({ by: z.literal('source levels') }),
  z.object({ by: z.literal('folders') }),
  z.object({ by: z.literal('persons'), as: z.enum(presences).optional() }),
  z.object({ by: z.literal('roles'), as: z.enum(presences).optional() }),
  z.object({ by: z.literal('cases') }),
  z.object({ by: z.literal('attribute'), attributeId: id, as: z.enum(presences).optional() }),
  z.object({ by: z.literal('standing questions') }),
  z.object({ by: z.literal('texts') }),
  z.object({ by: z.literal('actors') }),
  z.object({ by: z.literal('terms') }),
  z.object({ by: z.literal('activation modes') }),
  z.object({ by: z.literal('activation stances') }),
  z.object({
    by: z.literal('questions'),
    items: z.array(z.object({ label: z.string(), question })).min(1),
  }),
])
export type Axis = z.infer<typeof axis>

export const measures = ['passages', 'sources', 'words', 'codings'] as const
export type Measure = (typeof measures)[number]

/** How the column stands to the row: coded on the same passage, or on another one beside it. */
export const crossing = z.object({ how: z.enum(relationKinds), distance: distance.optional() })
export type Crossing = z.infer<typeof crossing>

/** The question of a cell: its passages are exactly what the cell counts (SPEC A16). */
export function cellQuestion(
  row: Question,
  column: Question,
  scope?: Question,
  crossed?: Crossing,
): Question {
  const around = scope && scope.type !== 'anything' ? [scope] : []
  if (crossed) return allOf([...around, { type: 'related', ...crossed, of: row, to: column }])
  const one = sameCoding(row, column)
  return allOf([...around, ...(one ? [one] : [row, column].filter(isRestricting))])
}

/** The question of a whole row or column. */
export function lineQuestion(line: Question, scope?: Question): Question {
  return allOf([scope, line].filter((part) => part !== undefined).filter(isRestricting))
}

function isRestricting(part: Question): boolean {
  return part.type !== 'anything'
}

/** Both as one condition on one coding, if they speak of it in different respects; else null. */
function sameCoding(row: Question, column: Question): Question | null {
  if (row.type !== 'coded' || column.type !== 'coded') return null
  const [here, there] = [respectOf(row), respectOf(column)]
  return here !== null && there !== null && here !== there ? { ...row, ...column } : null
}

/** What a condition on codings says of them, if it is one thing only. */
export function respectOf(part: Question): 'code' | 'analyst' | 'time' | null {
  if (part.type !== 'coded' || part.layer !== undefined || part.weight !== undefined) return null
  const respects = [
    ...(part.codeIds || part.codeSetIds ? (['code'] as const) : []),
    ...(part.analystIds ? (['analyst'] as const) : []),
    ...(part.created ? (['time'] as const) : []),
  ]
  return respects.length === 1 ? (respects[0] ?? null) : null
}
