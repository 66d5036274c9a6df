import { useMemo } from 'react'
import { useQuery } from '../app/engine-client.ts'
import type { Topic } from '../app/engine-client.ts'
import type { Code, CodeSet } from '../../shared/model/entities.ts'
import { codesToForest, emptyForest } from './tree/code-forest.ts'
import type { CodeForest } from './tree/code-forest.ts'

const codeTopics: Topic[] = ['codes', 'passages', 'sources', 'project']
const noCodes: Code[] = []
const noSets: CodeSet[] = []

export interface CodeData {
  codes: readonly Code[]
  sets: readonly CodeSet[]
  forest: CodeForest
  /** False until the first answer. */
  isReady: boolean
}

/** All codes and sets of the project, kept up to date. */
export function useCodes(): CodeData {
  const { data } = useQuery('codes.list', {}, codeTopics)
  const codes = data?.items ?? noCodes
  const forest = useMemo(() => (codes.length === 0 ? emptyForest : codesToForest(codes)), [codes])
  return { codes, sets: data?.sets ?? noSets, forest, isReady: data !== undefined }
}
