import type { QueryInput, QueryOutput } from '../../shared/contract/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage } from '../app/i18n.ts'

type Filter = Omit<QueryInput<'quotes.list'>, 'language'>

/** The register of quotes, kept in step with what it rests on. */
export function useQuotes(filter: Filter = {}): QueryOutput<'quotes.list'> | undefined {
  const language = useLanguage()
  return useQuery('quotes.list', { language, ...filter }, [
    'quotes',
    'passages',
    'sources',
    'persons',
    'project',
  ]).data
}
