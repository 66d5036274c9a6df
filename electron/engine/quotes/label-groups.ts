import type { LeavingGroup } from '../../../shared/analysis/leaks/small-groups.ts'
import type { Quote } from '../../../shared/contract/quotes.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { labelPattern } from './quote-list.ts'

/** What a label can say of a person besides who she is. */
const telling = ['role', 'place', 'date'] as const
type Telling = Partial<Record<(typeof telling)[number], string>>

/**
 * What labels of quotes say of those who are quoted, and how many persons of the project it is true
 * of: who has the role and takes part in a source of the place and the date.
 */
export function labelGroups(
  project: Project,
  quotes: readonly Pick<Quote, 'label' | 'personIds' | 'sourceId' | 'number'>[],
): LeavingGroup[] {
  const pattern = labelPattern(project)
  const fields = telling.filter((field) => pattern.includes(`{${field}}`))
  const roles = new Map(
    listEntities(project, 'persons').map(({ id, role }) => [id, String(role ?? '').trim()]),
  )
  const sources = new Map(
    listEntities(project, 'sources').map(({ id, place, date }) => [
      id,
      { place: String(place ?? '').trim(), date: String(date ?? '').trim() },
    ]),
  )
  const said = (personId: string, sourceId: string): Telling => {
    const { place = '', date = '' } = sources.get(sourceId) ?? {}
    const all = { role: roles.get(personId) ?? '', place, date }
    return Object.fromEntries(
      fields.flatMap((field) => (all[field] === '' ? [] : [[field, all[field]]])),
    )
  }
  // A role alone is also held by who takes part in nothing yet.
  const known = [...participations(project), ...[...roles.keys()].map((id) => ['', id] as const)]
    .filter(([, personId]) => roles.has(personId))
    .map(([sourceId, personId]) => ({ personId, said: said(personId, sourceId) }))
  const fits = (one: Telling, other: Telling) =>
    telling.every(
      (field) => one[field] === undefined || folded(one[field]) === folded(other[field]),
    )
  const counts = new Map<string, number>()
  const holdersOf = (values: Telling): number => {
    const key = JSON.stringify(values)
    const count =
      counts.get(key) ??
      new Set(known.flatMap(({ personId, said: all }) => (fits(values, all) ? [personId] : [])))
        .size
    counts.set(key, count)
    return count
  }
  return quotes.flatMap(({ label, personIds, sourceId, number }) =>
    personIds.flatMap((personId): LeavingGroup[] => {
      const values = said(personId, sourceId)
      const shown = Object.values(values)
      const holders = holdersOf(values)
      // A role of one person is a finding of its own.
      const isRole = shown.length === 1 && values.role !== undefined && holders === 1
      return shown.length === 0 || isRole
        ? []
        : [{ values: shown, holders, place: `${number}: ${label}` }]
    }),
  )
}

function participations(project: Project): [string, string][] {
  return project.db
    .prepare<[], [string, string]>('SELECT source_id, person_id FROM participations')
    .raw()
    .all()
}

function folded(value: string | undefined): string | undefined {
  return value?.toLocaleLowerCase('nb')
}
