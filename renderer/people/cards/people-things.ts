import { useQuery } from '../../app/engine-client.ts'
import type { PickerThing } from '../../work/thing-search.ts'

/** Persons, sources and cases by name, for picking. */
export function usePeopleThings(): Record<'persons' | 'sources' | 'cases', PickerThing[]> {
  const persons = useQuery('persons.list', {}, ['persons']).data?.items ?? []
  const sources = useQuery('sources.list', {}, ['sources', 'folders', 'passages']).data?.items ?? []
  const cases = useQuery('cases.list', {}, ['persons', 'sources', 'passages']).data?.items ?? []
  return {
    persons: persons.map(({ id, pseudonym }) => ({ id, name: pseudonym })),
    sources: sources.map(({ id, title }) => ({ id, name: title })),
    cases: cases.map(({ id, name }) => ({ id, name })),
  }
}

/** What a list has more and less than before. */
export function difference(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((id) => !before.includes(id)),
    gone: before.filter((id) => !after.includes(id)),
  }
}
