import { indexMaps, type DocumentChange } from './documents.ts'
import type { Changed } from './project.ts'

const topicOfMap: Record<string, Changed['topics'][number]> = {
  meta: 'project',
  analysts: 'project',
  folders: 'folders',
  sources: 'sources',
  codes: 'codes',
  codeSets: 'codes',
  persons: 'persons',
  cases: 'persons',
  attributes: 'persons',
  memos: 'memos',
  texts: 'texts',
  textVersions: 'texts',
  clauses: 'texts',
  relations: 'texts',
  links: 'texts',
  claims: 'texts',
  actors: 'work',
  sites: 'work',
  processes: 'work',
  steps: 'work',
  flows: 'work',
  maps: 'maps',
  terms: 'findings',
  questions: 'findings',
  disjunctures: 'findings',
  threads: 'findings',
  circuits: 'findings',
  savedQuestions: 'findings',
  reportPresets: 'findings',
  checklistAnswers: 'findings',
  rounds: 'rounds',
  conflicts: 'settlements',
  settlements: 'settlements',
  discussions: 'settlements',
  withdrawals: 'sources',
  quotes: 'quotes',
  accounts: 'quotes',
  savedSearches: 'searches',
  stopWords: 'searches',
}

/** Which parts of the window what was written concerns. */
export function topicsOfChanges(changes: readonly DocumentChange[]): Changed {
  const topics = new Set<Changed['topics'][number]>(['history'])
  const sourceIds: string[] = []
  const textChanged: string[] = []
  const memoIds: string[] = []
  for (const change of changes) {
    const [type, id] = change.name.split(':')
    if (type === 'project') {
      for (const map of change.keys.keys()) topics.add(topicOfMap[map] ?? 'project')
    } else if (type === 'source' && id) {
      topics.add('passages')
      if (indexMaps.some((map) => change.keys.has(map))) topics.add('indexing')
      sourceIds.push(id)
      if (change.bodyDeltas.length > 0) textChanged.push(id)
      if (change.bodyDeltas.length > 0 || change.keys.has('speakers')) topics.add('sources')
    } else if (type === 'layer') {
      topics.add('passages')
      topics.add('rounds')
    } else if (type === 'memo' && id) {
      topics.add('memos')
      memoIds.push(id)
    } else if (type === 'account' && id) {
      topics.add('quotes')
      memoIds.push(id)
    }
  }
  return { topics: [...topics], sourceIds, textChanged, memoIds }
}

/** After documents were read anew: anything in them may be different. */
export function everythingChanged(names: readonly string[]): Changed {
  const idsOf = (type: string) =>
    names.filter((name) => name.startsWith(`${type}:`)).map((name) => name.slice(type.length + 1))
  const sourceIds = idsOf('source')
  const topics = new Set(Object.values(topicOfMap))
  for (const topic of ['history', 'passages', 'indexing', 'sources', 'memos'] as const)
    topics.add(topic)
  return {
    topics: [...topics],
    sourceIds,
    textChanged: sourceIds,
    memoIds: [...idsOf('memo'), ...idsOf('account')],
  }
}
